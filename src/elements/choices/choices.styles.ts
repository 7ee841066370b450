import { css } from 'lit';

// The container is the root's layout, not the element: at the side of a wide page it is narrow itself and yet open.
export const styles = css`
  h2 {
    margin-block-end: 4px;
    font-size: 1.125em;
    /* On one line with the step's own heading. */
    line-height: 1.75;
    letter-spacing: 0;
  }

  .line {
    display: none;
  }

  .row {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    padding-block: 12px;
    overflow-wrap: anywhere;
  }

  .row + .row {
    border-block-start: 1px solid var(--_line);
  }

  dd > :not(button) {
    display: block;
  }

  dd > a {
    inline-size: fit-content;
  }

  strong {
    font-weight: 500;
  }

  .quiet {
    color: var(--_ink-quiet);
  }

  .time {
    white-space: nowrap;
  }

  .change {
    flex: none;
  }

  .waiting {
    visibility: hidden;
  }

  .link {
    font-size: var(--_small);
  }

  @container (max-width: 831px) {
    .empty {
      display: none;
    }
  }

  @container (min-width: 480px) and (max-width: 831px) {
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(144px, 1fr));
      gap: 24px;
    }

    .row {
      flex-direction: column;
      gap: 4px;
      justify-content: start;
      padding-block: 0;
    }

    .row + .row {
      border: 0;
    }
  }

  @container (max-width: 479px) {
    h2 {
      margin: 0;
      font-size: 1em;
      line-height: inherit;
      text-wrap: wrap;
    }

    /* The line says it; kept for those who listen. */
    h2:has(.line) .title {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    dl {
      display: none;
    }

    .line {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: space-between;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 8px 0;
      border: 0;
      border-block: 1px solid var(--_line);
      background: none;
      font-weight: 500;
      text-align: start;
      overflow-wrap: anywhere;
      cursor: pointer;
    }

    .line > span {
      min-inline-size: 0;
    }

    /* One line: who it is may be known a moment later, and nothing below may move then. */
    .what {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .line .quiet {
      display: block;
      font-weight: 400;
    }

    .line .icon {
      flex: none;
      transform: rotate(90deg);
    }

    .open .line .icon {
      transform: rotate(-90deg);
    }

    .open dl {
      display: block;
    }
  }
`;
