import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { maySomewhere } from '../../state/console-context.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import { clinicianWords } from './clinician-words.js';
import { mayChangeAt } from '../../catalogue/reason-at.js';
import { placesWords } from './places-words.js';
import type { Item } from '../../catalogue/records.js';

type Clinician = Item<'clinicians'>;

/** Clinicians with their photos, in the order that patients see them (S-01, S-02). */
export class CliniciansSection extends CatalogueSection<'clinicians'> {
  protected override readonly page = 'people';
  protected override readonly kind = 'clinicians';
  protected override readonly ordered = 'clinicians';
  protected override readonly section = 'clinicians';
  /** Photos that were shown once; read anew after a change. */
  #photos = new Map<string, string>();

  protected override reload(): void {
    this.#photos = new Map();
    super.reload();
  }

  protected override get addLabel(): string {
    return this.words(clinicianWords).add;
  }

  /** Whoever has the right at one clinic may add somebody there. */
  protected override get addReason(): string | undefined {
    const me = this.console?.me;
    return me && maySomewhere(me, 'catalogue') ? undefined : this.reasonWithout('catalogue');
  }

  protected override renderEditor(id: string): TemplateResult {
    const clinicians = this.items.value ?? [];
    return html`<opus-console-clinician
      class="editor"
      .record=${id}
      .nextPosition=${Math.max(-1, ...clinicians.map(({ position }) => position)) + 1}
    ></opus-console-clinician>`;
  }

  protected override renderIntro(clinicians: readonly Clinician[]): TemplateResult {
    const words = this.words(clinicianWords);
    return html`<p class="lead">${clinicians.length === 0 ? words.noClinicians : words.lead}</p>`;
  }

  protected override renderAbout(clinician: Clinician): TemplateResult {
    const { id, name, title, published, acceptsNewPatients, clinics } = clinician;
    const words = this.words(clinicianWords);
    const me = this.console?.me;
    const isOwn =
      me === undefined ||
      mayChangeAt(
        me,
        clinics.map(({ clinic }) => clinic),
      );
    const facts = [
      title,
      published ? undefined : words.notPublished,
      acceptsNewPatients ? undefined : words.noNewPatients,
      isOwn ? undefined : this.words(placesWords).readOnly,
    ];
    return html`<opus-console-photo
        .clinician=${id}
        .size=${clinician.photo}
        .known=${this.#photos}
        .name=${name}
      ></opus-console-photo>
      <span class="about">
        ${this.link(id, name)}<span class="hint">${facts.filter(Boolean).join(', ')}</span>
      </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-clinicians': CliniciansSection;
  }
}
