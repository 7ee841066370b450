import { css } from 'lit';

/** Everything around the days: month and week, the first free time, a week without times. */
export const styles = css`
  .calendar {
    position: relative;
    container-type: inline-size;
  }

  h2 {
    min-block-size: 1.25em;
    font-size: max(1.5em, 24px);
    line-height: 1.25;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
    margin-block: 12px 16px;
  }

  .missing {
    color: var(--_error);
  }

  .month {
    flex: 1 1 auto;
    min-block-size: 1.5em;
  }

  .controls {
    display: flex;
    gap: 4px;
  }

  .controls .button {
    min-inline-size: 44px;
    padding-inline: 16px;
  }

  .previousWeek::before,
  .nextWeek::before {
    content: '';
    inline-size: 9px;
    block-size: 9px;
    border: solid;
    border-width: 2px 2px 0 0;
    margin-inline-end: 4px;
    transform: rotate(45deg);
  }

  .previousWeek::before {
    margin-inline: 4px 0;
    transform: rotate(225deg);
  }

  .link {
    min-block-size: 44px;
  }

  /* Beside the heading. */
  .bar .link {
    position: absolute;
    inset-block-start: -7px;
    inset-inline-end: 0;
  }

  .first {
    min-block-size: 64px;
    margin-block-end: 20px;
    border-radius: var(--_panel-radius);
    background: var(--_accent-soft);
  }

  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    touch-action: pan-y pinch-zoom;
    transition: opacity var(--_motion) 150ms;
  }

  .panel[inert] {
    opacity: 0.4;
  }

  .empty {
    grid-area: 2 / 1;
    display: flex;
    flex-wrap: wrap;
    place-content: center;
    align-self: start;
    gap: 16px 8px;
    margin-block-start: 100px;
    padding: 24px 16px;
  }

  .empty p {
    flex: 1 0 100%;
    text-align: center;
    text-wrap: balance;
  }

  @container (max-width: 799px) {
    .first {
      min-block-size: 88px;
    }
  }

  @container (max-width: 479px) {
    .bar {
      gap: 8px;
      margin-block: 8px;
    }

    .controls {
      order: 1;
      flex: 1 0 100%;
    }

    .controls .button {
      flex: auto;
      padding-inline: 4px;
      font-size: var(--_small);
    }

    .empty {
      margin-block-start: 0;
    }
  }
`;
