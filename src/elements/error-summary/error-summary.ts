import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { OpusFieldChooseEvent } from '../../events/field-choose-event.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { alertIcon } from '../../theme/icons.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './error-summary.styles.js';

/** One field and its problem in words. */
export interface ErrorItem {
  readonly field: string;
  readonly text: string;
}

/**
 * All problems of a form, above it, each a link to its field (P-29). Call `focus()` when it appears.
 * @element opus-error-summary
 * @summary List of the problems of a form.
 * @csspart summary - The whole.
 */
export class ErrorSummary extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  @property() heading = '';
  /** One quiet line under the heading. */
  @property() text = '';
  @property({ attribute: false }) items: readonly ErrorItem[] = [];

  @query('section') private readonly section!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    this.section?.focus(options);
  }

  protected override render() {
    if (this.items.length === 0) return nothing;
    return html`<section part="summary" tabindex="-1" role="group" aria-labelledby="heading">
      <h3 id="heading">${alertIcon}<span>${this.heading}</span></h3>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      <ul role="list">
        ${this.items.map(
          ({ field, text }) =>
            html`<li>
              <button
                class="link"
                type="button"
                @click=${() => this.dispatchEvent(new OpusFieldChooseEvent(field))}
              >
                ${text}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-error-summary': ErrorSummary;
  }
}
