import { css } from 'lit';

export const styles = css`
  :host {
    /* A row of its own among the ways on. */
    flex: 1 0 100%;
  }

  .offers {
    margin-block-end: 8px;
  }

  h3 {
    margin-block-end: 12px;
    text-align: center;
  }

  .cards {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
  }

  .card {
    padding-inline: 20px;
  }

  .card p {
    margin: 0;
    color: var(--_ink-quiet);
  }

  [role='status']:empty {
    display: none;
  }
`;
