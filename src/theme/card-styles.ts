import { css } from 'lit';

/**
 * `.cards` and `.card`: large single choices. A card's button holds only its name and is stretched over the whole card, so
 * that its accessible name stays short and lists inside the card stay lists.
 */
export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 288px), 1fr));
    gap: 12px;
  }

  .card {
    position: relative;
    padding-block: 16px;
    padding-inline: 20px 52px;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    overflow-wrap: anywhere;
    transition: border-color var(--_motion);
  }

  .card.any {
    grid-column: 1 / -1;
  }

  .choose {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    hyphens: auto;
    hyphenate-limit-chars: 16 5;
    cursor: pointer;
  }

  .choose::after {
    position: absolute;
    inset: -1px;
    border-radius: var(--_panel-radius);
    content: '';
  }

  .choose:focus-visible {
    outline: none;
  }

  .choose:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .card .mark {
    position: absolute;
    inset-block-start: 16px;
    inset-inline-end: 16px;
    display: grid;
    inline-size: 24px;
    block-size: 24px;
    place-items: center;
    border-radius: 50%;
    color: var(--_ink-quiet);
  }

  /* On a touch screen, the card that was tapped last would keep its hover style. */
  @media (hover: hover) {
    .card:hover {
      border-color: var(--_accent-border);
    }

    .card:hover .mark {
      color: var(--_accent-text);
    }
  }

  .card.chosen {
    border-color: var(--_accent-border);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent-border);
  }

  .card.chosen .mark {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  /* Above the button that covers the card. */
  .card a {
    position: relative;
  }

  .facts {
    color: var(--_ink-quiet);
  }

  /* Its line is kept while it is loaded. */
  .first {
    flex: 1 0 100%;
    min-block-size: 1.5em;
    font-size: var(--_small);
  }

  .first b {
    color: var(--_accent-text);
    /* Firefox makes a line of two weights a pixel higher otherwise. */
    line-height: 1;
  }

  @media (forced-colors: active) {
    .card.chosen {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
