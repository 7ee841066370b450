import { css } from 'lit';

export const styles = css`
  .box {
    padding: 16px 20px;
    border: 1px solid var(--opus-note-line, #e6d48a);
    border-radius: var(--_panel-radius);
    background: var(--opus-note, #fdf6dc);
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: 1em;
  }

  p {
    max-inline-size: 68ch;
    white-space: pre-line;
  }

  h3 + p {
    margin-block-start: 4px;
  }
`;
