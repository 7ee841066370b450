import { css } from 'lit';

export const styles = css`
  /* The room of the search, before it is there. */
  opus-clinic-search {
    display: block;
    min-block-size: calc(102px + 1.5em);
    margin-block-end: 16px;
  }

  .section {
    margin-block-start: 32px;
  }

  h3 {
    margin-block-end: 12px;
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

  summary {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 48px;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  summary h3 {
    margin: 0;
  }

  summary::before {
    inline-size: 8px;
    block-size: 8px;
    margin-inline: 4px;
    border: solid;
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
    content: '';
  }

  details[open] summary {
    margin-block-end: 8px;
  }

  details[open] summary::before {
    transform: rotate(45deg);
  }

  details.section {
    margin: 0;
    border-block-end: 1px solid var(--_line);
    padding-block: 8px;
  }

  details[open].section {
    padding-block-end: 24px;
  }
`;
