import { css } from 'lit';

export const styles = css`
  /* The room of the search, before it is there. */
  opus-clinic-search {
    display: block;
    min-block-size: 126px;
    margin-block-end: 16px;
  }

  .section {
    margin-block-start: 32px;
  }

  h3 {
    margin-block-end: 12px;
    scroll-margin-block-start: 16px;
  }

  /* Without group headings, "any clinic" is the first of one list. */
  .section:not(:has(h3)) {
    margin-block-start: 12px;
  }

  /* Address and people beside each other where the card is wide enough for both. */
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
  }

  .any .about {
    gap: 0;
  }

  .address,
  .people {
    flex: 1 1 240px;
  }

  .address {
    display: flex;
    gap: 4px;
  }

  .address .icon {
    flex: none;
    inline-size: 16px;
    margin-inline-start: -2px;
    block-size: 24px;
  }

  /* Goes to the next line as a whole. */
  .town {
    display: inline-block;
  }

  .far {
    display: block;
    color: var(--_ink);
  }

  .people .facts {
    font-size: var(--_small);
  }

  .long .people {
    font-size: var(--_small);
  }

  .long li li {
    display: inline;
  }

  .long li li:not(:last-child)::after {
    content: '\\00a0· ';
  }

  .jumps {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 16px;
  }

  .jump {
    min-block-size: 44px;
    padding: 8px 16px;
    border: 0;
    border-radius: 22px;
    background: var(--_accent-soft);
    color: var(--_accent-text);
    cursor: pointer;
  }

  .jump:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (forced-colors: active) {
    .jump {
      border: 1px solid ButtonText;
    }
  }
`;
