import { css } from 'lit';

export const styles = css`
  .card {
    display: flex;
    gap: 16px;
  }

  .about {
    display: grid;
    flex: 1;
    align-content: center;
    align-self: start;
    min-inline-size: 0;
    min-block-size: 56px;
  }

  .photo {
    position: relative;
    display: grid;
    flex: none;
    inline-size: 56px;
    block-size: 56px;
    place-items: center;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: 600;
  }

  .photo .icon {
    inline-size: 24px;
    block-size: 24px;
  }

  .chosen .photo {
    background: var(--_paper);
  }

  img {
    position: absolute;
    inset: 0;
    object-fit: cover;
  }

  opus-notice + .cards {
    margin-block-start: 24px;
  }

  .closed {
    padding-inline-end: 20px;
    border-style: dashed;
  }

  .closed:hover {
    border-color: var(--_line);
  }

  .closed strong {
    font-weight: 600;
  }

  .text,
  .note {
    margin-block-start: 8px;
  }

  .text {
    white-space: pre-line;
  }
`;
