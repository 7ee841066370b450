import { css } from 'lit';
import { receiptStyles } from '../../theme/receipt-styles.js';

export const styles = css`
  ${receiptStyles}

  .actions {
    margin-block-start: 20px;
  }

  .change {
    margin-block-start: 20px;
  }

  slot:not([name]) {
    display: block;
    margin-block-start: 16px;
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

  .last {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    margin-block-start: 24px;
  }

  .last > * {
    padding-block: 10px;
  }

  @media print {
    .actions,
    .last,
    slot {
      display: none;
    }

    a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
