import { addDays } from '../../../domain/civil-date.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Kind } from '../timebook/new-beginning.js';
import { itemsIn, toColumns, toMinutes } from '../timebook/timebook-model.js';
import type { Item, Stretch } from '../timebook/timebook-model.js';
import { readTimebook } from '../timebook/timebook-source.js';
import type { Failed } from './fault-text.js';
import type { PlacingMend } from './mends.js';

/** What a dialog of the timebook begins with. */
export interface Proposal {
  readonly stretch: Stretch;
  readonly here: readonly Item[];
  readonly kind: Kind;
}

/** A working day, where nothing says otherwise. */
const usual = { from: toMinutes('08:00'), to: toMinutes('16:00') };

/** Where what is missing would go: the stretch that was named, around the time that was asked for, else the whole working day. */
export async function proposePlace(
  api: StaffApi,
  { asked: { date, time }, clinician }: Failed,
  { dialog, from, to }: PlacingMend,
): Promise<Proposal> {
  const book = await readTimebook(api, {
    ...{ from: date, to: addDays(date, 1), clinicians: [clinician], treatment: '' },
    layers: new Set(['working-time', 'preblocks', 'entries']),
  });
  const [column] = toColumns(book, [date], [clinician]);
  const works = column!.items.filter(({ kind }) => kind === 'working-time');
  const at = time ? toMinutes(time) : undefined;
  const work = works.find((one) => at === undefined || (one.from <= at && at < one.to)) ?? works[0];
  const whole =
    from && to
      ? { from: toMinutes(from), to: toMinutes(to) }
      : dialog === 'preblock' && work
        ? { from: work.from, to: work.to }
        : usual;
  const stretch = { date, clinician, ...whole };
  return { stretch, here: itemsIn(column!, stretch.from, stretch.to), kind: dialog };
}
