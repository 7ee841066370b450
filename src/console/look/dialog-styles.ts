import { css } from 'lit';

/** A dialog over a page, with fields in it. */
export const dialogStyles = css`
  dialog {
    inline-size: min(560px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: 28px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    color: inherit;
  }

  /* A question in words, and its answers. */
  dialog.question[open] {
    display: grid;
    gap: 12px;
  }

  dialog.question :is(p, h2) {
    margin: 0;
  }

  dialog::backdrop {
    background: rgb(0 20 30 / 40%);
  }
`;
