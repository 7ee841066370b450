import { css } from 'lit';

export const styles = css`
  .frame {
    display: flex;
    flex-direction: column;
    gap: 40px;
    container-type: inline-size;
    max-inline-size: 720px;
  }

  h2 {
    margin: 0;
  }

  section {
    display: flex;
    flex-direction: column;
    gap: 12px;
    align-items: start;
  }

  section ul {
    inline-size: 100%;
  }

  h4,
  address {
    margin: 0;
    font-style: normal;
  }

  h4 {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
  }

  .time {
    display: block;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .appointment {
    display: grid;
    gap: 16px;
    padding-block: 24px;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    justify-content: space-between;
  }

  .state {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .cancelled h4 {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  .cancelled .state {
    color: var(--_ink);
    font-weight: 600;
  }

  .past,
  .cancelled {
    color: var(--_ink-quiet);
  }

  .what {
    font-weight: 600;
  }

  .past .what,
  .cancelled .what {
    font-weight: 500;
  }

  .ways {
    display: grid;
    gap: 12px;
    justify-items: start;
  }

  .ways .buttons,
  .ways ::slotted(*) {
    justify-self: stretch;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }

  .note {
    max-inline-size: 60ch;
    color: var(--_ink-quiet);
  }

  .recalls {
    display: grid;
    gap: 16px;
  }

  .recall {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  .recall.due {
    padding: 20px 24px 24px;
    border-radius: var(--_panel-radius);
    background: var(--_accent-soft);
  }

  .recall.due .button {
    margin-block-start: 8px;
  }

  [href^='tel:'] {
    display: inline-block;
    padding-block: 2px;
  }

  a.button {
    text-decoration: none;
  }

  .link {
    min-block-size: 44px;
  }

  .skeleton {
    gap: 40px;
  }

  .skeleton-line.line {
    display: block;
    block-size: 28px;
    margin-block-end: 16px;
  }

  .skeleton-line.big {
    display: block;
    block-size: 148px;
  }

  @container (min-width: 480px) {
    .appointment {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .when,
    .ways {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 479px) {
    .buttons .button {
      flex: 1 0 auto;
    }
  }

  @media (forced-colors: active) {
    .recall.due {
      border: 1px solid CanvasText;
    }
  }
`;
