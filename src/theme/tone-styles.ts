import { css } from 'lit';

/** The colours of errors and of success. */
export const toneStyles = css`
  :host {
    --_error: var(--opus-error, color-mix(in srgb, #e0444a 72%, CanvasText));
    --_error-soft: var(--opus-error-soft, color-mix(in srgb, #e0444a 7%, var(--_paper)));
    --_success: var(--opus-success, color-mix(in srgb, #2b9a66 68%, CanvasText));
  }
`;
