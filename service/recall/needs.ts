import type { Recall } from '../../src/contract/index.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { treatmentName } from '../../src/domain/treatment-name.js';
import { clinicianOfNeed, isForNeeds, lastDateOf } from '../core/recall-rules.js';
import type { BookedTime } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import type { NeedTime, RecallRow } from '../store/recalls.js';
import { consumeNeed, findNeed, listNeeds, lockNeed } from '../store/recalls.js';
import type { Reservation } from '../store/reservations.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { OpenSession } from '../session/session.js';
import { accessOf, requireSession } from '../session/session.js';

/** Why a need can't be booked online now; undefined when nothing but the account's status may stand against it. */
function obstacleOf(
  { account, now }: Work,
  recall: RecallRow,
  { templates, clinicians }: CatalogueRows,
): 'template' | 'days' | undefined {
  const rules = templates.find(({ id }) => id === recall.templateId)!;
  const fixed = clinicianOfNeed(recall, rules);
  const clinician = clinicians.find(({ id }) => id === fixed);
  const isGone = fixed !== undefined && (!clinician?.published || clinician.archivedAt !== null);
  if (!isForNeeds(rules) || isGone) return 'template';
  const last = lastDateOf(recall, rules);
  return last !== undefined && last < toClockTime(now, account.timeZone).date ? 'days' : undefined;
}

/** A need of the session's patient; throws `not-found` as if it did not exist. Needs are part of the record (P-39). */
export async function findSessionNeed(
  { tx }: Work,
  open: OpenSession,
  id: string,
  { lock = false } = {},
): Promise<NeedTime> {
  const need = isUuid(id) ? await (lock ? lockNeed : findNeed)(tx, id) : undefined;
  const isOfSession = accessOf(open) === 'record' && need?.recall.patientId === open.patient?.id;
  if (!need || !isOfSession) throw new ProblemError('not-found');
  return need;
}

/** Throws `not-allowed` for a need that is booked already, past its days, or not to be booked online (P-38). */
export function checkNeed(
  work: Work,
  { recall, reservation }: NeedTime,
  rows: CatalogueRows,
): void {
  if (reservation) throw new ProblemError('not-allowed');
  const reason = obstacleOf(work, recall, rows);
  if (reason) throw new ProblemError('not-allowed', { reason });
}

/**
 * The need that a hold was made for, locked, so that of two windows that book it the second finds it booked.
 * Undefined for any other hold. Throws `login-required`, `not-found` and `not-allowed`.
 */
export async function lockNeedOfHold(
  caller: Caller,
  work: Work,
  { recallId }: Reservation,
): Promise<NeedTime | undefined> {
  if (recallId === null) return undefined;
  const open = await requireSession(caller, work);
  const need = await findSessionNeed(work, open, recallId, { lock: true });
  checkNeed(work, need, (await work.catalogue()).rows);
  return need;
}

/** Marks a need as booked and creates its successor; throws `not-allowed` where the booking is another patient's. */
export async function bookNeed(
  { tx, account, now, catalogue }: Work,
  { recall }: NeedTime,
  { booking, reservation }: BookedTime,
): Promise<void> {
  if (booking.patientId !== recall.patientId) throw new ProblemError('not-allowed');
  const { rows } = await catalogue();
  const rules = rows.templates.find(({ id }) => id === recall.templateId)!;
  const { date } = toClockTime(reservation.startsAt.getTime(), account.timeZone);
  await consumeNeed(tx, recall, rules, { bookingId: booking.id, date }, new Date(now));
}

/** The session's needs: due ones, and those booked for a time that still lies ahead (P-38). */
export async function listSessionNeeds(
  work: Work,
  open: OpenSession,
): Promise<{ all: NeedTime[]; shown: Recall[] }> {
  if (accessOf(open) !== 'record') return { all: [], shown: [] };
  const { rows } = await work.catalogue();
  const all = await listNeeds(work.tx, open.patient!.id);
  const shown = all
    .filter(({ reservation }) => !reservation || reservation.startsAt.getTime() > work.now)
    .map((need) => toRecall(work, need, rows));
  return { all, shown };
}

function toRecall(work: Work, { recall, reservation }: NeedTime, rows: CatalogueRows): Recall {
  const template = rows.templates.find(({ id }) => id === recall.templateId)!;
  const clinician = rows.clinicians.find(({ id }) => id === recall.clinicianId);
  const until = lastDateOf(recall, template);
  const isOpen = work.account.status === 'open';
  return {
    id: recall.id,
    week: recall.week,
    minutes: recall.minutes,
    treatment: { id: template.id, name: treatmentName(template.name) },
    ...(clinician ? { clinician: { id: clinician.id, name: clinician.name } } : {}),
    mayChooseClinician: clinicianOfNeed(recall, template) === undefined,
    ...(until === undefined ? {} : { until }),
    bookable: !reservation && isOpen && obstacleOf(work, recall, rows) === undefined,
    phone: phoneOf(recall, rows),
    ...(reservation ? { appointment: recall.bookingId! } : {}),
  };
}

/** The number of the clinic where the need's clinician works, else of the first clinic. */
function phoneOf({ clinicianId }: RecallRow, { clinics, clinicianClinics }: CatalogueRows): string {
  const inUse = clinics.filter(({ archivedAt }) => archivedAt === null);
  const ofClinician = inUse.find(({ id }) =>
    clinicianClinics.some((row) => row.clinicianId === clinicianId && row.clinicId === id),
  );
  return (ofClinician ?? inUse[0])?.phone ?? '';
}
