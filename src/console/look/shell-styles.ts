import { css } from 'lit';

/** The frame of the console: a quiet bar above, the menu beside, the page. */
export const shellStyles = css`
  :host {
    min-block-size: 100%;
    background: var(--_paper);
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 24px;
    padding: 12px 24px;
    border-block-end: 1px solid var(--_line);
  }

  .account {
    margin-inline-end: auto;
    font-weight: 600;
  }

  .account .hint {
    display: block;
    font-weight: 400;
  }

  .ended {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin: 0;
    border-radius: 0;
  }

  .body {
    display: grid;
    grid-template-columns: 240px minmax(0, 1fr);
  }

  nav ul {
    position: sticky;
    inset-block-start: 0;
    display: grid;
    gap: 4px;
    padding: 24px 12px;
  }

  nav a {
    display: block;
    padding: 8px 12px;
    border-radius: var(--_radius);
    color: var(--_ink);
    text-decoration: none;
  }

  .count {
    display: inline-block;
    min-inline-size: 1.6em;
    margin-inline-start: 6px;
    padding: 1px 6px;
    border: 1px solid transparent;
    border-radius: 1em;
    background: var(--_accent-text);
    color: var(--_paper);
    font-size: var(--_small);
    font-weight: 600;
    text-align: center;
  }

  nav a:hover {
    background: var(--_accent-soft);
  }

  nav a[aria-current='page'] {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 0 var(--_accent-border);
    font-weight: 600;
  }

  main {
    min-inline-size: 0;
    padding: 32px 40px 64px;
  }

  .sms-alert {
    margin-block-end: 24px;
  }

  main:focus-visible {
    outline: none;
  }

  .menu-button {
    display: none;
  }

  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .languages {
    min-block-size: 36px;
    padding-inline: 8px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
  }

  dialog {
    max-inline-size: min(560px, calc(100vw - 32px));
    padding: 32px;
    border: 1px solid var(--_line);
    border-radius: var(--_panel-radius);
    background: var(--_paper);
    color: inherit;
  }

  dialog::backdrop {
    background: rgb(0 20 30 / 40%);
  }

  dialog p + p {
    margin-block-start: 24px;
  }

  .stranger {
    display: grid;
    gap: 32px;
    inline-size: min(440px, 100%);
    margin-inline: auto;
    padding: 48px 20px;
  }

  .stranger .languages {
    justify-self: end;
  }

  @media (max-width: 831px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }

    .menu-button {
      display: inline-flex;
      min-block-size: 36px;
      padding-block: 4px;
    }

    .top {
      padding-inline: 16px;
    }

    nav:not(.open) {
      display: none;
    }

    nav ul {
      position: static;
      border-block-end: 1px solid var(--_line);
    }

    main {
      padding: 24px 16px 48px;
    }
  }

  /* A page that is printed is the page alone. */
  @media print {
    .top,
    nav {
      display: none;
    }

    .body {
      display: block;
    }

    main {
      padding: 0;
    }
  }
`;
