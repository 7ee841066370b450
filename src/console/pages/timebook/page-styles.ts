import { css } from 'lit';
import { dialogStyles } from '../../look/dialog-styles.js';

export const pageStyles = css`
  ${dialogStyles}

  .bar .lead {
    flex-basis: 100%;
    max-inline-size: none;
    margin: 0;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    margin-block-end: 12px;
  }

  .when,
  .layers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .layers {
    gap: 4px 16px;
  }

  .period {
    min-inline-size: 6.5em;
    text-align: center;
  }

  .more {
    display: none;
    min-inline-size: 44px;
  }

  .more sup {
    font-size: 12px;
    line-height: 0;
  }

  /* One row, and the calendars below it: the rest opens with the button. */
  @media (max-width: 1099px) {
    .bar {
      column-gap: 8px;
    }

    .more {
      display: inline-flex;
    }

    .bar:not(.open) .rest,
    .bar.rest:not(.open) {
      display: none;
    }
  }

  @media (max-width: 599px) {
    .bar:not(.open) .wide {
      display: none;
    }

    .when:first-child {
      flex: 1;
      flex-wrap: nowrap;
    }

    .period {
      flex: 1;
      min-inline-size: 0;
    }
  }

  .small {
    min-block-size: 36px;
    padding: 4px 12px;
  }

  .small[aria-pressed='true'] {
    border-color: var(--_accent-border);
    background: var(--_accent-soft);
    font-weight: 600;
  }

  .compact {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 36px;
    margin: 0;
    padding: 4px 8px;
  }

  /* As wide as what they hold where there is room, two in a row on a phone. */
  .bar > select.compact {
    flex: 1 1 9em;
    min-inline-size: 0;
    max-inline-size: 18em;
  }

  /* A long name keeps clear of the arrow. */
  select.compact {
    padding-inline-end: 14px;
  }

  .layer {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    font-weight: 400;
  }

  .layer input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent-text);
  }

  .freed {
    display: block;
    margin-block-end: 12px;
  }

  .freed[hidden] {
    display: none;
  }

  .said .notice {
    margin-block-end: 12px;
  }
`;
