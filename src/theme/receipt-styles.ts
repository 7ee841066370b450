import { css } from 'lit';
import { toneStyles } from './tone-styles.js';

/** A receipt: a heading with a tick, the appointment in one large sentence, and the actions under it. */
export const receiptStyles = css`
  ${toneStyles}

  article {
    max-inline-size: 600px;
  }

  h2 {
    display: flex;
    gap: 12px;
    align-items: center;
    color: var(--_success);
    font-size: 1em;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  .done {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border: 2px solid currentColor;
    border-radius: 50%;
  }

  .done .icon {
    inline-size: 24px;
    block-size: 24px;
  }

  .sentence {
    margin-block-start: 16px;
    font-size: 1.5em;
    font-weight: 500;
    line-height: 1.35;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .where {
    margin-block-start: 24px;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    margin-block-start: 32px;
  }

  .missing {
    color: var(--_error);
  }

  [href^='tel:'] {
    white-space: nowrap;
  }
`;
