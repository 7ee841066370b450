import { css } from 'lit';

/** The consent box with its text, link and error; used with `fieldStyles`. */
export const consentStyles = css`
  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
  }

  .consent label {
    padding-block: 10px;
    font-weight: 400;
    cursor: pointer;
  }

  .own {
    white-space: pre-line;
  }

  .consent a {
    display: inline-block;
    grid-column: 2;
    padding-block: 4px;
  }

  .consent .error {
    grid-column: 1 / -1;
  }

  .box {
    inline-size: 24px;
    block-size: 24px;
    margin-block: 10px;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .box[aria-invalid='true'] {
    outline: 2px solid var(--_error);
    outline-offset: 0;
  }

  .box:focus-visible {
    outline: 3px solid var(--_focus);
  }
`;
