import type {
  CancelQuery,
  TimebookClash,
  TimebookEntry,
  TimebookInput,
} from '../../src/contract/index.js';
import { planReminders, sendBooked, sendCancelled } from '../appointment/appointment-messages.js';
import { checkInstant } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import { cancelWaiting } from '../messages/outbox.js';
import type { CatalogueRows } from '../store/catalogue.js';
import { resourcesOf, type TemplateRow } from './appointment-resources.js';
import { endAlertsFor } from '../store/alerts.js';
import type { AccountTransaction } from '../store/database.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import { findBooking, type BookedTime } from '../store/bookings.js';
import type { Reservation } from '../store/reservations.js';
import { cancelByHand, insertByHand, listTimebook } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { hasRight, requireRight } from './actor.js';
import { bookForNeed, takeNeed } from './appointment-need.js';
import { clashesAt, deadlineClashes, requireOverrides } from './timebook-clashes.js';
import type { Condition } from './records/version.js';
import { toEntry } from './timebook-entry.js';
import { noteTimebook } from './timebook-history.js';
import { checkRow, lastChangeOfTime } from './timebook-version.js';

/** Name in the timebook of who is no person of the staff; patients who book themselves are `ITB`. */
const staffName = 'staff';

/**
 * Books by hand, whatever is offered online; throws `invalid`, also for a template that is not for the timebook and for a preblock that
 * may not be bypassed, and `slot-taken` where the time is not free.
 */
export async function addToTimebook(work: StaffWork, input: TimebookInput): Promise<TimebookEntry> {
  const { tx, account, now, catalogue, actor } = work;
  checkTime(work, input);
  const id = crypto.randomUUID();
  const { rows } = await catalogue();
  const template = templateOf(rows, input.template);
  const { clinic, clinician, override } = input;
  const clashes = await clashesAt(work, input, template);
  requireOverrides(work, clashes, override, [{ clinic, clinician }]);
  const patient = await patientOf(tx, input.patient);
  const need =
    input.need === undefined ? undefined : await takeNeed(work, input.need, input.patient);
  const resources = chosenOf(resourcesOf(rows, input.clinic, template), input.resource);
  const registeredBy = actor.kind === 'person' ? actor.name : staffName;
  const by = { accountId: account.id, id, registeredBy, patient, need, resources };
  const isFree = await insertByHand(tx, input, by, new Date(now));
  if (!isFree) throw new ProblemError('slot-taken');
  const time = (await findBooking(tx, id))!;
  if (need) await bookForNeed(work, need, time, input.moveNextRecall);
  if (patient) await endAlertsFor(tx, whoseAlerts(patient), time.reservation);
  await noteTimebook(work, { id, before: undefined, after: time, overrode: clashes });
  await (input.message ? sendBooked(work, time) : planReminders(work, time));
  return readEntry(work, time.reservation);
}

/** Who waits no longer once a patient has an appointment (P-48). */
const whoseAlerts = ({ id, mobile, email }: PatientRow) => ({
  patientId: id,
  recipients: [mobile, email],
});

/** Throws `invalid` for a time that cannot be, and `not-allowed` where the caller may not book. */
export function checkTime(
  work: StaffWork,
  {
    start,
    minutes,
    clinic,
    clinician,
  }: Pick<TimebookInput, 'start' | 'minutes' | 'clinic' | 'clinician'>,
): void {
  requireRight(work, 'appointments', { clinic, clinician });
  checkInstant('start', start);
  if (minutes > 1440) throw invalid({ path: 'minutes', code: 'too-big' });
}

/** The timebook's row of a time, as the API writes it. */
export async function readEntry(
  { tx, account, now, actor }: StaffWork,
  { id, startsAt }: Pick<Reservation, 'id' | 'startsAt'>,
): Promise<TimebookEntry> {
  const withMobile = hasRight(actor, 'patients', 'anywhere');
  const end = new Date(startsAt.getTime() + 1);
  const [row] = await listTimebook(tx, startsAt, end, {}, new Date(now), id);
  return toEntry(row!, { timeZone: account.timeZone, withMobile });
}

/** The resources of which one is taken: the chosen one alone; throws `invalid` for one that the treatment does not need there. */
function chosenOf(resources: string[] | null, chosen: string | undefined): string[] | null {
  if (chosen === undefined) return resources;
  if (!resources?.includes(chosen)) throw invalid({ path: 'resource', code: 'unknown' });
  return [chosen];
}

/** The template that staff book with; throws `invalid` for one that is not for the timebook (A-03, *Bruk i timebok*). */
function templateOf({ templates }: CatalogueRows, id: string | undefined): TemplateRow | undefined {
  const template = templates.find((row) => row.id === id);
  if (template && !template.useInTimebook) {
    throw invalid({ path: 'template', code: 'not-in-timebook' });
  }
  return template;
}

/** Cancels an appointment; throws `not-found` and `not-allowed`. */
export async function deleteFromTimebook(
  work: StaffWork,
  id: string,
  { message, override }: CancelQuery,
  condition: Condition = {},
): Promise<void> {
  requireUuid(id);
  const { tx, now } = work;
  const found = await checkEntry(work, id, condition);
  const overrode =
    found?.reservation.status === 'booked' ? await lateBy(work, found, override) : [];
  const cancelled = await cancelByHand(tx, id, new Date(now));
  if (!cancelled) throw new ProblemError('not-found');
  const { booking, reservation } = cancelled;
  const { clinicId, clinicianId } = reservation;
  requireRight(work, 'appointments', { clinic: clinicId, clinician: clinicianId });
  if (message === 'true') await sendCancelled(work, cancelled);
  // Its messages that still wait would be wrong now (M-07).
  else await cancelWaiting(tx, booking.id, now, 'appointment-cancelled');
  await noteTimebook(work, { id: booking.id, before: cancelled, after: undefined, overrode });
}

/** What cancelling an appointment passes over; throws `not-allowed`, and `invalid` where that is not named. */
async function lateBy(
  work: StaffWork,
  time: BookedTime,
  override: CancelQuery['override'],
): Promise<TimebookClash[]> {
  const { clinicId: clinic, clinicianId: clinician } = time.reservation;
  requireRight(work, 'appointments', { clinic, clinician });
  const clashes = await deadlineClashes(work, time, 'cancel');
  requireOverrides(work, clashes, override ? [override] : [], [{ clinic, clinician }]);
  return clashes;
}

/** Throws `version-conflict` where an appointment is not, or no longer, as the caller knows it. */
export async function checkEntry(
  work: StaffWork,
  id: string,
  condition: Condition,
): Promise<BookedTime | undefined> {
  const time = await findBooking(work.tx, id);
  if (!time || !condition.ifMatch) return time;
  const { clinicId: clinic, clinicianId: clinician } = time.reservation;
  requireRight(work, 'appointments', { clinic, clinician });
  const present = await readEntry(work, time.reservation);
  await checkRow(present, condition, () => lastChangeOfTime(work, time));
  return time;
}

/** The patient on file whom staff book for; throws `invalid` for one who is not. */
async function patientOf(
  tx: AccountTransaction,
  id: string | undefined,
): Promise<PatientRow | undefined> {
  if (id === undefined) return undefined;
  const patient = await findPatientById(tx, id);
  if (!patient) throw invalid({ path: 'patient', code: 'unknown' });
  return patient;
}
