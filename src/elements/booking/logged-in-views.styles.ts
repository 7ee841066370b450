import { css } from 'lit';

/** Of who is logged in, in the page's header. */
export const styles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: flex-end;
    font-variant-numeric: tabular-nums;
  }

  @container (max-width: 831px) {
    .top .who[role='group'] {
      flex: 1 0 100%;
      justify-content: start;
      margin-block-start: 8px;
      margin-inline-start: 0;
    }

    .who span {
      flex: 1 1 240px;
      overflow-wrap: anywhere;
    }
  }

  @container (max-width: 479px) {
    .who span {
      flex-basis: 100%;
    }
  }
`;
