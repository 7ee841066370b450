import { css } from 'lit';
import { toneStyles } from '../../theme/tone-styles.js';

export const styles = css`
  ${toneStyles}

  section {
    padding: 16px 20px 20px;
    border: 1px solid var(--_error);
    border-radius: var(--_panel-radius);
    background: var(--_error-soft);
  }

  h3 {
    display: flex;
    gap: 8px;
    font-size: 1.125em;
    line-height: 1.4;
  }

  .icon {
    flex: none;
    margin-block-start: 3px;
    color: var(--_error);
  }

  p {
    margin-block-start: 4px;
  }

  ul {
    margin-block-start: 8px;
  }

  .link {
    min-block-size: 32px;
    padding-block: 4px;
    color: var(--_error);
    text-align: start;
  }
`;
