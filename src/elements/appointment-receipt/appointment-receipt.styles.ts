import { css } from 'lit';
import { receiptStyles } from '../../theme/receipt-styles.js';

export const styles = css`
  ${receiptStyles}

  .actions {
    column-gap: 24px;
  }

  .link {
    min-block-size: 44px;
  }

  [href^='tel:'] {
    display: inline-block;
    padding-block: 2px;
  }
`;
