import { css } from 'lit';
import { toneStyles } from './tone-styles.js';

/** A form field: label above, hint under the label, error in words under the field (P-29). */
export const fieldStyles = css`
  ${toneStyles}

  label {
    display: block;
    inline-size: fit-content;
    font-weight: 600;
  }

  .mark {
    color: var(--_error);
  }

  .hint {
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }

  .control {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    margin-block-start: 6px;
    padding: 10px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_paper);
    line-height: 1.5;
    appearance: none;
    transition: border-color var(--_motion);
  }

  .control[size] {
    display: inline-block;
    inline-size: auto;
    max-inline-size: 100%;
  }

  .meaning {
    margin-inline-start: 12px;
    color: var(--_ink-quiet);
  }

  textarea.control {
    min-block-size: 120px;
    resize: vertical;
  }

  .control:hover {
    border-color: var(--_ink);
  }

  .control:focus-visible {
    border-color: var(--_accent-border);
    outline-offset: 0;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }

  .control:disabled {
    opacity: 0.55;
  }

  .count {
    color: var(--_ink-quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .error {
    display: flex;
    gap: 8px;
    margin-block-start: 6px;
    color: var(--_error);
    font-weight: 500;
  }

  .error svg {
    flex: none;
    margin-block-start: 2px;
  }

  @media (forced-colors: active) {
    .control[aria-invalid='true'] {
      border-width: 2px;
    }
  }
`;
