import { css } from 'lit';

export const styles = css`
  .first {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 20px;
    padding: 8px 8px 8px 16px;
  }

  .first > span {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    line-height: 1.25;
  }

  .first ul {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .first .slot {
    block-size: auto;
    min-block-size: 48px;
    margin: 0;
    padding: 4px 16px;
  }

  .first .slot b {
    font-weight: 600;
  }

  /* As high whatever the days are called: room is kept for it before it comes. */
  @container (max-width: 799px) {
    .first {
      display: block;
      padding: 8px;
    }

    .first > span {
      display: block;
      padding-inline-start: 4px;
      margin-block-end: 4px;
    }

    .first ul {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .first .slot {
      padding: 4px;
    }
  }

  @container (max-width: 479px) {
    .first ul {
      gap: 4px;
    }

    .first .slot {
      font-size: var(--_small);
    }

    .first .slot span,
    .first .slot b {
      display: block;
    }
  }
`;
