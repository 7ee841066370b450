import { css } from 'lit';

/** Of what logging in adds to the page. */
export const styles = css`
  .top {
    flex-wrap: wrap;
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: flex-end;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }

  .language + .who {
    margin-inline-start: 0;
  }

  .who .link {
    min-block-size: 44px;
  }
`;
