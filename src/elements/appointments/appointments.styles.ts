import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
  }

  .base {
    min-block-size: 400px;
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    justify-items: start;
  }

  .page > opus-week-calendar,
  .page > opus-notice,
  .page > opus-session-code {
    inline-size: 100%;
  }

  .head {
    display: grid;
    gap: 4px;
    max-inline-size: 60ch;
    overflow-wrap: anywhere;
  }

  h2 {
    margin-block-end: 8px;
  }

  strong {
    font-weight: 600;
  }

  .label {
    display: block;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .quiet {
    color: var(--_ink-quiet);
  }

  .whose {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
  }

  .whose .button {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  .whose [aria-pressed='true'] {
    border-color: var(--_accent-border);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent-border);
  }

  .link {
    min-block-size: 44px;
  }

  .others {
    display: grid;
    flex-basis: 100%;
    gap: 8px;
  }

  .others .button {
    inline-size: 100%;
    justify-content: flex-start;
    text-align: start;
  }

  .held.waiting {
    visibility: hidden;
  }

  .held .link {
    min-block-size: 24px;
  }

  a.button {
    color: var(--_ink);
    text-decoration: none;
  }

  @media (forced-colors: active) {
    .whose [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
