import { css } from '../plain-css.js';

/** Style rules of the dialog: a window of its own on a wide screen, the whole screen on a phone. */
export const dialogRules = css`
  :host {
    display: block !important;
    position: static !important;
    direction: ltr;
    text-align: start;
  }

  dialog {
    box-sizing: border-box;
    inline-size: min(1120px, 100vw - 48px);
    max-inline-size: none;
    block-size: min(880px, 100vh - 48px);
    block-size: min(880px, 100dvh - 48px);
    max-block-size: none;
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--opus-panel-radius, 12px);
    background: var(--opus-surface, Canvas);
    color: var(--opus-ink, CanvasText);
    box-shadow: 0 24px 64px rgb(16 24 28 / 32%);
    line-height: 1.5;
    overflow: auto;
    overscroll-behavior: contain;
  }

  dialog::backdrop {
    background: rgb(16 24 28 / 56%);
  }

  .bar {
    position: sticky;
    z-index: 3;
    inset-block-start: 0;
    display: flex;
    justify-content: end;
    block-size: 0;
  }

  button {
    box-sizing: border-box;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 20px;
    border: 1px solid var(--opus-control-line, #7b888e);
    border-radius: var(--opus-radius, 8px);
    background: var(--opus-paper, Canvas);
    color: inherit;
    font: inherit;
    font-size: max(1em, 16px);
    font-weight: 500;
    cursor: pointer;
  }

  button.primary {
    border-color: var(--opus-accent-border, var(--opus-accent, #1f6f78));
    background: var(--opus-accent, #1f6f78);
    color: var(--opus-on-accent, #fff);
  }

  button:focus-visible {
    outline: 3px solid var(--opus-focus, currentcolor);
    outline-offset: 2px;
  }

  .close {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: 12px 12px 0 0;
    padding: 0;
    border-radius: 50%;
    border-color: transparent;
  }

  .close:hover {
    border-color: var(--opus-control-line, #7b888e);
  }

  .close svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .page {
    padding: 32px 76px 32px 40px;
    padding-inline-end: max(76px, 40px + env(safe-area-inset-right));
  }

  .wait,
  .failure {
    max-inline-size: 34rem;
    margin: 8px 0;
    font-size: max(1em, 16px);
  }

  .wait,
  .failure a,
  .failure button {
    margin-block-start: 12px;
  }

  .failure a {
    display: inline-block;
    margin-inline-start: 16px;
    color: inherit;
  }

  dialog.question {
    inline-size: min(440px, 100vw - 32px);
    block-size: fit-content;
    max-block-size: calc(100vh - 32px);
    padding: 24px;
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }

  .question p {
    margin-block: 8px 24px;
    font-size: max(1em, 16px);
  }

  .answers {
    display: flex;
    flex-wrap: wrap-reverse;
    gap: 12px;
    justify-content: end;
  }

  @media (max-width: 640px) {
    dialog:not(.question) {
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      border-radius: 0;
    }

    .page {
      padding: calc(12px + env(safe-area-inset-top)) 16px calc(24px + env(safe-area-inset-bottom));
    }

    /* The close button has a line of its own: it covers nothing. */
    .bar {
      block-size: auto;
      padding: env(safe-area-inset-top) 0 0;
      background: var(--opus-surface, Canvas);
    }

    .close {
      margin: 4px 8px 4px 0;
    }

    .page {
      padding-block-start: 4px;
    }

    .answers button {
      flex: 1 0 100%;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }

  @media print {
    dialog {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      box-shadow: none;
    }

    .bar {
      display: none;
    }
  }
`;
