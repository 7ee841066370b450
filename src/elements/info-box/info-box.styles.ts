import { css } from 'lit';

export const styles = css`
  .box {
    padding: 16px 20px;
    border: 1px solid var(--opus-note-line, rgb(224 194 0 / 45%));
    border-radius: var(--_panel-radius);
    background: var(--opus-note, rgb(240 204 0 / 11%));
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
