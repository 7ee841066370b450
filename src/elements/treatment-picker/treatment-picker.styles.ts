import { css } from 'lit';

export const styles = css`
  .price::before {
    content: ' · ';
  }

  .description {
    margin-block-start: 8px;
    white-space: pre-line;
  }
`;
