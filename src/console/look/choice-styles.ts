import { css } from 'lit';

/** A box or a round button with its words beside it, as one target. */
export const choiceStyles = css`
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    font-weight: 400;
  }

  .choice input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent-text);
  }
`;
