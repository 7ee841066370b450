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

/** What lies in a calendar, at its place and in its colour; one template each, since a week of a chain has thousands. */
export function renderItem(item: Item, look: ItemLook): TemplateResult {
  if (item.kind === 'entry') return renderEntry(item, look);
  const { kind } = item;
  const classes = {
    ...{ block: true, [kind]: true },
    recall: kind === 'working-time' && item.source.recall,
    beside: isBeside(item),
  };
  return html`<div
    class=${classMap(classes)}
    data-id=${item.id}
    data-kind=${kind}
    style=${styleMap(placeOf(item, look))}
  >
    ${kind === 'working-time' ? nothing : kind === 'offered' ? toClock(item.from) : itemName(item, look)}
  </div>`;
}

function renderEntry(item: EntryItem, look: ItemLook): TemplateResult {
  const { registeredBy, status, arrivedAt } = item.source;
  const height = heightOf(item.to - item.from);
  const who = `${arrivedAt ? '✓ ' : ''}${entryName(item, look)}`;
  return html`<div
    class="block entry ${status} ${height} ${registeredBy === 'ITB' ? 'online' : ''}"
    data-id=${item.id}
    data-kind="entry"
    style=${styleMap(placeOf(item, look))}
  >
    <b>${who}</b> <span class="at">${toClock(item.from)}</span>
  </div>`;
}

/** Whether it is a start that stands beside another, which is close to it. */
export const isBeside = ({ kind, lane }: Item): boolean => kind === 'offered' && lane > 0;

/** Its minutes, its lane beside others, and the colour of a preblock. */
function placeOf(item: Item, { definitions }: ItemLook): Record<string, string> {
  const { from, to, lane, lanes, kind } = item;
  const place: Record<string, string> = { '--_from': String(from), '--_to': String(to) };
  if (lanes > 1) Object.assign(place, { '--_lane': String(lane), '--_lanes': String(lanes) });
  if (kind !== 'preblock') return place;
  if (item.nameAt) place['--_name'] = String(item.nameAt - from);
  const tone = definitions.get(item.source.preblock)?.colour;
  if (tone && CSS.supports('color', tone)) place['--_tone'] = tone;
  return place;
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
