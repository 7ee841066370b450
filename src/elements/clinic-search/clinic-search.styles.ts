import { css } from 'lit';

export const styles = css`
  label {
    display: block;
    font-weight: 600;
  }

  .field {
    position: relative;
    display: block;
    margin-block: 6px 4px;
  }

  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .field svg {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-start: 14px;
    color: var(--_ink-quiet);
    pointer-events: none;
  }

  input {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    padding-block: 10px;
    padding-inline: 44px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    line-height: 1.5;
    /* Safari's own search field takes no height and no lines. */
    appearance: none;
  }

  input:hover {
    border-color: var(--_ink);
  }

  input:focus-visible {
    border-color: var(--_accent-border);
    outline-offset: 0;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 44px;
    color: var(--_ink-quiet);
  }

  .row p {
    flex: 1 1 auto;
    max-inline-size: 68ch;
  }

  .row:has(+ .none) p {
    color: var(--_ink);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .near {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid var(--_control-line);
    border-radius: 22px;
    background: var(--_paper);
    color: var(--_ink);
    cursor: pointer;
  }

  .near:hover {
    border-color: var(--_accent-border);
  }

  .near[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .near .icon {
    flex: none;
  }

  .none {
    display: grid;
    gap: 16px;
    justify-items: start;
    margin-block-start: 8px;
  }

  @media (forced-colors: active) {
    .near[aria-pressed='true'] {
      border-width: 3px;
      border-color: Highlight;
    }
  }
`;
