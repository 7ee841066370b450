import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

export const styles = css`
  ${toneStyles}

  .receipt {
    max-inline-size: 600px;
  }

  h2 {
    display: flex;
    gap: 12px;
    align-items: center;
    color: var(--_success);
    font-size: 1em;
    font-weight: 600;
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

  .change {
    margin-block-start: 12px;
  }

  .sent {
    margin-block-start: 24px;
    color: var(--_ink-quiet);
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: 1.125em;
  }

  .where {
    margin-block-start: 32px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }

  dl {
    display: grid;
    gap: 12px;
    margin-block-start: 12px;
  }

  dt {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  dd {
    overflow-wrap: anywhere;
  }

  dd a {
    display: inline-block;
    padding-block: 2px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block-start: 32px;
  }

  .start {
    display: inline-block;
    margin-block-start: 16px;
    padding-block: 10px;
  }

  [href^='tel:'] {
    white-space: nowrap;
  }

  @media print {
    .actions,
    .start {
      display: none;
    }

    a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
