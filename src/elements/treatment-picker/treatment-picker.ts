import { html, nothing } from 'lit';
import type { ChoiceStep, Treatment } from '../../contract/index.js';
import { treatmentOptions } from '../../domain/options.js';
import { treatmentName } from '../../domain/treatment-name.js';
import { linkedText } from '../linked-text.js';
import { Picker } from '../picker.js';
import { styles } from './treatment-picker.styles.js';

/**
 * The treatments that can be booked, with minutes, description and price (P-15).
 * @element opus-treatment-picker
 * @summary Choosing a treatment.
 */
export class TreatmentPicker extends Picker {
  static override styles = [Picker.styles, styles];

  protected readonly step: ChoiceStep = 'treatment';

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const treatments = treatmentOptions(account, this.selection);
    if (treatments.length === 0) {
      return this.renderNothing(account, this.words.term('noTreatmentsHeading'));
    }
    return html`${this.renderHeading(this.words.term('chooseTreatment'))}
      <ul class="cards" role="list">
        ${treatments.map((treatment) => this.#renderTreatment(treatment, account.textLanguage))}
      </ul>`;
  }

  #renderTreatment({ id, name, minutes, priceText, description }: Treatment, lang: string) {
    return this.renderCard({
      choice: { step: 'treatment', value: id },
      isChosen: this.selection.treatment === id,
      name: treatmentName(name),
      lang,
      facts: html`<p class="facts">
          ${this.words.term('minutes', minutes)}
          ${priceText ? html`· <span lang=${lang}>${priceText}</span>` : nothing}
        </p>
        ${description ? html`<p class="description" lang=${lang}>${linkedText(description)}</p>` : nothing}`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-treatment-picker': TreatmentPicker;
  }
}
