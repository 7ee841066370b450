import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(480px, 100vw - 32px);
    max-block-size: calc(100vh - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    color: inherit;
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: rgb(16 24 28 / 48%);
  }

  h2 {
    margin-block-end: 12px;
  }

  #which {
    font-weight: 600;
  }

  #text {
    margin-block-start: 8px;
    color: var(--_ink-quiet);
  }

  slot {
    display: block;
    margin-block-start: 20px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    justify-content: end;
    margin-block-start: 24px;
  }

  @media (width < 480px) {
    .actions .button {
      flex: 1 0 100%;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }
`;
