import { addDays, weekday, type CivilDate } from '../../../domain/civil-date.js';
import type { Repetition } from './new-requests.js';
import { preblocksInForce } from './preblocks-in-force.js';
import type { Item, Stretch } from './timebook-model.js';
import { toClock } from './timebook-model.js';
import type { TimebookSettings } from './timebook-source.js';

/** What is to lie on a stretch. */
export type Kind = 'working-time' | 'preblock' | 'appointment';

/** What the dialog for something new begins with. */
export interface Beginning {
  readonly clock: { readonly from: string; readonly to: string };
  readonly clinic: string;
  readonly kind: Kind;
}

/** Weeks for which something is repeated unless somebody says otherwise. */
const weeks = 12;

/** What is likely meant by a stretch that was marked: what is missing `here`, at the clinic worked at, unless something is `proposed`. */
export function beginningOf(
  stretch: Stretch,
  here: readonly Item[],
  settings: TimebookSettings,
  { proposed, mayPublish }: { proposed: Kind | undefined; mayPublish: boolean },
): Beginning {
  const { clinician } = stretch;
  const { clinicians, clinics } = settings;
  const worked = here.find((item) => item.kind === 'working-time');
  const own = clinicians.find(({ id }) => id === clinician)?.clinics ?? [];
  const missing = !worked
    ? 'working-time'
    : here.some(({ kind }) => kind === 'preblock')
      ? 'appointment'
      : 'preblock';
  const kind = mayPublish ? (proposed ?? missing) : 'appointment';
  const clinic =
    (worked?.kind === 'working-time' ? worked.source.clinic : own[0]?.clinic) ??
    clinics[0]?.id ??
    '';
  return { clock: clockFor(kind, stretch, settings), clinic, kind };
}

/** The preblock that is likely meant: one for the Internet, of those in force; empty where there is none. */
export function likelyPreblock(
  settings: TimebookSettings,
  place: { readonly clinician: string; readonly clinic: string },
): string {
  const listed = preblocksInForce(settings, place);
  return listed.find(({ type }) => type === 'internet')?.id ?? listed[0]?.id ?? '';
}

/** What a repetition begins with: each week on the date's own day, but on public holidays. */
export const usualRepetition = (date: CivilDate): Repetition => ({
  ...{ days: [weekday(date)], every: 1 },
  ...{ until: addDays(date, 7 * weeks), exceptHolidays: true, except: [] },
});

/**
 * The clock times of a stretch as what is to lie on it: a preblock on a single line is as long as the clinician's preblocks usually are
 * until midnight at most.
 */
export function clockFor(
  kind: Kind,
  { from, to, clinician }: Stretch,
  { clinicians, step }: TimebookSettings,
): Beginning['clock'] {
  const usual = clinicians.find(({ id }) => id === clinician)?.preblockMinutes;
  const isLonger = kind === 'preblock' && usual && to - from <= step;
  return { from: toClock(from), to: toClock(isLonger ? Math.min(1440, from + usual) : to) };
}
