import type {
  EntryReminder,
  Timebook,
  TimebookEntry,
  TimebookLayer,
  TimebookQuery,
} from '../../src/contract/index.js';
import { daysBetween } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { invalid } from '../context/problem.js';
import { createCalendar } from '../core/day.js';
import { createSlotSource } from '../core/slots.js';
import { preblockPlacements, workingTimes } from '../store/schema/index.js';
import { listCalendar } from '../store/staff/calendar.js';
import { findReminders } from '../store/staff/entry-reminders.js';
import { listTimebook, type TimebookRow } from '../store/staff/timebook.js';
import { findRevisions } from '../store/timebook-revisions.js';
import { loadTimebook } from '../store/timebook.js';
import type { StaffWork } from './actor.js';
import { hasRight } from './actor.js';
import { checkRange } from './calendar.js';
import { toPlacementAnswer, toWorkingTime } from './calendar-rows.js';
import { toEntry } from './timebook-entry.js';

/** The revision of the timebook, after which its changes are told. */
export async function readRevision({ tx }: StaffWork): Promise<number> {
  return (await findRevisions(tx))!.timebook;
}

/** Longest range with offered times, in days. */
const maxOffered = 42;

/**
 * The timebook of a range: the layers that are asked for, of some clinicians or all. Of appointments that the caller may not
 * see, it says only that something lies there. Throws `invalid`.
 */
export async function readTimebook(work: StaffWork, query: TimebookQuery): Promise<Timebook> {
  checkRange(query);
  const layers = new Set((query.layers ?? 'entries').split(',') as TimebookLayer[]);
  const clinicians = query.clinicians?.split(',');
  const range = { ...query, clinicians };
  return {
    ...(layers.has('entries') ? await readEntries(work, range) : { entries: [], taken: [] }),
    ...(layers.has('working-time')
      ? { workingTime: (await listCalendar(work.tx, workingTimes, range)).map(toWorkingTime) }
      : {}),
    ...(layers.has('preblocks')
      ? {
          preblocks: (await listCalendar(work.tx, preblockPlacements, range)).map(
            toPlacementAnswer,
          ),
        }
      : {}),
    ...(layers.has('offered') ? { offered: await readOffered(work, range) } : {}),
  };
}

type Range = Omit<TimebookQuery, 'clinicians'> & { clinicians: string[] | undefined };

async function readEntries(
  work: StaffWork,
  range: Range,
): Promise<Pick<Timebook, 'entries' | 'taken'>> {
  const { tx, account, now, actor } = work;
  const { timeZone } = account;
  const day = createCalendar(timeZone);
  const withMobile = hasRight(actor, 'patients', 'anywhere');
  const [from, to] = [range.from, range.to].map((date) => new Date(day(date).midnight));
  const rows = await listTimebook(tx, from!, to!, range, new Date(now));
  const maySee = ({ reservation: { clinicId, clinicianId } }: TimebookRow) =>
    hasRight(actor, 'appointments', { clinic: clinicId, clinician: clinicianId });
  const isTaking = ({ reservation }: TimebookRow) => reservation.status !== 'cancelled';
  const seen = rows.filter(maySee).map((row) => toEntry(row, { timeZone, withMobile }));
  return {
    entries: range.with === 'reminders' ? await withReminders(work, seen) : seen,
    taken: rows
      .filter((row) => !maySee(row) && isTaking(row))
      .map((row) => {
        const { clinician, start, minutes } = toEntry(row, { timeZone });
        return { clinician, start, minutes };
      }),
  };
}

/** Some entries with what became of their reminders (M-06), for whoever may read messages; as they are for anybody else. */
async function withReminders(
  { tx, actor }: StaffWork,
  entries: TimebookEntry[],
): Promise<TimebookEntry[]> {
  if (!hasRight(actor, 'messages', 'anywhere')) return entries;
  const appointments = entries.filter(({ status }) => status !== 'held').map(({ id }) => id);
  const found = await findReminders(tx, appointments);
  const of = (reminders: EntryReminder[] | undefined) => reminders && { reminders };
  return entries.map((entry) => ({ ...entry, ...of(found.get(entry.id)) }));
}

/** What patients who are not logged in are offered now: by clinician, then start. */
async function readOffered(
  { tx, account, now, catalogue }: StaffWork,
  { from, to, clinic, clinician, clinicians, treatment }: Range,
): Promise<NonNullable<Timebook['offered']>> {
  if (daysBetween(from, to) > maxOffered) throw invalid({ path: 'to', code: 'too-big' });
  const { timeZone } = account;
  if (account.status !== 'open') return [];
  const { catalogue: rules } = await catalogue();
  const wanted = clinician === undefined ? clinicians : [clinician];
  const rows = { ...rules, ...(await loadTimebook(tx, timeZone, { from, to }, wanted, now)) };
  // Nobody is logged in (P-42).
  const newPatient = account.settings.selfCreation;
  const source = createSlotSource(rows, { clinic, clinician, treatment, newPatient }, now);
  const shortest = new Map<
    string,
    { start: number; minutes: number; clinic: string; clinician: string }
  >();
  for (const date of source.dates({ from, to })) {
    for (const run of source.runsOn(date)) {
      for (const start of run.starts) {
        const key = `${run.clinician} ${start}`;
        const known = shortest.get(key);
        if (known && known.minutes <= run.minutes) continue;
        const { minutes } = run;
        shortest.set(key, { start, minutes, clinic: run.clinic, clinician: run.clinician });
      }
    }
  }
  return [...shortest.values()]
    .sort((a, b) => a.start - b.start)
    .map((time) => ({ ...time, start: formatInstant(time.start, timeZone) }));
}
