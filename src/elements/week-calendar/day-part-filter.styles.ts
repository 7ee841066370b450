import { css } from 'lit';

/** In the heading's row, or between the day's name and its times where it is narrow. The room is always kept, so that nothing moves. */
export const styles = css`
  .parts {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: 0;
    display: flex;
    gap: 4px;
  }

  .parts button {
    min-block-size: 40px;
    padding: 4px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    cursor: pointer;
  }

  .parts button:hover {
    border-color: var(--_accent-border);
  }

  .parts [aria-pressed='true'] {
    border-color: var(--_accent-border);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: 600;
  }

  .parts [aria-pressed='true']::before {
    content: '✓ ';
  }

  .rest {
    inline-size: 100%;
    text-align: start;
  }

  @container (max-width: 479px) {
    .parts {
      position: static;
      grid-area: 2 / 1;
      place-self: start end;
      margin-block-start: 27px;
    }

    .parts button {
      min-block-size: 34px;
      padding: 0 8px;
      font-size: var(--_small);
    }
  }

  @media (forced-colors: active) {
    .parts [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
