import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TimebookSettings } from './timebook-source.js';

/** What an appointment has beside its time and its text. */
export interface Details {
  readonly campaignCode: string;
  readonly recallCard: boolean;
}

export interface DetailsSetup {
  readonly words: Readonly<Record<'company' | 'campaignCode' | 'recallCard', string>>;
  readonly settings: TimebookSettings;
  /** Id of the clinic, whose company it is. */
  readonly clinic: string;
  readonly details: Details;
  readonly set: (part: Partial<Details>) => void;
}

/** Company, campaign code and recall card of an appointment (*Registrering av avtale*, A-03, A-11). */
export function renderDetails({
  words,
  settings,
  clinic,
  details,
  set,
}: DetailsSetup): TemplateResult {
  const company = companyOf(settings, clinic);
  return html`${company ? html`<p><b>${words.company}:</b> ${company}</p>` : nothing}
    <div class="field">
      <label for="campaign">${words.campaignCode}</label>
      <input
        class="control"
        id="campaign"
        maxlength="50"
        autocomplete="off"
        .value=${details.campaignCode}
        @input=${(event: Event) => set({ campaignCode: (event.target as HTMLInputElement).value })}
      />
    </div>
    <label class="choice"
      ><input
        type="checkbox"
        .checked=${details.recallCard}
        @change=${(event: Event) => set({ recallCard: (event.target as HTMLInputElement).checked })}
      />${words.recallCard}</label
    >`;
}

/** Name of the company of a clinic; undefined where it is not known. */
export function companyOf({ clinics, companies }: TimebookSettings, clinic: string) {
  const company = clinics.find(({ id }) => id === clinic)?.company;
  return companies.find(({ id }) => id === company)?.name;
}
