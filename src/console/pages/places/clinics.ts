import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { mayAt } from '../../state/console-context.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import { placesWords } from './places-words.js';
import type { Item } from '../../catalogue/records.js';

type Clinic = Item<'clinics'>;

/** Clinics in the order that patients see them (S-01). */
export class ClinicsSection extends CatalogueSection<'clinics'> {
  protected override readonly page = 'people';
  protected override readonly kind = 'clinics';
  protected override readonly ordered = 'clinics';
  protected override readonly section = 'clinics';

  protected override get addLabel(): string {
    return this.words(placesWords).addClinic;
  }

  /** Nobody has a right at a clinic that is not there yet, but who has it everywhere. */
  protected override get addReason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override renderEditor(id: string): TemplateResult {
    const clinics = this.items.value ?? [];
    return html`<opus-console-clinic
      class="editor"
      .record=${id}
      .nextPosition=${Math.max(-1, ...clinics.map(({ position }) => position)) + 1}
    ></opus-console-clinic>`;
  }

  protected override renderIntro(clinics: readonly Clinic[]): TemplateResult {
    const words = this.words(placesWords);
    const grouped = clinics.filter(({ group }) => group).length;
    const isMixed = grouped > 0 && grouped < clinics.length;
    return html`<p class="lead">${clinics.length === 0 ? words.noClinics : words.clinicsLead}</p>
      ${isMixed ? html`<p class="notice section">${words.groupAdvice}</p>` : nothing}`;
  }

  protected override renderAbout({ id, name, address1, city }: Clinic): TemplateResult {
    const me = this.console?.me;
    const facts = [address1, city].filter(Boolean);
    if (me && !mayAt(me, 'catalogue', id)) facts.push(this.words(placesWords).readOnly);
    return html`<span class="about">
      ${this.link(id, name)}<span class="hint">${facts.join(', ')}</span>
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-clinics': ClinicsSection;
  }
}
