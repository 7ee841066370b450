import type { CancelQuery, TimebookEntry, TimebookInput } from '../../src/contract/index.js';
import { planReminders, sendBooked, sendCancelled } from '../appointment/appointment-messages.js';
import { checkInstant } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import { blockingPreblock, datesOfStretch } from '../core/blocked-by-hand.js';
import type { Catalogue } from '../core/model.js';
import { cancelWaiting } from '../messages/outbox.js';
import type { CatalogueRows } from '../store/catalogue.js';
import { resourcesOf, type TemplateRow } from './appointment-resources.js';
import type { AccountTransaction } from '../store/database.js';
import { preblockPlacements } from '../store/schema/index.js';
import { listCalendar } from '../store/staff/calendar.js';
import { toPlacement } from '../store/timebook.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import { findBooking } from '../store/bookings.js';
import type { Reservation } from '../store/reservations.js';
import { cancelByHand, insertByHand, listTimebook } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { toEntry } from './timebook-entry.js';
import { noteTimebook } from './timebook-history.js';

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
  const { rows, catalogue: rules } = await catalogue();
  const template = templateOf(rows, input.template);
  await refuseBlocked(work, rules, input, template?.categoryId ?? null);
  const patient = await patientOf(tx, input.patient);
  const resources = resourcesOf(rows, input.clinic, template);
  const registeredBy = actor.kind === 'person' ? actor.name : staffName;
  const by = { accountId: account.id, id, registeredBy, patient, resources };
  const isFree = await insertByHand(tx, input, by, new Date(now));
  if (!isFree) throw new ProblemError('slot-taken');
  const time = (await findBooking(tx, id))!;
  await noteTimebook(work, { id, before: undefined, after: time.reservation });
  await (input.message ? sendBooked(work, time) : planReminders(work, time));
  return readEntry(work, time.reservation);
}

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
  { tx, account, now }: StaffWork,
  { id, startsAt }: Pick<Reservation, 'id' | 'startsAt'>,
): Promise<TimebookEntry> {
  const end = new Date(startsAt.getTime() + 1);
  const [row] = await listTimebook(tx, startsAt, end, {}, new Date(now), id);
  return toEntry(row!, account.timeZone);
}

/** The template that staff book with; throws `invalid` for one that is not for the timebook (A-03, *Bruk i timebok*). */
function templateOf({ templates }: CatalogueRows, id: string | undefined): TemplateRow | undefined {
  const template = templates.find((row) => row.id === id);
  if (template && !template.useInTimebook) {
    throw invalid({ path: 'template', code: 'not-in-timebook' });
  }
  return template;
}

/**
 * Throws `invalid` where a preblock that may not be bypassed keeps the time for other treatments, but for who books over it
 * and may; `not-allowed` for who may not.
 */
export async function refuseBlocked(
  work: StaffWork,
  { definitions }: Catalogue,
  input: Pick<TimebookInput, 'start' | 'minutes' | 'clinic' | 'clinician' | 'override'>,
  category: string | null,
): Promise<void> {
  const { tx, account, now } = work;
  const { timeZone } = account;
  const { start: text, minutes, clinic, clinician, override } = input;
  if (override) return requireRight(work, 'override', { clinic, clinician });
  if (definitions.every(({ mayBypass }) => mayBypass)) return;
  const start = Date.parse(text);
  const time = { start, end: start + minutes * 60_000, clinic, category };
  const range = datesOfStretch(time, timeZone);
  const rows = await listCalendar(tx, preblockPlacements, { ...range, clinician });
  const blocking = blockingPreblock(time, rows.map(toPlacement), definitions, { timeZone, now });
  if (blocking) throw invalid({ path: 'start', code: 'preblocked' });
}

/** Cancels an appointment; throws `not-found` and `not-allowed`. */
export async function deleteFromTimebook(
  work: StaffWork,
  id: string,
  { message }: CancelQuery,
): Promise<void> {
  requireUuid(id);
  const { tx, now } = work;
  const cancelled = await cancelByHand(tx, id, new Date(now));
  if (!cancelled) throw new ProblemError('not-found');
  const { booking, reservation } = cancelled;
  const { clinicId, clinicianId } = reservation;
  requireRight(work, 'appointments', { clinic: clinicId, clinician: clinicianId });
  if (message === 'true') await sendCancelled(work, cancelled);
  // Its messages that still wait would be wrong now (M-07).
  else await cancelWaiting(tx, booking.id, now, 'appointment-cancelled');
  await noteTimebook(work, { id: booking.id, before: reservation, after: undefined });
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
