import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CompanyInput, GroupInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { textField } from '../../parts/fields.js';
import { fill } from '../../words/in-language.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import { PlaceEditor, readLists } from './place-editor.js';
import type { AssignableLists } from './place-editor.js';
import { placesWords } from './places-words.js';
import { readAll } from '../../catalogue/records.js';
import type { Item } from '../../catalogue/records.js';

type NamedKind = 'groups' | 'companies';
type NamedDraft = CompanyInput & Partial<GroupInput>;

const wordsOf = {
  groups: {
    lead: 'groupsLead',
    empty: 'noGroups',
    add: 'addGroup',
    title: 'newGroup',
    remove: 'removeGroup',
  },
  companies: {
    lead: 'companiesLead',
    empty: 'noCompanies',
    add: 'addCompany',
    title: 'newCompany',
    remove: 'removeCompany',
  },
} as const;

/** Clinics that belong to a group or a company. */
const clinicsOf = (clinics: readonly Item<'clinics'>[], kind: NamedKind, id: string) =>
  clinics.filter((clinic) => (kind === 'groups' ? clinic.group : clinic.company) === id);

/** Groups of clinics, or companies, with how many clinics each has (S-01). */
abstract class NamedSection<Kind extends NamedKind> extends CatalogueSection<Kind> {
  protected override readonly page = 'people';
  @state() private clinics: readonly Item<'clinics'>[] | undefined;

  protected override get section(): Kind {
    return this.kind;
  }

  protected override get addLabel(): string {
    return this.words(placesWords)[wordsOf[this.kind].add];
  }

  protected override get addReason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override open(): void {
    super.open();
    const { api } = this.console!;
    // Without the clinics the list is shown all the same.
    readAll(api, 'clinics')
      .then((clinics) => (this.clinics = clinics))
      .catch(() => undefined);
  }

  protected override renderEditor(id: string): TemplateResult {
    const positions = (this.items.value ?? []).map((item) =>
      'position' in item ? item.position : 0,
    );
    return html`<opus-console-named
      class="editor"
      .named=${this.kind}
      .record=${id}
      .users=${clinicsOf(this.clinics ?? [], this.kind, id).map(({ name }) => name)}
      .nextPosition=${Math.max(-1, ...positions) + 1}
    ></opus-console-named>`;
  }

  protected override renderIntro(items: readonly Item<Kind>[]): TemplateResult {
    const words = this.words(placesWords);
    const { lead, empty } = wordsOf[this.kind];
    return html`<p class="lead">${words[items.length === 0 ? empty : lead]}</p>`;
  }

  protected override renderAbout({ id, name }: Item<Kind>): TemplateResult {
    const words = this.words(placesWords);
    const number = this.clinics && clinicsOf(this.clinics, this.kind, id).length;
    const count =
      number === undefined
        ? ''
        : number === 0
          ? words.noClinic
          : number === 1
            ? words.oneClinic
            : fill(words.clinicsOf, { number });
    return html`<span class="about"
      >${this.link(id, name)}<span class="hint">${count}</span></span
    >`;
  }
}

export class GroupsSection extends NamedSection<'groups'> {
  protected override readonly kind = 'groups';
  protected override readonly ordered = 'groups';
}

export class CompaniesSection extends NamedSection<'companies'> {
  protected override readonly kind = 'companies';
}

/** One group of clinics, or one company with the lists in force there (S-01, A-07). */
export class NamedEditor extends PlaceEditor<NamedDraft> {
  @property({ attribute: false }) named: NamedKind = 'groups';
  /** Names of the clinics that belong to it. */
  @property({ attribute: false }) users: readonly string[] = [];
  @state() private lists: AssignableLists = { booking: [], timebook: [], preblock: [] };

  protected override get kind(): NamedKind {
    return this.named;
  }

  protected override get section(): NamedKind {
    return this.named;
  }

  protected override get initial(): NamedDraft {
    return this.named === 'groups' ? { name: '', position: this.nextPosition } : { name: '' };
  }

  protected override get reason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    if (this.named === 'companies') this.lists = await readLists(api);
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(placesWords);
    const { title, remove } = wordsOf[this.named];
    return html`
      ${this.renderHead(words[this.named], words[title])}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${textField({ ...this.field('name', words.name), required: true, maxLength: 200 })}
        </div>
        ${this.renderLists(this.lists)}
      </fieldset>
      ${this.#renderRemoval(words[remove], words.removeSure)}
    `;
  }

  /** What clinics belong to is not removed, and that is said before somebody tries. */
  #renderRemoval(label: string, sure: string): unknown {
    if (this.isNew || this.users.length === 0) return this.renderRemoval(label, sure);
    const shown = this.users.slice(0, 5).join(', ');
    const clinics = this.users.length > 5 ? `${shown} …` : shown;
    return html`<p class="reason removal">
      ${fill(this.words(placesWords).inUseBy, { clinics })}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-groups': GroupsSection;
    'opus-console-companies': CompaniesSection;
    'opus-console-named': NamedEditor;
  }
}
