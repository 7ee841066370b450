import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PreblockInput, PreblockType } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';
import { selectField, switchField, textField } from '../../parts/fields.js';
import { preblockWords } from './preblock-words.js';
import { TreatmentEditor } from './treatment-editor.js';
import { treatmentsWords } from './treatments-words.js';

type Word = keyof typeof preblockWords;

const types: readonly PreblockType[] = [
  'internet',
  'standard',
  'recall',
  'administration',
  'amount',
  'treatment',
  'patient',
];

/** Light colours by their names in CSS, as the manuals advise. */
const colours = [
  'Azure',
  'AliceBlue',
  'Lavender',
  'Honeydew',
  'LightCyan',
  'LemonChiffon',
  'Seashell',
  'MistyRose',
];

/** One preblock definition, with the manuals' advice beside its fields (A-02, A-15). */
export class PreblockEditor extends TreatmentEditor<PreblockInput> {
  protected override readonly kind = 'preblock-definitions';
  protected override readonly section = 'preblocks';
  @state() private categories: readonly Item<'categories'>[] | undefined;

  protected override get initial(): PreblockInput {
    return {
      ...{ name: '', type: 'internet', mode: 'allow', categories: [] },
      ...{ mayBypass: true, allowAllRebookings: false },
    };
  }

  protected override async loadChoices(api: StaffApi): Promise<void> {
    this.categories = await readAll(api, 'categories');
  }

  protected override nameOf(path: string): string {
    const words = this.words(preblockWords);
    return path in words ? words[path as Word] : path;
  }

  protected override renderRecord(draft: PreblockInput): TemplateResult {
    const words = this.words(preblockWords);
    const typeOptions = types.map((type) => ({ value: type, label: words[type] }));
    const ownColour = draft.colour && !colours.includes(draft.colour) ? [draft.colour] : [];
    return html`
      ${this.renderHead(this.words(treatmentsWords).preblocks, words.newPreblock)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${textField({ ...this.field('name', words.name, { hint: words.nameHint }), required: true, maxLength: 200 })}
          ${selectField({ ...this.field('type', words.type, { hint: words.typeHint }), options: typeOptions })}
          ${this.#optional('text', { rows: 2, maxLength: 5000 })}
          ${this.#optional('code', { maxLength: 32 })}
          ${selectField({
            ...this.field('colour', words.colour, { hint: words.colourHint }),
            options: [...colours, ...ownColour].map((colour) => ({ value: colour, label: colour })),
            none: words.noColour,
            whenEmpty: 'absent',
          })}
        </div>
        <fieldset class="section">
          <legend>${words.admits}</legend>
          <div class="fields">
            ${this.#renderChoice('mode', ['allow', 'deny'], words.modeHint)}
            ${this.#renderCategories(draft)}
            ${switchField(this.field('allowAllRebookings', words.allowAllRebookings, { hint: words.allowAllRebookingsHint }))}
          </div>
        </fieldset>
        <fieldset class="section">
          <legend>${words.limits}</legend>
          <div class="fields">
            ${switchField(this.field('mayBypass', words.mayBypass, { hint: words.mayBypassHint }))}
            ${textField({
              ...this.field('expiresDaysBefore', words.expiresDaysBefore, {
                hint: words.expiresDaysBeforeHint,
              }),
              type: 'number',
              whenEmpty: 'absent',
            })}
          </div>
        </fieldset>
      </fieldset>
      ${this.renderRemoval(words.remove, words.removeSure)}
    `;
  }

  #optional(
    path: 'text' | 'code',
    more: Pick<Parameters<typeof textField>[0], 'rows' | 'maxLength'>,
  ): TemplateResult {
    const words = this.words(preblockWords);
    const field = this.field(path, words[path], { hint: words[`${path}Hint`] });
    return textField({ ...field, ...more, whenEmpty: 'absent' });
  }

  /** Two ways, one of which is chosen. */
  #renderChoice(path: 'mode', values: readonly ('allow' | 'deny')[], hint: string): TemplateResult {
    const words = this.words(preblockWords);
    return html`<fieldset aria-describedby="${path}-hint">
      <legend class="label">${words[path]}</legend>
      <div class="hint" id="${path}-hint">${hint}</div>
      <div class="choices">
        ${values.map(
          (value) =>
            html`<div class="switch">
              <input
                type="radio"
                name=${path}
                id="${path}-${value}"
                .checked=${live(this.editor.valueOf(path) === value)}
                @change=${() => this.editor.set(path, value)}
              />
              <label for="${path}-${value}">${words[value]}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderCategories({ categories: chosen }: PreblockInput): TemplateResult {
    const words = this.words(preblockWords);
    const take = (id: string, isChosen: boolean) => {
      const others = chosen.filter((one) => one !== id);
      // In the order that the service answers them in, so that a change taken back is none.
      this.editor.set('categories', isChosen ? [...others, id].sort() : others);
    };
    return html`<fieldset>
      <legend class="label">${words.categories}</legend>
      ${this.categories?.length === 0 ? html`<p class="hint">${words.noCategories}</p>` : nothing}
      <div class="boxes">
        ${this.categories?.map(
          ({ id, name }) =>
            html`<div class="switch">
              <input
                type="checkbox"
                id="category-${id}"
                .checked=${live(chosen.includes(id))}
                @change=${(event: Event) => take(id, (event.target as HTMLInputElement).checked)}
              />
              <label for="category-${id}">${name}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-preblock-definition': PreblockEditor;
  }
}
