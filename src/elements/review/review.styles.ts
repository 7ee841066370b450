import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.125em;
  }

  .lead {
    max-inline-size: 56ch;
    margin-block-start: 4px;
    color: var(--_ink-quiet);
  }

  .content {
    display: grid;
    gap: 32px;
    max-inline-size: 560px;
    margin-block-start: 24px;
  }

  .when {
    font-size: 1.25em;
    line-height: 1.4;
  }

  .when strong {
    display: block;
    font-weight: 600;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
  }

  dl {
    margin-block-start: 8px;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }

  .person .row {
    padding-block: 6px;
    border: 0;
  }

  .person dd {
    white-space: pre-line;
  }

  dt {
    grid-column: 1;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  dd {
    grid-column: 1;
    overflow-wrap: anywhere;
  }

  .change {
    display: flex;
    grid-area: 1 / 2 / span 2;
    align-items: center;
  }

  .quiet {
    display: block;
    color: var(--_ink-quiet);
  }

  .link {
    min-block-size: 44px;
  }

  @container (min-width: 480px) {
    .person .row {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      align-items: baseline;
    }

    .person dd {
      grid-column: 2;
    }
  }
`;
