import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { clinicPhoneText, clinicPhoneUrl } from '../../domain/clinic-phone.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { alertIcon, tickIcon } from '../../theme/icons.js';
import { linkedText } from '../linked-text.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './notice.styles.js';

/**
 * A message of a page or step: a welcome, a state of the page, an error with what can be done (P-07, P-17, P-40).
 * `info` is plain text on the page; `error` is announced at once; `success` at the next pause.
 * @element opus-notice
 * @summary Welcome, states of the page and errors.
 * @slot - Buttons and links, beside the phone.
 * @csspart notice - The whole.
 * @csspart heading - a heading
 * @csspart button - a button
 */
export class Notice extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this);

  @property() heading = '';
  /** Plain text; line breaks are kept, and addresses become links (N-03). */
  @property() text = '';
  /** The clinic's number, for a link to call it. */
  @property() phone?: string;
  @property() tone: 'info' | 'error' | 'success' = 'info';
  /** BCP 47 language of heading and text, where they are the account's own. */
  @property({ attribute: 'text-lang' }) textLang?: string;

  @state() private hasActions = false;

  /** Moves focus to the heading, else to the text, for when the notice replaces a step. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  protected override render() {
    const { heading, text, textLang, phone, tone } = this;
    const role = tone === 'info' ? undefined : tone === 'error' ? 'alert' : 'status';
    return html`<div class="notice ${tone}" part="notice" role=${ifDefined(role)}>
      ${tone === 'info' ? nothing : tone === 'error' ? alertIcon : tickIcon}
      <div class="about">
        ${heading ? html`<h2 tabindex="-1" part="heading" lang=${ifDefined(textLang)}>${heading}</h2>` : nothing}
        ${text ? html`<p tabindex=${ifDefined(heading ? undefined : -1)} lang=${ifDefined(textLang)}>${linkedText(text)}</p>` : nothing}
        <div class="ways" ?hidden=${!phone && !this.hasActions}>
          <slot @slotchange=${this.#handleSlotChange}></slot>
          ${
            phone
              ? html`<a class="button" part="button" href=${clinicPhoneUrl(phone)}
                  >${this.#words.term('callClinic', clinicPhoneText(phone))}</a
                >`
              : nothing
          }
        </div>
      </div>
    </div>`;
  }

  #handleSlotChange({ target }: Event) {
    this.hasActions = (target as HTMLSlotElement).assignedElements().length > 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-notice': Notice;
  }
}
