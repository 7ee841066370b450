import { css } from 'lit';

/** The calendars side by side: hours at the left and names above stay in sight. */
export const gridStyles = css`
  :host {
    --_minute: 1.6px;
    --_gutter: 56px;
    --_least-column: 132px;
  }

  .scroll {
    max-block-size: max(420px, calc(100vh - 260px));
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    overscroll-behavior: contain;
  }

  .sheet {
    position: relative;
    display: grid;
    grid-template-columns: var(--_gutter) 1fr;
    inline-size: max(100%, calc(var(--_gutter) + var(--_columns) * var(--_least-column)));
  }

  .heads {
    position: sticky;
    z-index: 3;
    inset-block-start: 0;
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: var(--_gutter) repeat(var(--_columns), minmax(0, 1fr));
    border-block-end: 1px solid var(--_line);
    background: var(--_paper);
  }

  .head {
    min-inline-size: 0;
    padding: 8px;
    overflow: hidden;
    border-inline-start: 1px solid var(--_line);
    font-size: var(--_small);
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head b {
    display: block;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }

  .corner {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    background: var(--_paper);
  }

  .hours {
    position: sticky;
    z-index: 2;
    inset-inline-start: 0;
    background: var(--_paper);
  }

  .hour {
    position: absolute;
    inset-inline: 0;
    padding-inline-end: 8px;
    color: var(--_ink-quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    text-align: end;
    transform: translateY(3px);
  }

  .surface {
    position: relative;
    display: grid;
    grid-template-columns: repeat(var(--_columns), minmax(0, 1fr));
    block-size: calc(var(--_length) * var(--_minute));
    cursor: cell;
    user-select: none;
    outline-offset: -3px;
  }

  .column {
    position: relative;
    overflow: hidden;
    border-inline-start: 1px solid var(--_line);
    background-color: var(--_closed);
    contain: strict;
    content-visibility: auto;
    --_closed: color-mix(in srgb, var(--_ink) 5%, var(--_paper));
  }

  /* Only where something asks how wide it is: a container is laid out twice. */
  .column.crowded {
    container-type: size;
  }

  .column.day {
    border-inline-start-color: var(--_control-line);
  }

  /* A line each hour, over working time and beneath everything else. */
  .column::before {
    position: absolute;
    inset: 0;
    background: repeating-linear-gradient(
      to bottom,
      var(--_line) 0 1px,
      transparent 1px calc(60 * var(--_minute))
    );
    content: '';
    pointer-events: none;
  }

  .block {
    position: absolute;
    inset-block-start: calc((var(--_from) - var(--_start)) * var(--_minute));
    inset-inline-start: calc(100% * var(--_lane, 0) / var(--_lanes, 1));
    block-size: calc((var(--_to) - var(--_from)) * var(--_minute));
    inline-size: calc(100% / var(--_lanes, 1));
    overflow: hidden;
    font-size: 13px;
    line-height: 1.25;
  }

  .working-time {
    z-index: -1;
    background: var(--_paper);
  }

  .working-time.recall {
    box-shadow: inset -4px 0 0 color-mix(in srgb, var(--_ink) 22%, var(--_paper));
  }

  .preblock {
    z-index: 1;
    /* Its name keeps clear of the times at the other side. */
    padding: calc(3px + var(--_name, 0) * var(--_minute)) calc(48px / var(--_lanes, 1)) 0 10px;
    border-inline-start: 4px solid color-mix(in srgb, var(--_tone, var(--_accent)) 70%, var(--_ink));
    background: color-mix(in srgb, var(--_tone, var(--_accent-soft)) 45%, transparent);
    color: var(--_ink);
  }

  /* Its side, by which it is taken. */
  .preblock::after {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: max(20px, 14%);
    content: '';
    cursor: grab;
  }

  .offered {
    z-index: 2;
    inset-inline-start: auto;
    inset-inline-end: 4px;
    inline-size: auto;
    block-size: 15px;
    padding: 0 5px;
    border: 1px solid var(--_accent-border);
    border-radius: 999px;
    background: var(--_paper);
    color: var(--_accent-text);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
    line-height: 13px;
    pointer-events: none;
  }

  /* A start too close to another stands beside it; where there is no room for that, as a line. */
  .offered.beside {
    inset-inline-end: calc(4px + 44px * var(--_lane));
  }

  @container (max-width: 199px) {
    .offered.beside {
      inset-inline-end: 46px;
      inline-size: 12px;
      block-size: 3px;
      padding: 0;
      background: var(--_accent-border);
      font-size: 0;
    }
  }

  .entry,
  .taken {
    z-index: 2;
    inset-inline-start: calc(14% + 86% * var(--_lane, 0) / var(--_lanes, 1));
    inline-size: calc(86% / var(--_lanes, 1) - 4px);
    padding: 3px 8px;
    border: 1px solid color-mix(in srgb, var(--_ink) 30%, var(--_paper));
    border-radius: 6px;
    background: var(--_paper);
    box-shadow: 0 1px 2px rgb(0 20 30 / 8%);
    cursor: grab;
  }

  .entry b {
    display: block;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .entry .at {
    flex: none;
    font-variant-numeric: tabular-nums;
  }

  .entry.one-line {
    display: flex;
    gap: 6px;
    padding-block: 0;
    line-height: 15px;
  }

  .entry.more-lines b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .entry.held,
  .entry.pending {
    border-style: dashed;
    color: var(--_ink-quiet);
  }

  .entry.online {
    border-inline-start: 4px solid var(--_accent-border);
  }

  .taken {
    background: repeating-linear-gradient(
      135deg,
      transparent 0 6px,
      color-mix(in srgb, var(--_ink) 12%, transparent) 6px 7px
    );
    cursor: default;
  }

  .mark {
    position: absolute;
    z-index: 4;
    inset-block-start: 0;
    inset-inline-start: 0;
    padding: 2px 8px;
    overflow: hidden;
    border: 2px solid var(--_ink);
    border-radius: 6px;
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
    color: var(--_ink);
    font-size: 13px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    pointer-events: none;
    contain: strict;
    will-change: transform;
  }

  .surface:not(:focus-visible):not(.marking) .mark.cursor {
    opacity: 0;
  }

  @media (forced-colors: active) {
    .mark {
      border-color: Highlight;
    }

    .working-time {
      border-inline-end: 3px double CanvasText;
    }

    .preblock,
    .entry {
      border-inline-start: 4px solid CanvasText;
    }
  }
`;
