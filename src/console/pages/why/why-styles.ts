import { css } from 'lit';
import { dialogStyles } from '../../look/dialog-styles.js';

export const whyStyles = css`
  ${dialogStyles}

  .question {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 16px 20px;
    max-inline-size: 960px;
    margin-block-end: 40px;
  }

  .outcome {
    max-inline-size: 760px;
    padding-block: 20px;
    border-block-start: 1px solid var(--_line);
  }

  .outcome h2 {
    margin: 0;
  }

  .verdict {
    margin-block: 2px 12px;
    color: var(--_ink-quiet);
  }

  .rules {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .rule {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 0 12px;
    padding-block: 4px;
    color: var(--_ink-quiet);
  }

  .rule svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 0.25em;
    color: var(--_accent-text);
  }

  details {
    margin-block-end: 8px;
  }

  summary {
    inline-size: fit-content;
    padding-block: 4px;
    color: var(--_ink-quiet);
    cursor: pointer;
  }

  .hindrance {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 0 12px;
    margin-block-start: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_error);
    border-radius: var(--_panel-radius);
  }

  .hindrance > svg {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: 0.15em;
    color: var(--_error);
  }

  .hindrance p {
    max-inline-size: 62ch;
    margin: 0;
  }

  .cause {
    font-weight: 600;
  }

  .mend {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-block-start: 16px;
  }

  .hindrance .place {
    margin-block-start: 8px;
  }
`;
