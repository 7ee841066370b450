import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { toClock } from './timebook-model.js';
import type { EntryItem, Item } from './timebook-model.js';
import type { timebookWords } from './timebook-words.js';

/** Names and colours of preblock definitions by id. */
type Definitions = ReadonlyMap<string, { name: string; colour?: string | undefined }>;

/** What an item needs to be drawn and named. */
export interface ItemLook {
  readonly words: Record<keyof typeof timebookWords, string>;
  readonly definitions: Definitions;
}

/** What lies in a calendar, at its place and in its colour. */
export function renderItem(item: Item, look: ItemLook): TemplateResult {
  const { from, to, lane, lanes, kind } = item;
  const place: Record<string, string> = { '--_from': String(from), '--_to': String(to) };
  if (lanes > 1) Object.assign(place, { '--_lane': String(lane), '--_lanes': String(lanes) });
  if (kind === 'preblock' && item.nameAt) place['--_name'] = String(item.nameAt - from);
  const tone = kind === 'preblock' ? look.definitions.get(item.source.preblock)?.colour : '';
  if (tone && CSS.supports('color', tone)) place['--_tone'] = tone;
  const classes = {
    ...{ block: true, [kind]: true },
    recall: kind === 'working-time' && item.source.recall,
    online: kind === 'entry' && item.source.registeredBy === 'ITB',
    ...(kind === 'entry' ? { [item.source.status]: true, [heightOf(to - from)]: true } : {}),
    // Beside another start, which is close to it.
    beside: kind === 'offered' && lane > 0,
  };
  return html`<div
    class=${classMap(classes)}
    data-id=${item.id}
    data-kind=${kind}
    style=${styleMap(place)}
  >
    ${label(item, look)}
  </div>`;
}

function label(item: Item, look: ItemLook): TemplateResult | string | typeof nothing {
  if (item.kind === 'working-time') return nothing;
  if (item.kind === 'offered') return toClock(item.from);
  if (item.kind !== 'entry') return itemName(item, look);
  const mark = item.source.arrivedAt ? '✓ ' : nothing;
  return html`<b>${mark}${entryName(item, look)}</b> <span class="at">${toClock(item.from)}</span>`;
}

/** How many lines an appointment has room for: of a long name, as much is cut that its time stays in sight. */
function heightOf(minutes: number): 'one-line' | 'two-lines' | 'more-lines' {
  if (minutes < 25) return 'one-line';
  return minutes < 45 ? 'two-lines' : 'more-lines';
}

/** What an item is called. */
export function itemName(item: Item, look: ItemLook): string {
  const { words, definitions } = look;
  switch (item.kind) {
    case 'working-time':
      return words.workingTime;
    case 'preblock':
      return definitions.get(item.source.preblock)?.name ?? item.source.preblock;
    case 'offered':
      return words.offeredHere;
    case 'taken':
      return words.takenTime;
    case 'entry': {
      const name = entryName(item, look);
      return item.source.arrivedAt ? `${name}, ${words.arrived}` : name;
    }
  }
}

/** Who comes, or what an appointment without a patient is. */
export function entryName({ source }: EntryItem, { words }: Pick<ItemLook, 'words'>): string {
  const { patient, status, text } = source;
  if (patient) return `${patient.firstName} ${patient.lastName}`;
  if (status === 'held') return words.held;
  if (status === 'pending') return words.pending;
  return text || words.noPatient;
}
