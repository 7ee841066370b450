import { css, html, type TemplateResult } from 'lit';

/** Goes with `busyLabel`. */
export const busyLabelStyles = css`
  .busy-label {
    display: grid;
    justify-items: center;
  }

  .busy-label > * {
    grid-area: 1 / 1;
  }

  .busy-label > .off {
    visibility: hidden;
  }

  /* A running call does not look disabled. */
  .button[aria-disabled='true']:has(.busy-label) {
    opacity: 1;
  }
`;

/** A button's text and its text while the call runs, one above the other, so that the button keeps its width. */
export function busyLabel(rest: string, work: string, isBusy: boolean): TemplateResult {
  return html`<span class="busy-label"
    ><span class=${isBusy ? 'off' : ''}>${rest}</span
    ><span class=${isBusy ? '' : 'off'}>${work}</span></span
  >`;
}
