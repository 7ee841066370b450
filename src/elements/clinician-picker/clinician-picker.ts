import { html, nothing, svg } from 'lit';
import type { Account, ChoiceStep } from '../../contract/index.js';
import { clinicianOptions, type ClinicianOption } from '../../domain/options.js';
import { icon } from '../../theme/icons.js';
import { renderCall } from '../clinic-contact.js';
import { linkedText } from '../linked-text.js';
import { Picker } from '../picker.js';
import { initials } from './initials.js';
import { styles } from './clinician-picker.styles.js';

const peopleIcon = icon(
  svg`<circle cx="7.5" cy="7" r="3" /><path d="M2 16c0-6 11-6 11 0M13 4.3a3 3 0 0 1 0 5.4M15.5 12.2c1.5.6 2.5 1.9 2.5 3.8" />`,
);

/**
 * The clinicians to choose from, with photo, title and text where they consent, and "any clinician" (P-16).
 * @element opus-clinician-picker
 * @summary Choosing a clinician.
 * @csspart card - one thing to choose
 */
export class ClinicianPicker extends Picker {
  static override styles = [Picker.styles, styles];

  protected readonly step: ChoiceStep = 'clinician';

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const { any, clinicians, closed } = clinicianOptions(account, this.selection);
    // Where nobody can be chosen, the notice has the number.
    const phone = clinicians.length > 0 ? this.phoneOf(account) : undefined;
    return html`${
      clinicians.length > 0
        ? this.renderHeading(this.words.term('chooseClinician'))
        : this.renderNothing(account, this.words.term('noCliniciansHeading'))
    }
    ${
      clinicians.length + closed.length > 0
        ? html`<ul class="cards" role="list">
            ${any ? this.#renderAny() : nothing}
            ${clinicians.map((option) => this.#renderClinician(option, account.textLanguage))}
            ${closed.map((option) => this.#renderClosed(option, account, phone))}
          </ul>`
        : nothing
    }`;
  }

  #renderAny() {
    return this.renderCard({
      choice: { step: 'clinician', value: { kind: 'any' } },
      isChosen: this.selection.clinician?.kind === 'any',
      isAny: true,
      name: this.words.term('anyClinician'),
      media: html`<span class="photo" aria-hidden="true">${peopleIcon}</span>`,
      facts: html`<p class="facts">${this.words.term('anyClinicianText')}</p>`,
    });
  }

  #renderClinician(option: ClinicianOption, lang: string) {
    const { id, name } = option.clinician;
    const { clinician: chosen } = this.selection;
    return this.renderCard({
      choice: { step: 'clinician', value: { kind: 'one', id } },
      isChosen: chosen?.kind === 'one' && chosen.id === id,
      name,
      media: this.#renderPhoto(option),
      facts: this.#renderFacts(option, lang),
    });
  }

  /** A clinician who takes only patients on file is shown with the phone number, not left out (P-42). */
  #renderClosed(option: ClinicianOption, account: Account, phone: string | undefined) {
    return html`<li class="card closed" part="card">
      ${this.#renderPhoto(option)}
      <div class="about">
        <strong>${option.clinician.name}</strong>
        ${this.#renderFacts(option, account.textLanguage)}
        <p class="note">${this.words.term('onlyOnFile')} ${renderCall(this.words, phone)}</p>
      </div>
    </li>`;
  }

  /** A photo that cannot be loaded uncovers the initials under it. */
  #renderPhoto({ clinician: { name }, photo }: ClinicianOption) {
    return html`<span class="photo" aria-hidden="true"
      >${initials(name)}${
        photo
          ? html`<img
              src=${photo}
              alt=""
              width="56"
              height="56"
              loading="lazy"
              @error=${this.#handlePhotoError}
            />`
          : nothing
      }</span
    >`;
  }

  #renderFacts({ clinician: { text }, title }: ClinicianOption, lang: string) {
    return html`${title ? html`<p class="facts" lang=${lang}>${title}</p>` : nothing}
    ${text ? html`<p class="text" lang=${lang}>${linkedText(text)}</p>` : nothing}`;
  }

  #handlePhotoError({ target }: Event) {
    (target as HTMLImageElement).hidden = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-clinician-picker': ClinicianPicker;
  }
}
