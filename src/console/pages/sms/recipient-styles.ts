import { css } from 'lit';

export const recipientStyles = css`
  form {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(150px, 100%), 1fr));
    gap: 12px 16px;
    align-items: end;
    margin-block-end: 16px;
  }

  label {
    font-size: var(--_small);
  }

  /* A date has a taller line of its own. */
  form .control {
    block-size: 40px;
    min-block-size: 40px;
    margin-block-start: 2px;
    padding: 6px 10px;
  }

  form .button {
    min-block-size: 40px;
  }

  .recipients {
    max-block-size: 420px;
    margin-block-start: 8px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .of-page {
    content-visibility: auto;
    contain-intrinsic-size: auto calc(var(--_rows) * 57px);
  }

  .of-page:not(:last-child),
  .recipient:not(:last-child) {
    border-block-end: 1px solid var(--_line);
  }

  .recipient label {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 12px;
    inline-size: auto;
    padding: 8px 12px;
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }

  .recipient input {
    inline-size: 20px;
    block-size: 20px;
    margin: 2px 0 0;
  }

  .recipient .hint {
    display: block;
  }

  .recipient .side {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .without {
    cursor: default;
  }

  .without .name {
    color: var(--_ink-quiet);
  }
`;
