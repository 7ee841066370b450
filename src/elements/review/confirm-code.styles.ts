import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

export const styles = css`
  ${toneStyles}

  h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }

  .lead {
    max-inline-size: 56ch;
    margin-block-start: 8px;
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-inline-size: 480px;
    margin-block-start: 24px;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
`;
