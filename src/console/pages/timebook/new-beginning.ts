import { addDays, weekday } from '../../../domain/civil-date.js';
import type { Repetition } from './new-requests.js';
import type { Item, Stretch } from './timebook-model.js';
import { toClock } from './timebook-model.js';
import type { TimebookSettings } from './timebook-source.js';

/** What is to lie on a stretch. */
export type Kind = 'working-time' | 'preblock' | 'appointment';

/** What the dialog for something new begins with. */
export interface Beginning {
  readonly clock: { readonly from: string; readonly to: string };
  readonly clinic: string;
  /** Id of the preblock's definition. */
  readonly preblock: string;
  readonly kind: Kind;
  readonly repetition: Repetition;
}

/** Weeks for which something is repeated unless somebody says otherwise. */
const weeks = 12;

/** What is likely meant by a stretch that was marked: what is missing `here`, at the clinic worked at, unless something is `proposed`. */
export function beginningOf(
  { date, from, to, clinician }: Stretch,
  here: readonly Item[],
  { clinicians, clinics, definitions }: TimebookSettings,
  { proposed, mayPublish }: { proposed: Kind | undefined; mayPublish: boolean },
): Beginning {
  const worked = here.find((item) => item.kind === 'working-time');
  const own = clinicians.find(({ id }) => id === clinician)?.clinics ?? [];
  const missing = !worked
    ? 'working-time'
    : here.some(({ kind }) => kind === 'preblock')
      ? 'appointment'
      : 'preblock';
  return {
    clock: { from: toClock(from), to: toClock(to) },
    clinic:
      (worked?.kind === 'working-time' ? worked.source.clinic : own[0]?.clinic) ??
      clinics[0]?.id ??
      '',
    preblock: definitions.find(({ type }) => type === 'internet')?.id ?? definitions[0]?.id ?? '',
    kind: mayPublish ? (proposed ?? missing) : 'appointment',
    repetition: {
      ...{ days: [weekday(date)], every: 1 },
      ...{ until: addDays(date, 7 * weeks), exceptHolidays: true },
    },
  };
}
