import { css } from 'lit';

/** The days and their times: in columns; under 480 px a strip of days and the chosen day's times. */
export const daysStyles = css`
  .strip,
  .full {
    display: none;
  }

  .days {
    grid-area: 2 / 1;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 8px;
    min-block-size: 480px;
  }

  h4 {
    display: flex;
    flex-direction: column;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.25;
    white-space: nowrap;
  }

  .weekday {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-weight: 400;
  }

  .date {
    font-size: 1.25em;
  }

  [aria-current='date'] .date {
    color: var(--_accent-text);
    text-decoration-line: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }

  .count {
    min-block-size: 1.5em;
    margin-block-end: 12px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  [aria-busy='true'] .times:empty {
    block-size: 304px;
    background-image: repeating-linear-gradient(var(--_line) 0 44px, transparent 44px 52px);
    border-radius: var(--_radius);
    opacity: 0.5;
    animation: appear var(--_motion) 150ms backwards;
  }

  @keyframes appear {
    0% {
      opacity: 0;
    }
  }

  .slot {
    display: block;
    inline-size: 100%;
    block-size: max(44px, 2.75em);
    margin-block-end: 8px;
    padding: 0;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
    cursor: pointer;
  }

  .slot:hover {
    border-color: var(--_accent-border);
    background: var(--_accent-soft);
  }

  .slot[aria-pressed='true'] {
    border-color: var(--_accent-border);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .slot[aria-pressed='true']::before {
    content: '✓ ';
  }

  .slot[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--_line);
    background: none;
    color: var(--_ink-quiet);
    text-decoration: line-through;
    cursor: default;
  }

  .long .block {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 832px;
    overflow-clip-margin: 8px;
  }

  /* Columns too narrow for one line. No ::first-line here: it shapes every text twice, at any width. */
  @container (min-width: 480px) and (max-width: 655px) {
    .slot {
      block-size: max(56px, 3.5em);
    }
  }

  @container (min-width: 656px) and (max-width: 895px) {
    .many .slot {
      block-size: max(56px, 3.5em);
    }
  }

  @container (max-width: 479px) {
    h4 {
      white-space: normal;
    }

    .strip {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: 4px;
      margin-block-end: 8px;
    }

    .strip button {
      display: grid;
      justify-items: center;
      padding: 8px 0;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: none;
      color: var(--_ink-quiet);
      font-size: var(--_small);
      line-height: 1.25;
      cursor: pointer;
    }

    .strip span {
      min-block-size: 1.25em;
    }

    .strip b {
      color: var(--_ink);
      font-size: max(1.25em, 20px);
      font-weight: 600;
    }

    .strip [aria-pressed='true'] {
      border-color: var(--_accent-border);
      background: var(--_accent-soft);
      color: var(--_ink);
    }

    .days {
      display: block;
      min-block-size: 380px;
    }

    .day:not(.chosen),
    .bare .day,
    .weekday,
    .date {
      display: none;
    }

    .full {
      display: inline;
    }

    .count {
      margin: 0;
    }

    .day {
      display: grid;
      grid-template-columns: 1fr auto;
      row-gap: 8px;
    }

    .times {
      grid-column: 1 / -1;
    }

    .tall .times {
      padding-block-start: 34px;
    }

    .block {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: 8px;
    }

    .slot {
      block-size: max(48px, 3em);
    }

    .long .block {
      contain-intrinsic-block-size: auto 448px;
    }
  }

  @media (forced-colors: active) {
    .slot[aria-pressed='true'],
    .strip [aria-pressed='true'],
    .strip [aria-pressed='true'] b {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .slot[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
