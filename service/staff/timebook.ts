import type {
  StaffRange,
  Timebook,
  TimebookEntry,
  TimebookInput,
} from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { checkInstant } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { blockingPreblock, datesOfStretch } from '../core/blocked-by-hand.js';
import { createCalendar } from '../core/day.js';
import type { Catalogue } from '../core/model.js';
import { composeTimebookText } from '../core/timebook-text.js';
import { planReminders } from '../appointment/appointment-messages.js';
import { cancelWaiting } from '../messages/outbox.js';
import { findBooking } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import type { AccountTransaction } from '../store/database.js';
import { preblockPlacements } from '../store/schema/index.js';
import { listCalendar } from '../store/staff/calendar.js';
import { toPlacement } from '../store/timebook.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import {
  cancelByHand,
  insertByHand,
  listTimebook,
  type TimebookRow,
} from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { hasRight, requireRight } from './actor.js';
import { checkRange } from './calendar.js';
import { notePlaced } from './history-notes.js';

/** Name in the timebook of who is no person of the staff; patients who book themselves are `ITB`. */
const staffName = 'staff';

/** The timebook of a range as the clinic sees it: of the clinics and calendars that the caller may see. */
export async function readTimebook(work: StaffWork, range: StaffRange): Promise<Timebook> {
  checkRange(range);
  const { tx, account, now, actor } = work;
  const day = createCalendar(account.timeZone);
  const [from, to] = [range.from, range.to].map((date) => new Date(day(date).midnight));
  const rows = await listTimebook(tx, from!, to!, range, new Date(now));
  const entries = rows.map((row) => toEntry(row, account.timeZone));
  return { entries: entries.filter((entry) => hasRight(actor, 'appointments', entry)) };
}

/**
 * Books by hand, whatever is offered online; throws `invalid`, also for a template that is not for the timebook and for a preblock that
 * may not be bypassed, and `slot-taken` where the time is not free.
 */
export async function addToTimebook(work: StaffWork, input: TimebookInput): Promise<TimebookEntry> {
  const { tx, account, now, catalogue, actor } = work;
  const { clinic, clinician } = input;
  requireRight(work, 'appointments', { clinic, clinician });
  checkInstant('start', input.start);
  if (input.minutes > 1440) throw invalid({ path: 'minutes', code: 'too-big' });
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
  await planReminders(work, (await findBooking(tx, id))!);
  await notePlaced(work, 'stored', 'timebook', 1, [
    placeOf(work, input.clinic, input.clinician, input.start),
  ]);
  const start = new Date(input.start);
  const end = new Date(start.getTime() + 1);
  const [row] = await listTimebook(tx, start, end, {}, new Date(now), id);
  return toEntry(row!, account.timeZone);
}

type TemplateRow = CatalogueRows['templates'][number];

/** The template that staff book with; throws `invalid` for one that is not for the timebook (A-03, *Bruk i timebok*). */
function templateOf({ templates }: CatalogueRows, id: string | undefined): TemplateRow | undefined {
  const template = templates.find((row) => row.id === id);
  if (template && !template.useInTimebook) {
    throw invalid({ path: 'template', code: 'not-in-timebook' });
  }
  return template;
}

/** Throws `invalid` where a preblock that may not be bypassed keeps the time for other treatments. */
async function refuseBlocked(
  { tx, account: { timeZone }, now }: StaffWork,
  { definitions }: Catalogue,
  { start: text, minutes, clinic, clinician }: TimebookInput,
  category: string | null,
): Promise<void> {
  if (definitions.every(({ mayBypass }) => mayBypass)) return;
  const start = Date.parse(text);
  const time = { start, end: start + minutes * 60_000, clinic, category };
  const range = datesOfStretch(time, timeZone);
  const rows = await listCalendar(tx, preblockPlacements, { ...range, clinician });
  const blocking = blockingPreblock(time, rows.map(toPlacement), definitions, { timeZone, now });
  if (blocking) throw invalid({ path: 'start', code: 'preblocked' });
}

/** Cancels an appointment; throws `not-found` and `not-allowed`. */
export async function deleteFromTimebook(work: StaffWork, id: string): Promise<void> {
  requireUuid(id);
  const { tx, now } = work;
  const cancelled = await cancelByHand(tx, id, new Date(now));
  if (!cancelled) throw new ProblemError('not-found');
  const { clinicId, clinicianId, startsAt } = cancelled.reservation;
  requireRight(work, 'appointments', { clinic: clinicId, clinician: clinicianId });
  // Its messages that still wait would be wrong now (M-07).
  await cancelWaiting(tx, cancelled.booking.id, now, 'appointment-cancelled');
  const place = placeOf(work, clinicId, clinicianId, startsAt.toISOString());
  await notePlaced(work, 'removed', 'timebook', 1, [place]);
}

/** Where and when an appointment is, as the history tells it. */
function placeOf({ account }: Work, clinic: string, clinician: string, start: string) {
  return { clinic, clinician, from: formatInstant(Date.parse(start), account.timeZone) };
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

/** The resources of which a booking by hand takes one: null where its template needs none. */
function resourcesOf(
  { resources }: CatalogueRows,
  clinic: string,
  template: TemplateRow | undefined,
): string[] | null {
  const kind = template?.resourceKind ?? null;
  if (kind === null) return null;
  return resources
    .filter((row) => row.clinicId === clinic && row.kind === kind && row.archivedAt === null)
    .map(({ id }) => id);
}

function toEntry(
  { reservation, booking, patient, templateText }: TimebookRow,
  timeZone: string,
): TimebookEntry {
  const { startsAt, endsAt, createdAt } = reservation;
  return {
    // As patients, messages and exports name it; what is only held is no appointment yet.
    id: booking?.id ?? reservation.id,
    status: reservation.status as TimebookEntry['status'],
    start: formatInstant(startsAt.getTime(), timeZone),
    minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
    clinic: reservation.clinicId,
    clinician: reservation.clinicianId,
    template: reservation.templateId,
    patient,
    text:
      booking?.text ??
      composeTimebookText({
        templateText,
        campaignCode: booking?.campaignCode,
        message: booking?.message,
      }),
    registeredBy: booking?.registeredBy ?? '',
    registeredAt: formatInstant((booking?.registeredAt ?? createdAt).getTime(), timeZone),
  };
}
