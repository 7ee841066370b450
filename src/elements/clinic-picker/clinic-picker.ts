import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Account, ChoiceStep, Clinic } from '../../contract/index.js';
import { cliniciansByClinic, type ClinicClinician } from '../../domain/clinicians-by-clinic.js';
import { clinicOptions, manyClinics, type ClinicSection } from '../../domain/options.js';
import type { ClinicChoice } from '../../domain/selection.js';
import type { Narrow, OpusNarrowEvent } from '../../events/narrow-event.js';
import { placeIcon } from '../../theme/icons.js';
import { Picker } from '../picker.js';

import { styles } from './clinic-picker.styles.js';

/**
 * The clinics as cards, under their groups, with "any clinic" on top (P-12 to P-14).
 * @element opus-clinic-picker
 * @summary Choosing a clinic.
 */
export class ClinicPicker extends Picker {
  static override styles = [Picker.styles, styles];

  /** Loads the search for a long list. Set by the definition. */
  static loadSearch?: () => Promise<unknown>;

  protected readonly step: ChoiceStep = 'clinic';

  /** Filters a long list, once something is searched for. */
  @state() private narrow?: Narrow;

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const { any, sections: all } = clinicOptions(account, this.selection);
    if (all.length === 0) {
      return this.renderNothing(account, this.words.term('noClinicsHeading'));
    }
    const people = cliniciansByClinic(account);
    const isLong = all.reduce((sum, { clinics }) => sum + clinics.length, 0) > manyClinics;
    const found = isLong ? this.narrow?.(all) : undefined;
    const { sections } = found ?? { sections: all };
    const isGrouped = sections.some(({ group }) => group);
    // Its room is kept while it is loaded; if that fails, the list stays whole.
    if (isLong) ClinicPicker.loadSearch?.().catch(() => undefined);
    return html`${this.renderHeading(this.words.term('chooseClinic'))}
      ${
        isLong
          ? html`<opus-clinic-search
              .sections=${all}
              @opus-narrow=${this.#handleNarrow}
              @keydown=${this.#arrow}
            ></opus-clinic-search>`
          : nothing
      }
      ${
        any && !found
          ? html`<ul class="cards" role="list">
              ${this.#renderAny(
                { kind: 'any' },
                this.words.term('anyClinic'),
                this.words.term('anyClinicText'),
              )}
            </ul>`
          : nothing
      }
      <div class=${isLong ? 'long' : ''}>
        ${sections.map((section, index) =>
          isGrouped && isLong && !found && sections.length > 1
            ? html`<details class="section" ?open=${this.#hasChosen(section)}>
                <summary><h3 id="group-${index}">${this.#nameOf(section)}</h3></summary>
                ${this.#renderCards(section, `group-${index}`, people)}
              </details>`
            : html`<div class="section">
                ${isGrouped ? html`<h3 id="group-${index}">${this.#nameOf(section)}</h3>` : nothing}
                ${this.#renderCards(section, isGrouped ? `group-${index}` : undefined, people, found?.distances)}
              </div>`,
        )}
      </div>`;
  }

  #renderCards(
    { group, any, clinics }: ClinicSection,
    labelledBy: string | undefined,
    people: ReadonlyMap<string, readonly ClinicClinician[]>,
    distances?: ReadonlyMap<string, string>,
  ) {
    return html`<ul class="cards" role="list" aria-labelledby=${labelledBy ?? nothing}>
      ${
        any && group
          ? this.#renderAny(
              { kind: 'group', id: group.id },
              this.words.term('anyInGroup', group.name),
              this.words.term('anyInGroupText'),
            )
          : nothing
      }
      ${clinics.map((clinic) =>
        this.#renderClinic(clinic, people.get(clinic.id) ?? [], distances?.get(clinic.id)),
      )}
    </ul>`;
  }

  #renderAny(value: ClinicChoice, name: string, text: string) {
    return this.renderCard({
      choice: { step: 'clinic', value },
      isChosen: this.#isChosen(value),
      isAny: true,
      name,
      facts: html`<p class="facts">${text}</p>`,
    });
  }

  #renderClinic(clinic: Clinic, people: readonly ClinicClinician[], distance?: string) {
    const value: ClinicChoice = { kind: 'one', id: clinic.id };
    return this.renderCard({
      choice: { step: 'clinic', value },
      isChosen: this.#isChosen(value),
      name: clinic.name,
      lang: (this.account as Account).textLanguage,
      facts: html`<p class="facts address">
          ${placeIcon}<span
            >${clinic.address1 && `${clinic.address1}, `}<span class="town"
              >${clinic.postalCode} ${clinic.city}</span
            >${distance ? html`<span class="far">${distance}</span>` : nothing}</span
          >
        </p>
        ${people.length > 0 ? this.#renderPeople(people) : nothing}`,
    });
  }

  #renderPeople(people: readonly ClinicClinician[]) {
    const lang = (this.account as Account).textLanguage;
    return html`<ul class="people" role="list" aria-label=${this.words.term('ourClinicians')}>
      ${people.map(({ name, title }) => {
        const titled = title ? html` <span class="facts" lang=${lang}>${title}</span>` : nothing;
        return html`<li>${name}${titled}</li>`;
      })}
    </ul>`;
  }

  #nameOf({ group }: Pick<ClinicSection, 'group'>): string {
    return group?.name ?? this.words.term('ungroupedClinics');
  }

  #hasChosen({ group, clinics }: ClinicSection): boolean {
    const { clinic } = this.selection;
    return clinic?.kind === 'group'
      ? clinic.id === group?.id
      : clinic?.kind === 'one' && clinics.some(({ id }) => id === clinic.id);
  }

  #isChosen(value: ClinicChoice): boolean {
    const { clinic } = this.selection;
    if (clinic?.kind !== value.kind) return false;
    return value.kind === 'any' || (clinic.kind !== 'any' && clinic.id === value.id);
  }

  #handleNarrow({ narrow }: OpusNarrowEvent) {
    // A new function, since the same one may give another result now and would not render again.
    this.narrow = narrow && ((sections) => narrow(sections));
  }

  /** From the search into the list; heard on the way down, as no key comes out of the search. */
  readonly #arrow = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>('summary, .choose')?.focus();
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-clinic-picker': ClinicPicker;
  }
}
