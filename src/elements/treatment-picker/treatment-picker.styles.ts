import { css } from 'lit';

export const styles = css`
  .description {
    margin-block-start: 8px;
    white-space: pre-line;
  }
`;
