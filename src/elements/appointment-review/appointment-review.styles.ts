import { css } from 'lit';

export const styles = css`
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    max-inline-size: 560px;
  }

  .change {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }

  dt,
  .quiet {
    color: var(--_ink-quiet);
  }

  dt {
    font-size: var(--_small);
  }

  dd {
    overflow-wrap: anywhere;
  }

  dd > * {
    display: block;
  }

  strong {
    font-weight: 500;
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .new strong,
  .new .time {
    font-size: 1.25em;
    line-height: 1.4;
  }

  .new strong {
    font-weight: 600;
  }

  .new .quiet {
    margin-block-start: 2px;
  }

  .skeleton-line {
    inline-size: min(260px, 80%);
    block-size: 6em;
    border-radius: var(--_radius);
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }

  @container (min-width: 480px) {
    .change:has(> :nth-child(2)) {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
`;
