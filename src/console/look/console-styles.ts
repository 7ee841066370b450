import { css } from 'lit';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { fieldStyles } from '../../theme/field-styles.js';

/** The look of every element of the console: that of the booking page, a little denser. */
export const consoleStyles = css`
  ${baseStyles}
  ${buttonStyles}
  ${fieldStyles}

  h1 {
    margin: 0 0 8px;
    font-size: 1.75em;
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }

  h2 {
    margin-block: 0 12px;
    font-size: 1.25em;
  }

  .lead {
    max-inline-size: 68ch;
    margin-block-end: 32px;
    color: var(--_ink-quiet);
  }

  .section {
    margin-block-end: 48px;
  }

  /* Level with what stands around it: the browser's own margins are two pixels. */
  fieldset {
    margin-inline: 0;
  }

  legend {
    padding: 0;
  }

  /* What is open of a list: its name stands above the headings of its parts. */
  h2.record {
    margin-block-end: 20px;
    font-size: 1.5em;
  }

  .fields {
    display: grid;
    gap: 24px;
    max-inline-size: 560px;
  }

  /* What follows a text, and a text after fields, stand off from it. */
  p.hint + :is(.fields, .button, .row),
  .fields + p,
  .row + p {
    margin-block-start: 16px;
  }

  /* The way back to a list, above what is open. */
  .back {
    margin-block-end: 12px;
  }

  /* The parts of a date and a time are taller than text: so they are as tall as the select beside them. */
  :where([type='date'], [type='time'], [type='month'], [type='datetime-local']).control {
    padding-block: 9px;
  }

  /* Under a field: back to the text that stands without it. */
  .restore {
    margin-block-start: 4px;
  }

  input {
    accent-color: var(--_accent-text);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
  }

  .notice {
    padding: 12px 16px;
    border-radius: var(--_panel-radius);
    background: var(--_accent-soft);
  }

  .notice.problem {
    border: 1px solid var(--_error);
    background: none;
  }

  /* A switch with its explanation. */
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 12px;
    align-items: start;
  }

  .switch input {
    inline-size: 24px;
    block-size: 24px;
    margin-block-start: 1px;
    accent-color: var(--_accent-text);
  }

  .switch label {
    font-weight: 500;
  }

  .switch .hint,
  .switch .reason,
  .switch .error {
    grid-column: 2;
    max-inline-size: 60ch;
  }

  .reason {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-style: italic;
  }

  .items {
    display: grid;
    max-inline-size: 720px;
    margin-block-end: 20px;
  }

  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 24px;
    padding-block: 12px;
    border-block-end: 1px solid var(--_line);
    /* A chain has hundreds: those out of sight are not drawn. Room for outlines of what has the focus. */
    content-visibility: auto;
    contain-intrinsic-size: auto 65px;
    overflow-clip-margin: 8px;
  }

  .item .hint {
    display: block;
  }

  select.control {
    appearance: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 12px 16px 12px 0;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }

  th {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 500;
  }
`;
