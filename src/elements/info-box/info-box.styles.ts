import { css } from 'lit';

export const styles = css`
  .box {
    padding: 16px 20px;
    border: 1px solid var(--opus-note-line, color-mix(in srgb, #e0c200 45%, var(--_paper)));
    border-radius: var(--_panel-radius);
    background: var(--opus-note, color-mix(in srgb, #f0cc00 11%, var(--_paper)));
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
