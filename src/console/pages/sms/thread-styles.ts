import { css } from 'lit';

export const threadStyles = css`
  .thread {
    display: grid;
    gap: 14px;
    max-inline-size: 680px;
    margin: 24px 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    gap: 2px;
    justify-items: start;
    max-inline-size: min(85%, 480px);
  }

  .out {
    justify-items: end;
    justify-self: end;
    text-align: end;
  }

  .bubble {
    padding: 10px 14px;
    border: 1px solid var(--_line);
    border-radius: 16px 16px 16px 4px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .out .bubble {
    border-color: transparent;
    border-radius: 16px 16px 4px;
    background: var(--_accent-soft);
    text-align: start;
  }

  /* Nobody has it yet. */
  .waits .bubble {
    border: 1px dashed var(--_control-line);
    background: none;
  }

  .opened .bubble {
    border-color: var(--_accent-border);
  }

  .letter {
    font-weight: 600;
  }

  .bad {
    color: var(--_error);
  }

  .status {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .status .hint {
    margin-inline-start: 6px;
  }

  form {
    max-inline-size: 680px;
  }

  textarea.control {
    min-block-size: 80px;
  }
`;
