import { css } from 'lit';

/** The history: its filter, and what was changed. */
export const historyStyles = css`
  .filter {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
    gap: 12px 20px;
    max-inline-size: 960px;
    margin-block-end: 16px;
  }

  .filtered {
    margin-block-end: 16px;
  }

  .items {
    max-inline-size: 960px;
  }

  details {
    flex-basis: 100%;
  }

  summary {
    min-block-size: 24px;
    color: var(--_accent-text);
    cursor: pointer;
  }

  dl {
    margin: 8px 0 0;
  }

  .change {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr);
    gap: 4px 24px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_small);
  }

  dt {
    font-weight: 500;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  del,
  ins {
    text-decoration: none;
  }

  del {
    color: var(--_ink-quiet);
  }

  @media (max-width: 640px) {
    .change {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
