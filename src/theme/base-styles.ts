import { css } from 'lit';

/**
 * Base styles of every element: the private variables (`--_x`, each with its public
 * `--opus-x` token first), the reset, the focus ring, and shared classes. Colours are mixed with the browser's system
 * colours, so that they follow the `color-scheme` of the page around.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--opus-accent, #1f6f78);
    --_on-accent: var(--opus-on-accent, #fff);
    --_accent-text: var(--opus-accent-text, color-mix(in srgb, var(--_accent) 55%, CanvasText));
    --_accent-border: var(--opus-accent-border, var(--_accent-text));
    --_accent-soft: var(--opus-accent-soft, color-mix(in srgb, var(--_accent) 10%, var(--_paper)));
    --_focus: var(--opus-focus, var(--_ink));
    --_paper: var(--opus-paper, Canvas);
    --_ink: var(--opus-ink, color-mix(in srgb, CanvasText 80%, #82b4c8));
    --_ink-quiet: var(--opus-ink-quiet, color-mix(in srgb, var(--_ink) 72%, var(--_paper)));
    --_line: var(--opus-line, color-mix(in srgb, var(--_ink) 14%, transparent));
    --_control-line: var(--opus-control-line, #7b888e);
    --_radius: var(--opus-radius, 8px);
    --_panel-radius: var(--opus-panel-radius, 12px);
    --_text: var(--opus-text-size, max(1em, 16px));
    --_small: var(--opus-small-text-size, max(0.875em, 14px));
    --_motion: 150ms;

    display: block;
    box-sizing: border-box;
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text);
    line-height: 1.5;
    /* What has the focus inside has a ring; a page's rule for all that is focused would draw one around the whole. */
    outline: none !important;
    min-inline-size: var(--_least, min(280px, 100%));
  }

  /*
   * In a parent that is as wide as what is in it, the element fills the room there is, and asks for 280 px at least: a
   * line without height, whose two words lie far apart. Elements inside the widget have none.
   */
  :host::before {
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    letter-spacing: min(280px, 100vw - 40px);
    word-spacing: 100vw;
    content: var(--_room, '. .');
  }

  /* What a page may pass on to its texts and controls, but not to those of the widget (docs/embedding.md). */
  .frame {
    --_room: none;
    --_least: auto;

    direction: ltr;
    hyphens: manual;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    font-variant: normal;
    letter-spacing: normal;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    overflow-wrap: break-word;
    -webkit-text-fill-color: currentcolor;
    -webkit-user-select: text;
    user-select: text;
    cursor: auto;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3 {
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }

  h2 {
    margin-block-end: 16px;
    font-size: 1.5em;
    letter-spacing: -0.01em;
  }

  h3 {
    font-size: 1.125em;
  }

  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }

  a {
    color: var(--_accent-text);
    text-underline-offset: 0.2em;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  /* A heading gets focus only for screen readers. */
  [tabindex='-1']:focus-visible {
    outline: none;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
`;
