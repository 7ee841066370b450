import { html, nothing } from 'lit';
import type { Account, ChoiceStep, Clinic } from '../../contract/index.js';
import { clinicOptions, type ClinicSection } from '../../domain/options.js';
import type { ClinicChoice } from '../../domain/selection.js';
import { placeIcon } from '../../theme/icons.js';
import { Picker } from '../picker.js';
import { cliniciansByClinic, type ClinicClinician } from './clinicians-by-clinic.js';
import { styles } from './clinic-picker.styles.js';

/** Above so many clinics, groups can be jumped to and the cards are tighter. */
const manyClinics = 12;

/**
 * The clinics as cards, under their groups, with "any clinic" on top (P-12 to P-14).
 * @element opus-clinic-picker
 * @summary Choosing a clinic.
 */
export class ClinicPicker extends Picker {
  static override styles = [Picker.styles, styles];

  protected readonly step: ChoiceStep = 'clinic';

  protected override render() {
    const { account } = this;
    if (!account) return nothing;
    const { any, sections } = clinicOptions(account, this.selection);
    if (sections.length === 0) {
      return this.renderNothing(account, this.words.term('noClinicsHeading'));
    }
    const people = cliniciansByClinic(account);
    const isGrouped = sections.some(({ group }) => group);
    const isLong = sections.reduce((sum, { clinics }) => sum + clinics.length, 0) > manyClinics;
    return html`${this.renderHeading(this.words.term('chooseClinic'))}
      ${isGrouped && sections.length > 1 && isLong ? this.renderJumps(sections) : nothing}
      ${
        any
          ? html`<ul class="cards" role="list">
              ${this.renderAny(
                { kind: 'any' },
                this.words.term('anyClinic'),
                this.words.term('anyClinicText'),
              )}
            </ul>`
          : nothing
      }
      <div class=${isLong ? 'long' : ''}>
        ${sections.map((section, index) => this.renderSection(section, index, isGrouped, people))}
      </div>`;
  }

  private renderJumps(sections: readonly ClinicSection[]) {
    return html`<nav aria-label=${this.words.term('goToGroup')}>
      <ul class="jumps" role="list">
        ${sections.map(
          (section, index) =>
            html`<li>
              <button class="jump" type="button" @click=${() => this.jumpTo(index)}>
                ${this.nameOf(section)}
              </button>
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  private renderSection(
    { group, any, clinics }: ClinicSection,
    index: number,
    isGrouped: boolean,
    people: ReadonlyMap<string, readonly ClinicClinician[]>,
  ) {
    return html`<div class="section">
      ${
        isGrouped
          ? html`<h3 id="group-${index}" tabindex="-1">${this.nameOf({ group })}</h3>`
          : nothing
      }
      <ul class="cards" role="list" aria-labelledby=${isGrouped ? `group-${index}` : nothing}>
        ${
          any && group
            ? this.renderAny(
                { kind: 'group', id: group.id },
                this.words.term('anyInGroup', group.name),
                this.words.term('anyInGroupText'),
              )
            : nothing
        }
        ${clinics.map((clinic) => this.renderClinic(clinic, people.get(clinic.id) ?? []))}
      </ul>
    </div>`;
  }

  private renderAny(value: ClinicChoice, name: string, text: string) {
    return this.renderCard({
      choice: { step: 'clinic', value },
      isChosen: this.isChosen(value),
      isAny: true,
      name,
      facts: html`<p class="facts">${text}</p>`,
    });
  }

  private renderClinic(clinic: Clinic, people: readonly ClinicClinician[]) {
    const value: ClinicChoice = { kind: 'one', id: clinic.id };
    return this.renderCard({
      choice: { step: 'clinic', value },
      isChosen: this.isChosen(value),
      name: clinic.name,
      facts: html`<p class="facts address">
          ${placeIcon}<span
            >${clinic.address1}, <span class="town">${clinic.postalCode} ${clinic.city}</span></span
          >
        </p>
        ${people.length > 0 ? this.renderPeople(people) : nothing}`,
    });
  }

  private renderPeople(people: readonly ClinicClinician[]) {
    const lang = (this.account as Account).textLanguage;
    return html`<ul class="people" role="list" aria-label=${this.words.term('ourClinicians')}>
      ${people.map(({ name, title }) => {
        const titled = title ? html` <span class="facts" lang=${lang}>${title}</span>` : nothing;
        return html`<li>${name}${titled}</li>`;
      })}
    </ul>`;
  }

  private nameOf({ group }: Pick<ClinicSection, 'group'>): string {
    return group?.name ?? this.words.term('ungroupedClinics');
  }

  private isChosen(value: ClinicChoice): boolean {
    const { clinic } = this.selection;
    if (clinic?.kind !== value.kind) return false;
    return value.kind === 'any' || (clinic.kind !== 'any' && clinic.id === value.id);
  }

  private jumpTo(index: number) {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#group-${index}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-clinic-picker': ClinicPicker;
  }
}
