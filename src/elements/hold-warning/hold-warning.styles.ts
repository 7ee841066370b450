import { css } from 'lit';

export const styles = css`
  :host {
    position: fixed;
    inset: auto 0 max(16px, env(safe-area-inset-bottom));
    overflow: visible;
    inline-size: calc(100% - 32px);
    max-inline-size: 560px;
    margin: 0 auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink);
  }

  .box {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: center;
    justify-content: space-between;
    padding: 20px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    box-shadow: 0 8px 32px rgb(26 36 40 / 20%);
    overflow-wrap: anywhere;
  }

  .about {
    flex: 1 1 220px;
    min-inline-size: 0;
  }

  h2 {
    margin-block-end: 0;
    font-size: 1.125em;
  }

  @container (max-width: 399px) {
    .button {
      flex: 1 0 100%;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
