import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { TemplateInput } from '../../../contract/index.js';
import { permitsCategory } from '../../../domain/treatment-rules.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';
import { selectField, switchField, textField } from '../../parts/fields.js';
import { whyLink } from '../../parts/why-link.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { templateWords } from './template-words.js';
import { TreatmentEditor } from './treatment-editor.js';
import { treatmentsWords } from './treatments-words.js';

type Word = keyof typeof templateWords;
type NumberField =
  | 'minutes'
  | 'maxDaysToMove'
  | 'minutesBetweenOffers'
  | 'leadDays'
  | 'cancelDays'
  | 'moveDays'
  | 'maxDaysAfterRecallWeek';
type TextPath = 'name' | 'description' | 'priceText' | 'timebookText';
type SwitchPath = {
  [Path in keyof TemplateInput]-?: boolean extends TemplateInput[Path] ? Path : never;
}[keyof TemplateInput];

/** What a template's form offers to choose from. */
interface Choices {
  readonly categories: readonly Item<'categories'>[];
  readonly definitions: readonly Item<'preblock-definitions'>[];
  readonly resources: readonly Item<'resources'>[];
  readonly clinicians: readonly Item<'clinicians'>[];
  readonly lists: readonly Item<'template-lists'>[];
}

/** One booking template, with the manuals' advice beside its fields (A-03 to A-08). */
export class TemplateEditor extends TreatmentEditor<TemplateInput> {
  protected override readonly kind = 'templates';
  protected override readonly section = 'templates';
  /** What a new one is a copy of. */
  @property({ attribute: false }) from: Item<'templates'> | undefined;
  @state() private choices: Choices | undefined;
  #copied: string | undefined;

  protected override get initial(): TemplateInput {
    return {
      ...{ name: '', minutes: 30, category: '', position: this.nextPosition },
      ...{ useInTimebook: true, useInBooking: true, moveOnline: true, cancelOnline: true },
      ...{ useInRecall: false, moveNextRecall: false, recallCard: false },
      ...{ governedByNeed: false, mayChooseClinician: false, cliniciansWithoutNeed: [] },
    };
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    const [categories, definitions, resources, clinicians, lists] = await Promise.all([
      readAll(api, 'categories'),
      readAll(api, 'preblock-definitions'),
      readAll(api, 'resources'),
      readAll(api, 'clinicians'),
      readAll(api, 'template-lists'),
    ]);
    this.choices = { categories, definitions, resources, clinicians, lists };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.isNew) this.#copied = undefined;
    if (!this.isNew || !this.from || !this.editor.draft || this.#copied === this.from.id) return;
    const { id, name, position: _position, ...rest } = this.from;
    this.#copied = id;
    const copy = { ...rest, name: fill(this.words(templateWords).copyOf, { name }) };
    for (const [path, value] of Object.entries(copy)) this.editor.set(path, value);
  }

  protected override nameOf(path: string): string {
    const words = this.words(templateWords);
    return path in words ? words[path as Word] : path;
  }

  protected override renderRecord(draft: TemplateInput): TemplateResult {
    const words = this.words(templateWords);
    return html`
      ${this.renderHead(this.words(treatmentsWords).templates, words.newTemplate)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        ${this.#section('treatment', [
          this.#text('name', { required: true, maxLength: 200 }),
          this.#number('minutes', words.minutesHint),
          this.#renderCategory(draft),
          this.#renderResource(draft),
        ])}
        ${this.#section('online', [
          this.#switch('useInBooking', words.useInBookingHint),
          this.#switch('moveOnline'),
          this.#number('maxDaysToMove', words.maxDaysToMoveHint),
          this.#switch('cancelOnline'),
          this.#text('description', { maxLength: 5000, rows: 3 }),
          this.#text('priceText', { maxLength: 200 }),
          this.#renderListed(),
        ])}
        ${this.#section('when', [
          this.#number('minutesBetweenOffers', words.minutesBetweenOffersHint),
          this.#number('leadDays', words.leadDaysHint),
          this.#number('cancelDays', words.deadlineHint),
          this.#number('moveDays', words.deadlineHint),
        ])}
        ${this.#section('need', [
          this.#switch('governedByNeed', words.governedByNeedHint),
          this.#switch('mayChooseClinician'),
          this.#renderClinicians(draft),
          this.#number('maxDaysAfterRecallWeek', words.maxDaysAfterRecallWeekHint),
        ])}
        ${this.#section('timebook', [
          this.#switch('useInTimebook'),
          this.#text('timebookText', { maxLength: 5000, rows: 3 }),
          this.#switch('useInRecall'),
          this.#switch('moveNextRecall', words.moveNextRecallHint),
          this.#switch('recallCard'),
        ])}
      </fieldset>
      ${
        this.editor.stored?.useInBooking
          ? html`<p class="section">${whyLink({ treatment: this.record }, this.language)}</p>`
          : nothing
      }
      ${this.#renderCopy()} ${this.renderRemoval(words.remove, words.removeSure)}
    `;
  }

  #section(
    name: 'treatment' | 'online' | 'when' | 'need' | 'timebook',
    fields: readonly unknown[],
  ): TemplateResult {
    return html`<fieldset class="section">
      <legend>${this.words(templateWords)[name]}</legend>
      <div class="fields">${fields}</div>
    </fieldset>`;
  }

  #text(
    path: TextPath,
    more: Omit<Partial<Parameters<typeof textField>[0]>, 'form' | 'path' | 'label'>,
  ): TemplateResult {
    const words = this.words(templateWords);
    const field = this.field(path, words[path], { hint: words[`${path}Hint`] });
    return textField({ ...field, whenEmpty: path === 'name' ? 'text' : 'absent', ...more });
  }

  #number(path: NumberField, hint: string): TemplateResult {
    const field = this.field(path, this.words(templateWords)[path], { hint });
    const isNeeded = path === 'minutes';
    return textField({
      ...{ ...field, type: 'number', required: isNeeded },
      whenEmpty: isNeeded ? 'null' : 'absent',
    });
  }

  #switch(path: SwitchPath, hint?: string): TemplateResult {
    return switchField(this.field(path, this.words(templateWords)[path], { hint }));
  }

  /** Says at once where no preblock lets the category in, since no times would be shown. */
  #renderCategory({ category, useInBooking }: TemplateInput): TemplateResult {
    const words = this.words(templateWords);
    const { categories = [], definitions } = this.choices ?? {};
    const isShut =
      useInBooking &&
      category &&
      definitions &&
      !definitions.some((one) => one.type === 'internet' && permitsCategory(one, category, false));
    return html`<div>
      ${selectField({
        ...this.field('category', words.category, { hint: words.categoryHint }),
        options: categories.map(({ id, name }) => ({ value: id, label: name })),
        none: words.chooseCategory,
      })}
      ${
        isShut
          ? html`<p class="notice" role="status">
              ${words.noFit}
              <a href=${toHash({ page: 'treatments', parts: ['matrix'] })}>${words.mend}</a>
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderResource({ resource }: TemplateInput): TemplateResult {
    const words = this.words(templateWords);
    const kinds = new Set((this.choices?.resources ?? []).map(({ kind }) => kind));
    // One that no clinic has any longer is still what is stored.
    if (resource) kinds.add(resource);
    return selectField({
      ...this.field('resource', words.resource, { hint: words.resourceHint }),
      options: [...kinds].sort().map((kind) => ({ value: kind, label: kind })),
      none: words.noResource,
      whenEmpty: 'absent',
    });
  }

  #renderListed(): TemplateResult | typeof nothing {
    const id = this.recordId;
    const lists = this.choices?.lists.filter(({ items }) => items.includes(id)) ?? [];
    if (lists.length === 0) return nothing;
    const [before, after] = this.words(templateWords).onLists.split('{lists}');
    const links = lists.map(
      (list, index) =>
        html`${index > 0 ? ', ' : ''}<a
            href=${toHash({ page: 'treatments', parts: ['lists', list.id] })}
            >${list.name}</a
          >`,
    );
    return html`<p class="hint">${before}${links}${after}</p>`;
  }

  #renderClinicians({ cliniciansWithoutNeed: chosen = [] }: TemplateInput): TemplateResult {
    const words = this.words(templateWords);
    const clinicians = this.choices?.clinicians ?? [];
    const take = (id: string, isChosen: boolean) => {
      const ids = new Set(chosen);
      if (isChosen) ids.add(id);
      else ids.delete(id);
      this.editor.set('cliniciansWithoutNeed', [...ids]);
    };
    return html`<fieldset aria-describedby="without-need-hint">
      <legend class="label">${words.cliniciansWithoutNeed}</legend>
      <div class="hint" id="without-need-hint">${words.cliniciansWithoutNeedHint}</div>
      <div class="boxes">
        ${clinicians.map(
          ({ id, name }) =>
            html`<div class="switch">
              <input
                type="checkbox"
                id="without-need-${id}"
                .checked=${live(chosen.includes(id))}
                @change=${(event: Event) => take(id, (event.target as HTMLInputElement).checked)}
              />
              <label for="without-need-${id}">${name}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderCopy(): TemplateResult | typeof nothing {
    if (this.isNew || this.reason !== undefined || this.editor.isChanged) return nothing;
    return html`<p class="removal">
      <a href=${toHash({ page: 'treatments', parts: ['templates', 'new', this.recordId] })}
        >${this.words(templateWords).copy}</a
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-template': TemplateEditor;
  }
}
