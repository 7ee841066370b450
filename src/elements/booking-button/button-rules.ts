import { css } from '../plain-css.js';

/** Style rules of the button: quiet on the page, or floating in a corner above it. */
export const buttonRules = css`
  :host {
    display: inline-block;
    font: inherit;
    /* The button has its own ring. */
    outline: none !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    box-sizing: border-box;
    min-block-size: 44px;
    margin: 0;
    padding: 10px 22px;
    border: 1px solid var(--opus-accent-border, transparent);
    border-radius: var(--opus-radius, 8px);
    background: var(--opus-accent, #1f6f78);
    color: var(--opus-on-accent, #fff);
    font: inherit;
    font-size: max(1em, 16px);
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: normal;
    text-align: center;
    text-transform: none;
    cursor: pointer;
  }

  button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  button:focus-visible {
    outline: 3px solid var(--opus-focus, currentcolor);
    outline-color: var(--opus-focus, CanvasText);
    outline-offset: 3px;
  }

  svg {
    display: none;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :host([floating]) {
    position: fixed;
    z-index: var(--opus-floating-layer, 900);
    inset-block-end: calc(
      var(--opus-floating-gap, 16px) + env(safe-area-inset-bottom) + var(--_lift, 0px)
    );
    max-inline-size: calc(100vw - 32px);
    transition: inset-block-end 150ms;
  }

  :host([floating='right']) {
    right: calc(var(--opus-floating-gap, 16px) + env(safe-area-inset-right));
  }

  :host([floating='left']) {
    left: calc(var(--opus-floating-gap, 16px) + env(safe-area-inset-left));
  }

  :host([floating]) button {
    min-block-size: 52px;
    padding: 12px 24px 12px 20px;
    border-radius: var(--opus-floating-radius, 26px);
    box-shadow: 0 6px 20px rgb(16 24 28 / 28%);
  }

  :host([floating]) svg {
    display: block;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }

  @media print {
    :host {
      display: none !important;
    }
  }
`;
