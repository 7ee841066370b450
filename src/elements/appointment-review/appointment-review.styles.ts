import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    max-inline-size: 560px;
  }

  .change {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }

  dt,
  .quiet {
    color: var(--_ink-quiet);
  }

  dt {
    font-size: var(--_small);
  }

  dd {
    overflow-wrap: anywhere;
  }

  dd > * {
    display: block;
  }

  strong {
    font-weight: 500;
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .new strong,
  .new .time {
    font-size: 1.25em;
    line-height: 1.4;
  }

  .new strong {
    font-weight: 600;
  }

  .new .quiet {
    margin-block-start: 2px;
  }

  .bone {
    inline-size: min(260px, 80%);
    block-size: 4lh;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_ink) 7%, transparent);
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }

  .consent {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
  }

  .consent label {
    padding-block: 10px;
    font-weight: 400;
    cursor: pointer;
  }

  .own {
    white-space: pre-line;
  }

  .consent a {
    display: inline-block;
    grid-column: 2;
    padding-block: 4px;
  }

  .consent .error {
    grid-column: 1 / -1;
  }

  .box {
    inline-size: 24px;
    block-size: 24px;
    margin-block: 10px;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .box[aria-invalid='true'] {
    outline: 2px solid var(--_error);
    outline-offset: 0;
  }

  .box:focus-visible {
    outline: 3px solid var(--_focus);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
  }

  .actions .link {
    min-block-size: 44px;
  }

  @container (inline-size >= 480px) {
    .change:has(> :nth-child(2)) {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }

  @container (inline-size < 480px) {
    .actions .primary {
      flex: 1 0 100%;
    }
  }

  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
  }
`;
