import { css } from 'lit';

export const styles = css`
  .control {
    font-size: 1.5em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.25em;
  }
`;
