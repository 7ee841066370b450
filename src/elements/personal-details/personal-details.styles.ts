import { css } from 'lit';

export const styles = css`
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1.25em;
    line-height: 1.3;
  }

  .legend {
    margin-block-start: 4px;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 40px;
    max-inline-size: 480px;
    margin-block-start: 24px;
  }

  .top {
    display: grid;
    gap: 16px;
    max-inline-size: 560px;
    margin-block-start: 20px;
  }

  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
`;
