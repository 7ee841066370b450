import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

/** Shared by `opus-login`, `opus-session-code` and `opus-code-form`. */
export const styles = css`
  ${toneStyles}

  .frame {
    container-type: inline-size;
  }

  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.125em;
    line-height: 1.3;
  }

  .lead {
    max-inline-size: 56ch;
    margin-block-start: 8px;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .content,
  form,
  .eids {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .content {
    gap: 32px;
    max-inline-size: 480px;
    margin-block-start: 24px;
  }

  form {
    gap: 20px;
  }

  .eids {
    gap: 12px;
  }

  .eids + form {
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }

  form > .button {
    justify-self: start;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: center;
  }

  .actions .link,
  ::slotted(.link) {
    min-block-size: 44px;
  }

  .again {
    margin-block-start: 20px;
  }

  .none {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_line);
  }

  .button {
    text-decoration: none;
  }

  @container (min-width: 480px) {
    .eids {
      inline-size: fit-content;
      min-inline-size: 280px;
    }
  }

  @container (max-width: 479px) {
    form > .button,
    .actions .button {
      flex: 1 0 100%;
      justify-self: stretch;
    }
  }
`;
