import { css } from 'lit';
import { dialogStyles } from '../../look/dialog-styles.js';

export const todayStyles = css`
  ${dialogStyles}

  opus-console-appointment-sms {
    display: block;
    margin-block: 20px 24px;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-block-end: 16px;
  }

  .bar .end {
    margin-inline-start: auto;
  }

  .small {
    min-block-size: 36px;
    padding: 4px 12px;
  }

  .compact {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 36px;
    margin: 0;
    padding: 4px 8px;
  }

  .tally {
    margin-block: 24px 4px;
    color: var(--_ink-quiet);
  }

  .entries {
    margin: 0;
    padding: 0;
    border-block-start: 1px solid var(--_line);
    list-style: none;
  }

  .entry {
    display: grid;
    grid-template-columns: 7em minmax(0, 2fr) minmax(0, 3fr) 12em;
    gap: 2px 20px;
    padding-block: 14px;
    border-block-end: 1px solid var(--_line);
  }

  .sms-1 .entry {
    grid-template-columns: 7.5em minmax(0, 1fr) minmax(0, 1fr) 6em 12em;
  }

  .sms-2 .entry {
    grid-template-columns: 7em minmax(0, 1fr) minmax(0, 1fr) 12em 11em;
  }

  .sms-3 .entry {
    grid-template-columns: 7em minmax(0, 1fr) minmax(0, 1fr) 17em 10em;
  }

  .state {
    grid-column: -2;
  }

  .reminders {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-column: 4;
    gap: 0 12px;
    align-content: start;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink-quiet);
    font: inherit;
    font-size: var(--_small);
    text-align: start;
  }

  button.reminders {
    padding-block-start: 2px;
    cursor: pointer;
  }

  .letter {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  button.reminders:hover .letter {
    color: var(--_ink);
  }

  .reminder.bad {
    color: var(--_error);
    font-weight: 600;
  }

  .delivery {
    display: block;
  }

  .heads {
    padding-block: 0 6px;
    border: 0;
  }

  .time {
    grid-column: 1;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .who a:first-child {
    font-weight: 600;
  }

  .entry .hint {
    display: block;
  }

  .text {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    align-self: start;
    justify-content: flex-end;
    gap: 4px 12px;
    text-align: end;
  }

  .cancelled .who a:first-child,
  .cancelled .time {
    color: var(--_ink-quiet);
    text-decoration: line-through;
  }

  .answered {
    color: var(--_accent-text);
    font-weight: 600;
    white-space: nowrap;
  }

  .answered.no {
    color: var(--_error);
  }

  .came {
    color: var(--_accent-text);
    font-weight: 600;
  }

  /* Beneath the name, each with its number. */
  @media (max-width: 1099px) {
    .entry,
    [class] .entry {
      grid-template-columns: 7.5em minmax(0, 1fr) minmax(0, 1fr) 14em;
    }

    .heads {
      display: none;
    }

    .reminders {
      display: flex;
      flex-wrap: wrap;
      grid-column: 2 / -1;
      grid-row: 2;
      gap: 2px 16px;
      min-block-size: 32px;
    }

    .delivery {
      display: inline;
    }

    /* In one line of a phone. */
    .delivered {
      font-size: 0;
    }

    .delivered::after {
      content: '✓';
      /* Not read out beside the word, where a browser knows how. */
      content: '✓' / '';
      font-size: var(--_small);
    }
  }

  @media (min-width: 1100px) {
    .reminder .number {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (max-width: 639px) {
    /* One below the other, as wide as the page. */
    .filter .compact {
      flex: 1 1 100%;
      inline-size: 100%;
    }

    .entry,
    [class] .entry {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .time {
      grid-row: 1;
    }

    .state {
      grid-column: 2;
      grid-row: 1;
    }

    .who,
    .what,
    .reminders {
      grid-column: 1 / -1;
      grid-row: auto;
    }

    .reminders {
      gap: 2px 12px;
    }
  }

  @media print {
    .bar,
    .lead,
    button {
      display: none;
    }

    button.reminders {
      display: flex;
    }

    .entry {
      padding-block: 6px;
      break-inside: avoid;
    }

    a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
