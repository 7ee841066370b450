import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: 1 1 100%;
    /* The container inside has no width of its own: it would be nothing in a parent that goes by what is in it. */
    inline-size: 100%;
  }

  .frame {
    container-type: inline-size;
  }

  /* In the middle of an empty week. */
  :host([slot='empty']) .alert {
    margin-inline: auto;
  }

  :host([slot='empty']) .open {
    margin-inline: auto;
  }

  .alert {
    display: grid;
    gap: 16px;
    max-inline-size: 520px;
    margin-block: 8px;
    text-align: start;
  }

  .open {
    inline-size: fit-content;
  }

  .box-around {
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius, 8px);
    background: var(--_paper);
  }

  h3 {
    font-size: 1.125em;
    line-height: 1.3;
    text-wrap: balance;
  }

  h3:focus {
    outline: none;
  }

  p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend,
  .day .day-label {
    padding: 0;
    font-weight: 600;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
  }

  .choices label {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
    font-weight: 400;
    cursor: pointer;
  }

  .choices input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }

  .day {
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .day input {
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--_control, var(--_line));
    border-radius: var(--_radius, 8px);
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }

  .day input:focus-visible,
  .choices input:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
  }

  .buttons .link,
  .alert > .link {
    min-block-size: 44px;
  }
`;
