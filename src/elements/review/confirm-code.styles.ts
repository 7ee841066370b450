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

  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 24px;
    min-block-size: 44px;
  }

  .ways .link {
    min-block-size: 44px;
  }

  .again {
    display: grid;
    gap: 4px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }

  .again p {
    font-variant-numeric: tabular-nums;
  }

  .done {
    display: flex;
    gap: 8px;
    color: var(--_success);
    font-weight: 500;
  }

  .done .icon {
    flex: none;
    margin-block-start: 2px;
  }
`;
