import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ResourceInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { CatalogueEditor } from '../../catalogue/catalogue-editor.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import { reasonAt } from '../../catalogue/reason-at.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';
import { selectField, textField } from '../../parts/fields.js';
import { mayAt, maySomewhere } from '../../state/console-context.js';
import { treatmentsWords } from './treatments-words.js';

type Resource = Item<'resources'>;

/** Chairs and rooms that treatments may need (A-09). */
export class ResourcesSection extends CatalogueSection<'resources'> {
  protected override readonly kind = 'resources';
  protected override readonly page = 'treatments';
  protected override readonly section = 'resources';
  @state() private clinics: readonly Item<'clinics'>[] = [];

  protected override get addLabel(): string {
    return this.words(treatmentsWords).addResource;
  }

  /** Whoever has the right at one clinic may add one there. */
  protected override get addReason(): string | undefined {
    const me = this.console?.me;
    return me && maySomewhere(me, 'catalogue') ? undefined : this.reasonWithout('catalogue');
  }

  protected override open(): void {
    super.open();
    // Without the clinics the list is shown all the same.
    readAll(this.console!.api, 'clinics')
      .then((clinics) => (this.clinics = clinics))
      .catch(() => undefined);
  }

  protected override renderEditor(id: string): TemplateResult {
    return html`<opus-console-resource class="editor" .record=${id}></opus-console-resource>`;
  }

  protected override renderIntro(resources: readonly Resource[]): TemplateResult {
    const words = this.words(treatmentsWords);
    return html`<p class="lead">${words.resourcesLead}</p>
      ${resources.length === 0 ? html`<p class="section">${words.noResources}</p>` : ''}`;
  }

  protected override renderAbout({ id, name, kind, clinic }: Resource): TemplateResult {
    const place = this.clinics.find((one) => one.id === clinic)?.name;
    return html`<span class="about">
      ${this.link(id, name)}<span class="hint">${[kind, place].filter(Boolean).join(', ')}</span>
    </span>`;
  }
}

/** One chair or room. */
export class ResourceEditor extends CatalogueEditor<ResourceInput> {
  protected override readonly kind = 'resources';
  protected override readonly page = 'treatments';
  protected override readonly section = 'resources';
  @state() private clinics: readonly Item<'clinics'>[] = [];

  protected override get initial(): ResourceInput {
    return { name: '', clinic: '', kind: '' };
  }

  protected override get reason(): string | undefined {
    const { stored } = this.editor;
    return this.isNew || !stored
      ? undefined
      : reasonAt(this.console?.me, [stored.clinic], this.language);
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    this.clinics = await readAll(api, 'clinics');
    const own = this.clinics.filter(({ id }) => this.#mayChoose(id));
    if (this.isNew && own.length === 1) this.editor.set('clinic', own[0]!.id);
  }

  #mayChoose(clinic: string): boolean {
    const me = this.console?.me;
    return me === undefined || mayAt(me, 'catalogue', clinic);
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(treatmentsWords);
    const options = this.clinics.map(({ id, name }) => ({
      value: id,
      label: name,
      disabled: !this.#mayChoose(id),
    }));
    return html`
      ${this.renderHead(words.resources, words.newResource)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${textField({ ...this.field('name', words.name), required: true, maxLength: 200 })}
          ${selectField({ ...this.field('clinic', words.clinic), options, none: words.none })}
          ${textField({ ...this.field('kind', words.kind, { hint: words.kindHint }), required: true })}
        </div>
      </fieldset>
      ${this.renderRemoval(words.removeResource, words.removeSure)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-resources': ResourcesSection;
    'opus-console-resource': ResourceEditor;
  }
}
