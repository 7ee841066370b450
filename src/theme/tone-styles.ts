import { css } from 'lit';

/** The colours of errors and of success. */
export const toneStyles = css`
  :host {
    --_error: var(--opus-error, color-mix(in srgb, #e0444a 72%, CanvasText));
    --_error-soft: var(--opus-error-soft, rgb(224 68 74 / 7%));
    --_success: var(--opus-success, color-mix(in srgb, #2b9a66 68%, CanvasText));
  }

  @supports not (color: color-mix(in srgb, red, red)) {
    :host {
      --_error: var(--opus-error, CanvasText);
      --_success: var(--opus-success, CanvasText);
    }
  }
`;
