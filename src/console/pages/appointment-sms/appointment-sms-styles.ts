import { css } from 'lit';

export const appointmentSmsStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .head h3 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
  }

  /* No line beneath an arrow. */
  .arrow {
    display: inline-block;
    margin-inline-end: 0.35em;
  }

  h4 {
    margin: 24px 0 4px;
    font-size: 1em;
    font-weight: 600;
  }

  ol {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .sms {
    padding-block: 14px;
    border-block-start: 1px solid var(--_line);
  }

  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }

  .name label,
  .name strong {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    font-weight: 600;
  }

  .name input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent-text);
  }

  .state {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .state.good {
    color: var(--_accent-text);
    font-weight: 600;
  }

  .state.bad {
    color: var(--_error);
    font-weight: 600;
  }

  .body {
    margin: 4px 0 8px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .off .body {
    color: var(--_ink-quiet);
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    margin: 0;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  dl div {
    display: flex;
    gap: 6px;
  }

  dt {
    color: var(--_ink-quiet);
  }

  dd {
    margin: 0;
  }

  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
  }

  .small {
    min-block-size: 36px;
    padding: 4px 12px;
  }

  .answer {
    margin-block-start: 10px;
    padding: 10px 14px;
    border-radius: var(--_panel-radius);
    background: var(--_accent-soft);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .notice {
    margin-block: 12px 0;
  }

  summary {
    min-block-size: 32px;
    cursor: pointer;
  }
`;
