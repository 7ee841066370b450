import { html, nothing, type TemplateResult } from 'lit';
import { busyLabel } from '../theme/busy-label.js';
import { renderLink } from './buttons.js';

type Handler = (event: Event) => unknown;

/** The primary button of a form or step. */
export interface PrimaryAction {
  readonly text: string;
  /** Its text while the call runs. */
  readonly working?: string;
  readonly isBusy?: boolean;
  /** It cannot be used yet. */
  readonly isDisabled?: boolean;
  /** Without a handler, the button submits its form. */
  readonly handleClick?: Handler;
}

/** A button that keeps its width, and its focus, while its call runs. */
export function renderPrimary({
  text,
  working,
  isBusy = false,
  isDisabled = isBusy,
  handleClick,
}: PrimaryAction): TemplateResult {
  return html`<button
    class="button primary"
    part="button primary"
    type=${handleClick ? 'button' : 'submit'}
    aria-disabled=${isDisabled ? 'true' : 'false'}
    @click=${handleClick ?? nothing}
  >
    ${working === undefined ? text : busyLabel(text, working, isBusy)}
  </button>`;
}

/** The row that a step ends with: the way back, then the primary action. Goes with `actionStyles`. */
export function renderActions(
  back: { readonly text: string; readonly handleClick: Handler },
  primary: PrimaryAction,
): TemplateResult {
  return html`<div class="actions">
    ${renderLink(back.text, back.handleClick)} ${renderPrimary(primary)}
  </div>`;
}
