import { css } from 'lit';

/** The matrix scrolls by itself where it is wide; its first column stays. */
export const matrixStyles = css`
  .holes ul {
    display: grid;
    gap: 16px;
    max-inline-size: 72ch;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .holes li {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_error);
    background: var(--_accent-soft);
  }

  .holes p {
    margin: 4px 0 0;
  }

  .scroller {
    max-inline-size: max-content;
    margin-block-end: 16px;
    overflow-x: auto;
    /* A shadow at the edge tells that there is more; at the end it is covered. */
    background:
      linear-gradient(to left, var(--_paper) 40px, transparent) right / 60px 100% no-repeat local,
      linear-gradient(to left, color-mix(in srgb, var(--_ink) 22%, transparent), transparent)
        right / 14px 100% no-repeat scroll;
  }

  table {
    inline-size: auto;
  }

  thead th,
  thead td {
    max-inline-size: 160px;
    vertical-align: bottom;
    overflow-wrap: break-word;
  }

  /* Above the ticks of its column. */
  thead th:not(:first-child) {
    padding-inline: 8px;
    text-align: center;
  }

  tbody th {
    position: sticky;
    inset-inline-start: 0;
    min-inline-size: 150px;
    max-inline-size: 320px;
    background: var(--_paper);
    color: var(--_ink);
    font-size: 1em;
  }

  .category {
    display: block;
    font-weight: 600;
  }

  .treatment {
    display: block;
  }

  .treatment.hole {
    color: var(--_error);
  }

  .cell {
    padding-inline: 16px;
    text-align: center;
  }

  .cell input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--_accent-text);
  }
`;
