import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(480px, 100vw - 32px);
    max-block-size: calc(100vh - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 24px;
    border: 0;
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    color: inherit;
  }

  dialog::backdrop {
    background: rgb(16 24 28 / 48%);
  }

  h2 {
    margin-block-end: 4px;
  }

  .when {
    margin-block-end: 20px;
    color: var(--_ink-quiet);
  }

  [role='status'] {
    min-block-size: 1.5em;
  }

  [role='status']:not([aria-busy='true']):empty {
    display: none;
  }

  .cards {
    grid-template-columns: minmax(0, 1fr);
    margin-block-end: 20px;
  }

  form {
    display: flex;
    justify-content: end;
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }
`;
