import type { TimebookCheck, TimebookCheckInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import { datesOfStretch } from '../core/blocked-by-hand.js';
import { createCalendar } from '../core/day.js';
import type { Stretch } from '../core/model.js';
import { createResourceLookup } from '../core/resources.js';
import { mergeStretches, subtractStretches } from '../core/stretches.js';
import { findAppointment } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { loadTimebook } from '../store/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { clashesAt, clashesOfMove, deadlineClashes, type WantedTime } from './timebook-clashes.js';
import { checkTime } from './timebook.js';

/** So much of what others have is told. */
const mostTaken = 20;

/**
 * What would stand against an appointment by hand, or against moving or cancelling one (C-07), by the rules that refuse it then. Throws
 * `not-found`, `invalid`, and `not-allowed` where the caller may not book.
 */
export async function checkTimebook(
  work: StaffWork,
  input: TimebookCheckInput,
): Promise<TimebookCheck> {
  const known = input.id === undefined ? undefined : await knownTime(work, input.id);
  const wanted = wantedTime(work, input, known);
  checkTime(work, wanted);
  const { rows } = await work.catalogue();
  const id = known ? known.reservation.templateId : input.template;
  const template = rows.templates.find((row) => row.id === id);
  return {
    clashes: known
      ? await clashesOfMove(work, known, wanted)
      : await clashesAt(work, wanted, template),
    cancelClashes: known ? await deadlineClashes(work, known, 'cancel') : [],
    ...(await lookAround(work, wanted, {
      party: known?.reservation.partyId,
      kind: template?.resourceKind ?? null,
    })),
  };
}

async function knownTime(work: StaffWork, id: string): Promise<BookedTime> {
  requireUuid(id);
  const time = await findAppointment(work.tx, id);
  if (time?.reservation.status !== 'booked') throw new ProblemError('not-found');
  const { clinicId: clinic, clinicianId: clinician } = time.reservation;
  requireRight(work, 'appointments', { clinic, clinician });
  return time;
}

function wantedTime(
  { account }: StaffWork,
  input: TimebookCheckInput,
  known: BookedTime | undefined,
): WantedTime {
  const before = known?.reservation;
  const start = input.start ?? (before && formatInstant(+before.startsAt, account.timeZone));
  const minutes = input.minutes ?? (before && (+before.endsAt - +before.startsAt) / 60_000);
  const clinic = input.clinic ?? before?.clinicId;
  const clinician = input.clinician ?? before?.clinicianId;
  if (start === undefined) throw invalid({ path: 'start', code: 'required' });
  if (minutes === undefined) throw invalid({ path: 'minutes', code: 'required' });
  if (clinic === undefined) throw invalid({ path: 'clinic', code: 'required' });
  if (clinician === undefined) throw invalid({ path: 'clinician', code: 'required' });
  return { start, minutes, clinic, clinician };
}

/** What others have there, whether there is a resource, and whether the clinician works. */
async function lookAround(
  { tx, account, now, catalogue }: StaffWork,
  { start: text, minutes, clinic, clinician }: WantedTime,
  { party, kind }: { party: string | undefined; kind: string | null },
): Promise<Pick<TimebookCheck, 'taken' | 'hasResource' | 'isWorked'>> {
  const { timeZone } = account;
  const start = Date.parse(text);
  const time: Stretch = { start, end: start + minutes * 60_000 };
  const range = datesOfStretch(time, timeZone);
  const rules = (await catalogue()).catalogue;
  const rows = { ...rules, ...(await loadTimebook(tx, timeZone, range, [clinician], now)) };
  const day = createCalendar(timeZone);
  const worked = rows.workingTime
    .filter((row) => row.clinician === clinician && row.clinic === clinic)
    .map(({ date, from, to }) => {
      const { instantOf } = day(date);
      return { start: instantOf(from), end: instantOf(to) };
    });
  const taken = rows.busy.filter(
    (row) =>
      row.clinician === clinician &&
      row.party !== party &&
      row.start < time.end &&
      row.end > time.start,
  );
  return {
    taken: taken.slice(0, mostTaken).map((row) => ({
      start: formatInstant(row.start, timeZone),
      minutes: Math.round((row.end - row.start) / 60_000),
    })),
    hasResource:
      kind === null ||
      createResourceLookup(rows, party).hasFree(clinic, kind, time.start, time.end),
    isWorked: subtractStretches(time, mergeStretches(worked)).length === 0,
  };
}
