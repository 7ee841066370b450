import { css } from 'lit';

export const boxStyles = css`
  .filter {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(160px, 100%), 1fr));
    gap: 12px 16px;
    align-items: start;
    margin-block-end: 20px;
  }

  .filter > * {
    min-inline-size: 0;
  }

  .filter .field:first-child {
    grid-column: span 2;
  }

  .filter label {
    font-size: var(--_small);
  }

  /* A date has a taller line of its own. */
  .filter .control {
    block-size: 40px;
    min-block-size: 40px;
    margin-block-start: 2px;
    padding: 6px 10px;
  }

  .filter .link {
    align-self: end;
    justify-self: start;
    min-block-size: 40px;
  }

  .above {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    justify-content: space-between;
    min-block-size: 52px;
    padding-block: 4px;
    background: var(--_paper);
  }

  .small {
    min-block-size: 36px;
    padding: 4px 12px;
  }

  .messages {
    border-block-start: 1px solid var(--_line);
  }

  .line {
    display: grid;
    grid-template-columns: var(--_columns);
    gap: 0 16px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_line);
  }

  .head .line {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 500;
  }

  /* What is drawn ahead of the window is laid out and painted when it comes near. */
  .page .line {
    min-block-size: 72px;
    content-visibility: auto;
    contain-intrinsic-size: auto 96px;
  }

  .page .line:hover,
  .line.chosen {
    background: var(--_accent-soft);
  }

  .line.unread .who,
  .line.unread .said {
    font-weight: 600;
  }

  .cell {
    overflow-wrap: anywhere;
  }

  .cell .hint {
    display: block;
  }

  .said {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .tick {
    display: grid;
    place-items: start center;
    min-block-size: 32px;
    margin: 0;
    cursor: pointer;
  }

  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 2px;
  }

  .times {
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .letter {
    display: inline-block;
    min-inline-size: 1.9em;
    padding-inline: 4px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font-size: var(--_small);
    font-weight: 600;
    text-align: center;
  }

  .bad {
    color: var(--_error);
  }

  .flag {
    color: var(--_accent-text);
    font-weight: 600;
  }

  .more {
    inline-size: 44px;
    min-block-size: 36px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font-size: 20px;
    line-height: 1;
    cursor: pointer;
  }

  .more:hover {
    background: var(--_line);
  }

  .end {
    block-size: 1px;
  }

  .columns {
    position: relative;
    margin-inline-start: auto;
  }

  .columns summary {
    display: inline-grid;
    align-items: center;
    cursor: pointer;
  }

  .columns .choice {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 200px;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  .columns .choice label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    margin: 0;
    font-weight: 400;
    cursor: pointer;
  }

  .columns .choice input {
    inline-size: 20px;
    block-size: 20px;
  }

  /* The head of the column says it where there is one. */
  .cell .of {
    display: none;
  }

  @container (max-width: 879px) {
    .head .cell:not(.first) {
      display: none;
    }

    .line {
      grid-template-columns: 36px minmax(0, 1fr) 44px;
      gap: 2px 8px;
    }

    .line > .cell {
      grid-column: 2;
    }

    .line > .cell.first {
      grid-column: 1;
      grid-row: 1 / span 2;
    }

    .head .line {
      grid-template-columns: minmax(0, 1fr);
    }

    .head .tick {
      display: flex;
      gap: 16px;
      align-items: center;
    }

    /* What stands below one another in a column stands side by side. */
    .cell .hint,
    .cell .flag {
      display: inline;
      margin-inline-start: 8px;
    }

    .cell.times > span {
      display: inline-block;
      margin-inline: 0 12px;
    }

    .who {
      margin-inline-end: 8px;
    }

    .cell .who + .hint {
      margin-inline-start: 0;
    }

    .cell .kind,
    .cell .said + .hint {
      display: block;
      margin-inline-start: 0;
    }

    .line > .cell.last {
      grid-column: 3;
      grid-row: 1 / span 2;
    }

    .cell .of {
      display: inline;
      margin-inline-end: 4px;
    }

    .filter .field:first-child {
      grid-column: 1 / -1;
    }
  }

  @media (max-width: 479px) {
    .above > .hint {
      flex-basis: 100%;
    }

    .columns {
      margin-inline-start: 0;
    }

    .columns .choice {
      inset-inline: 0 auto;
    }

    .filter {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @media (forced-colors: active) {
    .line.chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
