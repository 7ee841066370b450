import { css } from '../plain-css.js';

/**
 * Style rules of the first look: its parts stand where those of the widget are going to stand, so that nothing moves when it comes
 * (`booking.styles.ts`, `card-styles.ts`, `clinic-picker.styles.ts`). On a page of another colour than white its text has the page's
 * own colour, which can be read there.
 */
export const firstLookRules = css`
  :host {
    --_ink: var(--opus-ink, color-mix(in srgb, CanvasText 80%, #82b4c8));
    --_quiet: var(--opus-ink-quiet, color-mix(in srgb, var(--_ink) 72%, Canvas));

    display: block;
    container-type: inline-size;
    color: var(--_ink);
    font-size: max(1em, 16px);
    line-height: 1.5;
    direction: ltr;
    letter-spacing: normal;
    overflow-wrap: break-word;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }

  :host(.coloured) {
    --_ink: currentcolor;
    --_quiet: currentcolor;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }

  .base {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 560px;
  }

  .top {
    display: flex;
    align-items: center;
  }

  .ways {
    min-block-size: 44px;
  }

  img {
    display: block;
    max-inline-size: 38%;
    block-size: auto;
    border-radius: 3px;
  }

  /* A line of text, and the bar below it. */
  .progress {
    min-block-size: calc(1.5em + 12px);
    color: var(--_quiet);
  }

  b {
    color: var(--_ink);
    font-weight: 600;
  }

  .columns {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 16px;
  }

  .step {
    display: flex;
    flex-direction: column;
    gap: 32px;
    min-inline-size: 0;
    padding-block-end: 32px;
  }

  .footer {
    block-size: 38px;
    border-block-start: 1px solid color-mix(in srgb, var(--_ink) 14%, transparent);
  }

  section p + p {
    color: var(--_quiet);
  }

  section h2 {
    margin-block-end: 4px;
    font-size: 1.125em;
    line-height: 1.75;
    letter-spacing: 0;
  }

  .line {
    display: none;
    min-block-size: 44px;
    padding: 9px 32px 9px 0;
    overflow: hidden;
    border: solid color-mix(in srgb, var(--_ink) 14%, transparent);
    border-width: 1px 0;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .rows p {
    min-block-size: 1.5em;
    font-weight: 500;
  }

  .rows p + p {
    font-weight: 400;
  }

  h2,
  h3 {
    margin-block-end: 16px;
    font-size: 1.5em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.3;
    text-wrap: balance;
  }

  h3 {
    margin-block-end: 12px;
    font-size: 1.125em;
    letter-spacing: normal;
  }

  .text {
    max-inline-size: 68ch;
    white-space: pre-line;
  }

  .search {
    min-block-size: calc(102px + 1.5em);
    margin-block-end: 16px;
  }

  .section {
    margin-block-start: 32px;
  }

  .section:not(:has(h3)) {
    margin-block-start: 12px;
  }

  details.section {
    margin-block-start: 0;
  }

  details {
    padding-block: 8px;
    border-block-end: 1px solid color-mix(in srgb, var(--_ink) 14%, transparent);
  }

  summary {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 48px;
    cursor: pointer;
  }

  summary::before {
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 4px;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    content: '';
  }

  details[open] summary {
    margin-block-end: 8px;
  }

  details[open] summary::before {
    transform: rotate(45deg);
  }

  summary h3 {
    margin: 0;
  }

  ul {
    list-style: none;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 288px), 1fr));
    gap: 12px;
  }

  .card {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    padding: 16px 52px 16px 20px;
    border: 1px solid color-mix(in srgb, var(--_ink) 14%, transparent);
    border-radius: var(--opus-panel-radius, 12px);
    overflow-wrap: anywhere;
  }

  .card::after {
    flex: 1 0 100%;
    min-block-size: 1.5em;
    font-size: var(--opus-small-text-size, max(0.875em, 14px));
    content: '';
  }

  .any {
    grid-column: 1 / -1;
    gap: 0;
  }

  .plain {
    display: block;
  }

  .plain::after {
    display: block;
  }

  .card p,
  .people {
    flex: 1 1 240px;
    color: var(--_quiet);
  }

  .clinic p {
    padding-inline-start: 18px;
  }

  .people li {
    color: var(--_ink);
  }

  .long .people {
    font-size: var(--opus-small-text-size, max(0.875em, 14px));
  }

  .long .people li {
    display: inline;
  }

  .long .people li:not(:last-child)::after {
    content: '\\00a0· ';
  }

  button {
    inline-size: 100%;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  button::after {
    position: absolute;
    inset: -1px;
    border-radius: var(--opus-panel-radius, 12px);
    content: '';
  }

  :focus-visible {
    outline: 3px solid var(--opus-focus, currentcolor);
    outline-offset: 2px;
  }

  button:focus-visible {
    outline: none;
  }

  button:focus-visible::after,
  [aria-pressed='true']::after {
    outline: 3px solid var(--opus-focus, currentcolor);
    outline-offset: 2px;
  }

  @container (max-width: 479px) {
    .line {
      display: block;
    }

    section h2,
    .rows {
      display: none;
    }
  }

  @container (min-width: 480px) {
    .base,
    .columns {
      gap: 32px;
    }

    img {
      max-inline-size: none;
    }

    .progress {
      min-block-size: 53px;
    }

    .rows {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(144px, 1fr));
      gap: 24px;
    }
  }

  @container (min-width: 832px) {
    .progress {
      min-block-size: 44px;
      line-height: 44px;
    }

    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 288px;
      column-gap: 48px;
      align-items: start;
    }

    section {
      grid-column: 2;
      grid-row: 1;
    }

    .rows {
      display: block;
    }

    .rows div {
      padding-block: 12px;
    }

    .rows div + div {
      border-block-start: 1px solid color-mix(in srgb, var(--_ink) 14%, transparent);
    }
  }
`;
