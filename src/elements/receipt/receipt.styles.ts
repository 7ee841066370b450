import { css } from 'lit';
import { receiptStyles } from '../../theme/receipt-styles.js';

export const styles = css`
  ${receiptStyles}

  .change {
    margin-block-start: 12px;
  }

  .sent {
    margin-block-start: 24px;
    color: var(--_ink-quiet);
    overflow-wrap: anywhere;
  }

  .where {
    margin-block-start: 32px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }

  dl {
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
  }

  dt {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  dd a {
    display: inline-block;
    padding-block: 2px;
  }

  .start {
    display: inline-block;
    margin-block-start: 16px;
    padding-block: 10px;
  }

  @media print {
    .actions,
    .start,
    slot {
      display: none;
    }

    a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
