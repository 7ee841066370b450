import { html, nothing } from 'lit';
import type { ChoiceStep } from '../../contract/index.js';
import { clinicianOptions, type ClinicianOption } from '../../domain/options.js';
import { peopleIcon } from '../../theme/icons.js';
import { linkedText } from '../linked-text.js';
import { Picker } from '../picker.js';
import { initials } from './initials.js';
import { styles } from './clinician-picker.styles.js';

/**
 * The clinicians to choose from, with photo, title and text where they consent, and "any clinician" (P-16).
 * @element opus-clinician-picker
 * @summary Choosing a clinician.
 */
export class ClinicianPicker extends Picker {
  static override styles = [Picker.styles, styles];

  protected readonly step: ChoiceStep = 'clinician';

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const { any, clinicians } = clinicianOptions(account, this.selection);
    if (clinicians.length === 0) {
      return this.renderNothing(account, this.words.term('noCliniciansHeading'));
    }
    return html`${this.renderHeading(this.words.term('chooseClinician'))}
      <ul class="cards" role="list">
        ${any ? this.renderAny() : nothing}
        ${clinicians.map((option) => this.renderClinician(option, account.textLanguage))}
      </ul>`;
  }

  private renderAny() {
    return this.renderCard({
      choice: { step: 'clinician', value: { kind: 'any' } },
      isChosen: this.selection.clinician?.kind === 'any',
      isAny: true,
      name: this.words.term('anyClinician'),
      media: html`<span class="photo" aria-hidden="true">${peopleIcon}</span>`,
      facts: html`<p class="facts">${this.words.term('anyClinicianText')}</p>`,
    });
  }

  private renderClinician({ clinician, title, photo }: ClinicianOption, lang: string) {
    const { id, name, text } = clinician;
    const { clinician: chosen } = this.selection;
    return this.renderCard({
      choice: { step: 'clinician', value: { kind: 'one', id } },
      isChosen: chosen?.kind === 'one' && chosen.id === id,
      name,
      // A photo that cannot be loaded uncovers the initials under it.
      media: html`<span class="photo" aria-hidden="true"
        >${initials(name)}${
          photo
            ? html`<img
                src=${photo}
                alt=""
                width="56"
                height="56"
                loading="lazy"
                @error=${this.handlePhotoError}
              />`
            : nothing
        }</span
      >`,
      facts: html`${title ? html`<p class="facts" lang=${lang}>${title}</p>` : nothing}
      ${text ? html`<p class="text" lang=${lang}>${linkedText(text)}</p>` : nothing}`,
    });
  }

  private handlePhotoError({ target }: Event) {
    (target as HTMLImageElement).hidden = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-clinician-picker': ClinicianPicker;
  }
}
