import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ListInput, ListOwner } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import type { ChosenEvent } from './list-items.js';
import type { ListUse } from './lists.js';
import { listsWords } from './lists-words.js';
import { TreatmentEditor } from './treatment-editor.js';
import type { TreatmentWorld } from './treatment-world.js';
import { treatmentsWords } from './treatments-words.js';

/** A list of either kind; one of preblocks has no purpose. */
type ListDraft = ListInput & { readonly purpose?: 'booking' | 'timebook' };

/** One list: whose it is, what is on it in which order, and where it holds (A-07). */
export class ListEditor extends TreatmentEditor<ListDraft> {
  protected override readonly section = 'lists';
  @property({ attribute: false }) use: ListUse = 'booking';
  @property({ attribute: false }) world!: TreatmentWorld;

  protected override get kind(): 'template-lists' | 'preblock-lists' {
    return this.use === 'preblocks' ? 'preblock-lists' : 'template-lists';
  }

  protected override get initial(): ListDraft {
    const list: ListDraft = { name: '', owner: { kind: 'all' }, items: [] };
    return this.use === 'preblocks' ? list : { ...list, purpose: this.use };
  }

  protected override get path(): readonly string[] {
    return [this.recordId, this.use];
  }

  protected override nameOf(path: string): string {
    const words = this.words(listsWords);
    if (path === 'items') return words.chosen;
    return path.startsWith('owner') ? words.owner : this.words(treatmentsWords).name;
  }

  protected override renderRecord(draft: ListDraft): TemplateResult {
    const words = this.words(listsWords);
    const { name, lists, removeSure } = this.words(treatmentsWords);
    const all = this.use === 'preblocks' ? this.world.definitions : this.world.templates;
    const problem = this.editor.failure?.fields.find(({ path }) => path.startsWith('items'));
    return html`
      ${this.renderHead(lists, words.newList)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${textField({ ...this.field('name', name), required: true, maxLength: 200 })}
          <p class="hint">${words.purpose}: ${words[this.use]}</p>
          ${this.#renderOwner(draft)}
        </div>
        <opus-console-list-items
          .items=${all.map((item) => ({ id: item.id, name: item.name }))}
          .chosen=${draft.items}
          ?disabled=${this.reason !== undefined}
          @opus-console-chosen=${({ chosen }: ChosenEvent) => this.editor.set('items', chosen)}
        ></opus-console-list-items>
        ${problem ? html`<p class="error">${this.problemText(problem.code)}</p>` : nothing}
      </fieldset>
      ${this.#renderAssigned()} ${this.renderRemoval(words.remove, removeSure)}
    `;
  }

  #renderOwner({ owner }: ListDraft): TemplateResult {
    const words = this.words(listsWords);
    const problem = this.editor.failure?.fields.find(({ path }) => path.startsWith('owner'));
    const valueOf = (one: ListOwner) => ('id' in one ? `${one.kind} ${one.id}` : one.kind);
    const chosen = valueOf(owner);
    const option = (one: ListOwner, label: string) =>
      html`<option value=${valueOf(one)} ?selected=${valueOf(one) === chosen}>${label}</option>`;
    const take = (event: Event) => {
      const [kind, ...id] = (event.target as HTMLSelectElement).value.split(' ');
      const next = id.length > 0 ? { kind, id: id.join(' ') } : { kind };
      this.editor.set('owner', next);
    };
    return html`<div class="field">
      <label for="owner">${words.owner}</label>
      <div class="hint" id="owner-hint">${words.ownerHint}</div>
      <select
        class="control"
        id="owner"
        aria-describedby=${problem ? 'owner-hint owner-problem' : 'owner-hint'}
        aria-invalid=${problem ? 'true' : 'false'}
        @change=${take}
      >
        ${option({ kind: 'all' }, words.all)}
        ${option({ kind: 'organisation' }, words.organisation)}
        <optgroup label=${words.companies}>
          ${this.world.companies.map(({ id, name }) => option({ kind: 'company', id }, name))}
        </optgroup>
        <optgroup label=${words.clinicians}>
          ${this.world.clinicians.map(({ id, name }) => option({ kind: 'clinician', id }, name))}
        </optgroup>
      </select>
      ${
        problem
          ? html`<div class="error" id="owner-problem">${this.problemText(problem.code)}</div>`
          : nothing
      }
    </div>`;
  }

  /** Who has it, which decides whether it has any effect. */
  #renderAssigned(): TemplateResult | typeof nothing {
    if (this.isNew) return nothing;
    const words = this.words(listsWords);
    const field = (
      { booking: 'bookingList', timebook: 'timebookList', preblocks: 'preblockList' } as const
    )[this.use];
    const { organisation, companies, clinicians } = this.world;
    const holders = [...companies, ...clinicians]
      .filter((one) => one[field] === this.recordId)
      .map(({ name }) => name);
    if (organisation[field] === this.recordId) holders.unshift(words.organisation);
    return html`<p class="section">
      ${
        holders.length > 0
          ? fill(words.assignedTo, { holders: holders.join(', ') })
          : words.assignedToNobody
      }
      <a href=${toHash({ page: 'treatments', parts: ['in-force'] })}>${words.assign}</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-list': ListEditor;
  }
}
