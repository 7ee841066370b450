import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { StaffApi } from '../../api/staff-api.js';
import { CatalogueEditor } from '../../catalogue/catalogue-editor.js';
import { mayHaveList } from '../../catalogue/list-owners.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';
import { selectField } from '../../parts/fields.js';
import { placesWords } from './places-words.js';

type AnyList = Item<'template-lists' | 'preblock-lists'>;

/** What there is to choose from for whom lists are assigned to. */
export interface AssignableLists {
  readonly booking: readonly AnyList[];
  readonly timebook: readonly AnyList[];
  readonly preblock: readonly AnyList[];
}

/** Base of the editors of this page. */
export abstract class PlaceEditor<T extends { name: string }> extends CatalogueEditor<T> {
  protected abstract override readonly kind: 'clinics' | 'groups' | 'companies' | 'clinicians';
  protected override readonly page = 'people';

  /** The lists in force, where there are any to choose from. */
  protected renderLists({
    booking,
    timebook,
    preblock,
  }: AssignableLists): TemplateResult | typeof nothing {
    const words = this.words(placesWords);
    if (booking.length + timebook.length + preblock.length === 0) return nothing;
    const holder = this.kind === 'clinicians' ? 'clinicians' : 'companies';
    const optionsOf = (lists: readonly AnyList[], path: string) =>
      lists.map(({ id, name, owner }) => ({
        value: id,
        label: name,
        disabled: !mayHaveList(owner, holder, this.recordId) && this.editor.valueOf(path) !== id,
      }));
    const field = (
      path: 'bookingList' | 'timebookList' | 'preblockList',
      lists: readonly AnyList[],
    ) =>
      selectField({
        ...this.field(path, words[path], { hint: words.listHint }),
        options: optionsOf(lists, path),
        none: words.none,
      });
    return html`<fieldset class="section">
      <legend>${words.whoseLists}</legend>
      <div class="fields">
        ${field('bookingList', booking)} ${field('timebookList', timebook)}
        ${field('preblockList', preblock)}
      </div>
    </fieldset>`;
  }
}

/** The lists that can be assigned. */
export async function readLists(api: StaffApi): Promise<AssignableLists> {
  const [templates, preblock] = await Promise.all([
    readAll(api, 'template-lists'),
    readAll(api, 'preblock-lists'),
  ]);
  const of = (wanted: 'booking' | 'timebook') =>
    templates.filter(({ purpose }) => purpose === wanted);
  return { booking: of('booking'), timebook: of('timebook'), preblock };
}
