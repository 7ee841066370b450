import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.25em;
    line-height: 1.3;
  }

  .legend {
    margin-block-start: 4px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 40px;
    max-inline-size: 480px;
    margin-block-start: 24px;
  }

  .top {
    display: grid;
    gap: 16px;
    max-inline-size: 560px;
    margin-block-start: 20px;
  }

  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }

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

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
  }

  .actions .link {
    min-block-size: 44px;
  }

  @container (inline-size < 480px) {
    .actions .primary {
      flex: 1 0 100%;
    }
  }
`;
