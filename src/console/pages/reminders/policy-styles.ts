import { css } from 'lit';

export const policyStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 48px;
  }

  .message,
  .exception {
    min-inline-size: 0;
    margin-block-end: 24px;
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
  }

  /* Inside the frame and not across its line. */
  .message legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 12px;
    padding: 0;
    font-weight: 600;
  }

  .message legend + * {
    clear: both;
  }

  .note {
    max-inline-size: 68ch;
    margin-block-end: 20px;
  }

  .switch + .hours {
    margin-block-start: 20px;
  }

  .message .row {
    align-items: end;
    justify-content: space-between;
    margin-block-end: 16px;
  }

  .hours {
    margin-block-end: 16px;
  }

  .message .row .hours {
    margin-block-end: 0;
  }

  .hours .control {
    inline-size: 9em;
  }

  .remove {
    min-block-size: 44px;
  }

  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block-start: 8px;
  }

  .days label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    font-weight: 400;
  }

  .days input {
    inline-size: 24px;
    block-size: 24px;
  }

  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    margin-inline-start: 36px;
  }

  .times label {
    font-weight: 400;
  }

  .times .control {
    inline-size: 8em;
  }

  .three {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: 16px;
    margin-block: 16px 24px;
  }

  /* A frame in a frame would leave no room on a phone. */
  .exception .message {
    margin-block-start: 24px;
    padding: 0;
    border: 0;
  }

  .exception > summary {
    cursor: pointer;
    font-weight: 600;
  }

  fieldset.plain {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset.plain > .hint {
    max-inline-size: 68ch;
    margin-block-end: 16px;
  }

  fieldset.plain > legend {
    padding: 0;
    font-weight: 600;
  }

  @container (min-width: 960px) {
    .both {
      grid-template-columns: minmax(400px, 1fr) minmax(320px, 400px);
    }

    .aside {
      position: sticky;
      inset-block-start: 24px;
      align-self: start;
    }
  }
`;
