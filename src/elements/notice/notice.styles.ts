import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

export const styles = css`
  ${toneStyles}

  .notice {
    overflow-wrap: anywhere;
  }

  .error,
  .success {
    display: flex;
    gap: 12px;
    padding: 20px;
    /* Seen in forced colours, where backgrounds are not. */
    border: 1px solid transparent;
    border-radius: var(--_panel-radius);
    background: var(--_error-soft);
  }

  .success {
    border-color: var(--_line);
    background: var(--_paper);
  }

  .icon {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    color: var(--_error);
  }

  .success .icon {
    color: var(--_success);
  }

  .about {
    flex: 1;
    min-inline-size: 0;
  }

  .error h2,
  .success h2 {
    margin-block-end: 0;
    font-size: 1.125em;
  }

  p {
    max-inline-size: 68ch;
    white-space: pre-line;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block-start: 16px;
  }
`;
