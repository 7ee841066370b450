import { css } from 'lit';

/** What lists and editors of this page share. */
export const catalogueStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 12px;
    padding: 0;
    font-size: 1.25em;
    font-weight: 600;
  }

  legend.label {
    margin-block-end: 4px;
    font-size: 1em;
    font-weight: 600;
  }

  .choices {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 24px;
  }

  .filter {
    max-inline-size: 320px;
    margin-block-end: 20px;
  }

  /* Many switches side by side. */
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: 8px 24px;
    max-inline-size: 820px;
    margin-block: 12px 20px;
  }

  .boxes label {
    overflow-wrap: anywhere;
  }

  .save-bar {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    margin-block-start: 24px;
    padding-block: 16px;
    border-block-start: 1px solid var(--_line);
    background: var(--_paper);
  }

  .removal {
    margin-block-start: 40px;
  }

  .removal p {
    max-inline-size: 60ch;
    margin-block-end: 12px;
  }
`;
