import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language, Me, StaffRight } from '../../../contract/index.js';
import { maySomewhere } from '../../state/console-context.js';
import { dayName } from '../../words/dates.js';
import { fill, inLanguage } from '../../words/in-language.js';
import { entryName, type ItemLook } from './grid-items.js';
import { toClock } from './timebook-model.js';
import type { Item, PlacedItem, Stretch } from './timebook-model.js';
import { mayBookAt, mayOverrideAt, mayPublishAt } from './timebook-rights.js';
import type { TimebookSettings } from './timebook-source.js';
import type { BookedFor, OpenTime } from './waiting-events.js';
import { waitingWords } from './waiting-words.js';

/** What stands in the dialog. */
export type Open =
  | { readonly kind: 'new'; readonly stretch: Stretch; readonly bookedFor?: BookedFor }
  /** `to`: where it was taken by mouse, touch or keyboard. */
  | { readonly kind: 'item'; readonly item: Item; readonly to?: Stretch }
  | { readonly kind: 'copy' }
  /** Who waits for an earlier time; `open`: those for whom that one would do. */
  | { readonly kind: 'waiting'; readonly open: OpenTime | undefined };

export interface OpenedDialog extends ItemLook {
  readonly opened: Open;
  readonly settings: TimebookSettings;
  readonly language: Language;
  readonly me: Me;
  /** Of the week that is shown, and whose calendars. */
  readonly monday: string;
  readonly clinicians: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** What somebody without a right is told. */
  readonly missing: (right: StaffRight) => string;
  /** What lies in a stretch. */
  readonly here: (stretch: Stretch) => readonly Item[];
}

/** Heading of the dialog. */
export function titleOf(dialog: OpenedDialog): string {
  const { opened, words, names, definitions, language } = dialog;
  if (opened.kind === 'copy') return words.copyWeek;
  if (opened.kind === 'waiting') return waitingTitle(opened.open, language);
  if (opened.kind === 'new') {
    const { date, from, to, clinician } = opened.stretch;
    const name = names.get(clinician) ?? clinician;
    return `${dayName(date, language)} ${toClock(from)}–${toClock(to)}, ${name}`;
  }
  const { item } = opened;
  if (item.kind === 'working-time') return words.working;
  if (item.kind === 'preblock')
    return definitions.get(item.source.preblock)?.name ?? words.preblock;
  return item.kind === 'entry' ? entryName(item, dialog) : words.takenTime;
}

/** What can be done with what was opened, each part greyed with the right that is missing. */
export function renderOpened(dialog: OpenedDialog): TemplateResult | typeof nothing {
  const { opened, settings, clinicians, monday } = dialog;
  switch (opened.kind) {
    case 'copy':
      return html`<opus-console-timebook-copy
        .settings=${settings}
        .monday=${monday}
        .clinicians=${clinicians}
        .publishReason=${copyReason(dialog)}
      ></opus-console-timebook-copy>`;
    case 'new':
      return renderNew(dialog, opened);
    case 'waiting':
      return renderWaiting(dialog, opened.open);
    case 'item':
      return renderItemDialog(dialog, opened.item, opened.to);
  }
}

/** Whoever may not publish for each of those who are shown copies nothing. */
function copyReason({ me, clinicians, missing }: OpenedDialog): string | undefined {
  const may = clinicians.every((clinician) => mayPublishAt(me, { clinician }));
  return may ? undefined : missing('publish');
}

function waitingTitle(open: OpenTime | undefined, language: Language): string {
  const words = inLanguage(waitingWords, language);
  if (!open) return words.title;
  const { date, from, to } = open.stretch;
  return fill(words.titleFor, {
    when: `${dayName(date, language)} ${toClock(from)}–${toClock(to)}`,
  });
}

function renderWaiting(
  { me, missing, settings }: OpenedDialog,
  open: OpenTime | undefined,
): TemplateResult {
  const place = open && { clinic: open.clinic, clinician: open.stretch.clinician };
  const may = place ? mayBookAt(me, place) : maySomewhere(me, 'appointments');
  return html`<opus-console-timebook-waiting
    .settings=${settings}
    .open=${open}
    .reason=${may ? undefined : missing('appointments')}
  ></opus-console-timebook-waiting>`;
}

function renderNew(
  dialog: OpenedDialog,
  { stretch, bookedFor }: Extract<Open, { kind: 'new' }>,
): TemplateResult {
  const { me, missing, settings, here } = dialog;
  const place = { clinician: stretch.clinician };
  return html`<opus-console-timebook-new
    .settings=${settings}
    .stretch=${stretch}
    .here=${here(stretch)}
    .proposed=${bookedFor ? 'appointment' : undefined}
    .bookedFor=${bookedFor}
    .publishReason=${mayPublishAt(me, place) ? undefined : missing('publish')}
    .bookReason=${mayBookAt(me, place) ? undefined : missing('appointments')}
    .overrideReason=${mayOverrideAt(me, place) ? undefined : missing('override')}
  ></opus-console-timebook-new>`;
}

function renderItemDialog(
  { me, missing, settings }: OpenedDialog,
  item: Item,
  to: Stretch | undefined,
): TemplateResult | typeof nothing {
  if (item.kind === 'offered' || item.kind === 'taken') return nothing;
  const { clinic, clinician } = item.source;
  const place = { clinic, clinician };
  const moved = to && {
    ...{ date: to.date, clinician: to.clinician, from: toClock(to.from), to: toClock(to.to) },
    minutes: to.to - to.from,
  };
  if (item.kind === 'entry') {
    return html`<opus-console-timebook-entry
      .settings=${settings}
      .item=${item}
      .moved=${moved}
      .bookReason=${mayBookAt(me, place) ? undefined : missing('appointments')}
      .overrideReason=${mayOverrideAt(me, place) ? undefined : missing('override')}
    ></opus-console-timebook-entry>`;
  }
  const placed: PlacedItem = item;
  return html`<opus-console-timebook-placed
    .settings=${settings}
    .item=${placed}
    .moved=${moved}
    .publishReason=${mayPublishAt(me, place) ? undefined : missing('publish')}
    .overrideReason=${mayOverrideAt(me, place) ? undefined : missing('override')}
  ></opus-console-timebook-placed>`;
}
