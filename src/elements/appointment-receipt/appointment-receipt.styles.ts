import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

export const styles = css`
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
    font-weight: 600;
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
    gap: 12px 24px;
    align-items: center;
    margin-block-start: 32px;
  }

  .link {
    min-block-size: 44px;
  }

  [href^='tel:'] {
    display: inline-block;
    padding-block: 2px;
    white-space: nowrap;
  }
`;
