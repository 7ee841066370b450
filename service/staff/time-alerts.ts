import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import type {
  TimeAlertsQuery,
  WaitingPatient,
  WaitingPatientInput,
  WaitingPatients,
} from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { recipientsOf } from '../appointment/appointment-messages.js';
import { checkDate, checkInstant } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { alertDays } from '../core/alert-waves.js';
import { listOffers } from '../core/template-lists.js';
import { fitsPlace, fitsStretch, type WaitingRules, type Wish } from '../core/waiting.js';
import { endAlert, insertAlert, takeBackNews } from '../store/alerts.js';
import { findBooking, type BookedTime } from '../store/bookings.js';
import { findPatientById } from '../store/patients.js';
import { findWaitingRow, listWaiting, type WaitingRow } from '../store/staff/time-alerts.js';
import { hasRight, requireRight, type StaffWork } from './actor.js';
import { note } from './history-notes.js';

/** The most that one answer names. */
const mostNamed = 200;

/** In place of the version of a text of consent, which nobody has been shown: staff have noted what the patient said. */
const notedByStaff = 'staff';

/** Who waits for an earlier time in the calendars that the caller may book in (P-48). Throws `invalid`. */
export async function readTimeAlerts(
  work: StaffWork,
  query: TimeAlertsQuery,
): Promise<WaitingPatients> {
  const { tx, account, now, actor } = work;
  const { clinic, clinician, appointment } = query;
  const stretch = stretchOf(query);
  const isTold = account.settings.timeAlerts;
  const rows = await listWaiting(tx, new Date(now), appointment);
  // Where nobody waits, nobody needs the catalogue, which at a chain is large.
  if (rows.length === 0) return { alerts: [], count: 0, isTold };
  const rules = await rulesOf(work);
  const found = rows.filter((row) => {
    if (!concerns(actor, row)) return false;
    const wish = toWish(row, rules);
    return (
      fitsPlace(wish, { clinic, clinician }, rules) && (!stretch || fitsStretch(wish, stretch, now))
    );
  });
  return {
    alerts: found.slice(0, mostNamed).map((row) => toWaiting(row, work, rules)),
    count: found.length,
    isTold,
  };
}

/**
 * Notes that a patient wants an earlier time than an appointment, at the mobile or e-mail address on file. Throws `not-found`, `invalid`
 * (also where no message could go anywhere), and `not-allowed` where the caller may not book.
 */
export async function addTimeAlert(
  work: StaffWork,
  input: WaitingPatientInput,
): Promise<WaitingPatient> {
  const { tx, account, now } = work;
  const time = await findBooking(tx, input.appointment);
  if (time?.reservation.status !== 'booked') throw new ProblemError('not-found');
  const { booking, reservation } = time;
  requireRight(work, 'appointments', {
    clinic: reservation.clinicId,
    clinician: reservation.clinicianId,
  });
  const [former, ...others] = await listWaiting(tx, new Date(now), booking.id);
  for (const { alert } of [...(former ? [former] : []), ...others]) await endAlert(tx, alert.id);
  const before = new Date(latestOf(work, time, input.until));
  const id = crypto.randomUUID();
  await insertAlert(tx, {
    // Whoever has asked by themselves is told where they have said, and keeps the place in the line.
    ...(former
      ? formerOf(former.alert)
      : { ...(await addressOf(work, time)), ...saidTo(work), confirmedAt: new Date(now) }),
    ...{ accountId: account.id, id, bookingId: booking.id },
    ...{ clinicId: null, groupId: null, clinicianId: input.clinician ?? null },
    ...{ templateId: reservation.templateId, patientId: booking.patientId },
    ...{ before, createdAt: new Date(now), expiresAt: before },
  });
  await note(work, { action: 'stored', kind: 'time-alerts', recordId: id });
  return toWaiting((await findWaitingRow(tx, id))!, work, await rulesOf(work));
}

/** Ends an alert, and takes back what waits to be sent of it. Throws `not-found`, and `not-allowed` where the caller may not book. */
export async function deleteTimeAlert(work: StaffWork, id: string): Promise<void> {
  requireUuid(id);
  const row = await findWaitingRow(work.tx, id);
  if (!row) throw new ProblemError('not-found');
  if (!concerns(work.actor, row)) throw new ProblemError('not-allowed', { right: 'appointments' });
  await endAlert(work.tx, row.alert.id);
  await takeBackNews(work.tx, row.alert.recipient);
  await note(work, { action: 'removed', kind: 'time-alerts', recordId: row.alert.id });
}

const formerOf = ({
  channel,
  recipient,
  lang,
  confirmedAt,
  toldAt,
  told,
  ...row
}: WaitingRow['alert']) => ({
  ...{ channel, recipient, lang, confirmedAt, toldAt, told },
  ...{ consentVersion: row.consentVersion, consentAt: row.consentAt, consentLang: row.consentLang },
});

const saidTo = ({ now }: Work) => ({
  ...{ consentVersion: notedByStaff, consentAt: new Date(now), consentLang: null },
});

/** Where a patient's messages go and in which language; throws `invalid` where they go nowhere. */
async function addressOf({ tx, account }: Work, { booking }: BookedTime) {
  const record = booking.patientId ? await findPatientById(tx, booking.patientId) : undefined;
  const [address] = recipientsOf(record ?? booking);
  if (!address) throw invalid({ path: 'appointment', code: 'no-address' });
  return { ...address, lang: booking.lang ?? account.textLanguage };
}

/** Until when a time would do instead of an appointment, epoch milliseconds; throws `invalid` for a date that is past. */
function latestOf(
  { account, now }: Work,
  { reservation }: BookedTime,
  until: string | undefined,
): number {
  const start = reservation.startsAt.getTime();
  if (start <= now) throw invalid({ path: 'appointment', code: 'past' });
  const latest = Math.min(start, now + alertDays * millisecondsInDay);
  if (until === undefined) return latest;
  checkDate('until', until);
  const { timeZone } = account;
  if (until < toClockTime(now, timeZone).date) throw invalid({ path: 'until', code: 'past' });
  return Math.min(latest, toInstant(addDays(until, 1), 0, timeZone));
}

/** Throws `invalid` for half a stretch, and for one that ends before it begins. */
function stretchOf({ from, until, clinician }: TimeAlertsQuery) {
  if (from === undefined && until === undefined) return undefined;
  if (clinician === undefined) throw invalid({ path: 'clinician', code: 'required' });
  if (from === undefined) throw invalid({ path: 'from', code: 'required' });
  if (until === undefined) throw invalid({ path: 'until', code: 'required' });
  checkInstant('from', from);
  checkInstant('until', until);
  const stretch = { start: Date.parse(from), end: Date.parse(until) };
  if (stretch.end <= stretch.start) throw invalid({ path: 'until', code: 'order' });
  return stretch;
}

type Rules = WaitingRules & { minutesOf: ReadonlyMap<string, number> };

async function rulesOf({ catalogue }: Work): Promise<Rules> {
  const { catalogue: known } = await catalogue();
  return {
    groupOf: new Map(known.clinics.map(({ id, group }) => [id, group])),
    offers: listOffers(known),
    minutesOf: new Map(known.templates.map(({ id, minutes }) => [id, minutes])),
  };
}

/** Whether a wish could be met in a calendar that somebody may book in; one with an appointment is theirs who may see that. */
function concerns({ grants }: Pick<StaffWork['actor'], 'grants'>, row: WaitingRow): boolean {
  const { clinicId, clinicianId } = row.time ?? row.alert;
  return grants.some(
    ({ right, clinics, clinician }) =>
      right === 'appointments' &&
      (clinics === null || clinicId === null || clinics.includes(clinicId)) &&
      (clinician === null || clinicianId === null || clinician === clinicianId),
  );
}

function lengthOf({ time, alert }: WaitingRow, { minutesOf }: Rules): number | null {
  if (!time) return minutesOf.get(alert.templateId ?? '') ?? null;
  return (time.endsAt.getTime() - time.startsAt.getTime()) / millisecondsInMinute;
}

function toWish(row: WaitingRow, rules: Rules): Wish {
  const { alert, time } = row;
  return {
    clinic: alert.clinicId,
    group: alert.groupId,
    clinician: alert.clinicianId,
    treatment: alert.templateId,
    minutes: lengthOf(row, rules),
    before: alert.before.getTime(),
    appointment: time && { start: time.startsAt.getTime(), clinician: time.clinicianId },
  };
}

/** Who waits, as the API writes it: names for whoever may see patients or the appointment, addresses for the former alone. */
function toWaiting(row: WaitingRow, { account, actor }: StaffWork, rules: Rules): WaitingPatient {
  const { alert, patient, time } = row;
  const at = (instant: Date) => formatInstant(instant.getTime(), account.timeZone);
  const mayKnow = hasRight(actor, 'patients', 'anywhere');
  return {
    id: alert.id,
    since: at(alert.confirmedAt!),
    expiresAt: at(alert.expiresAt),
    before: at(alert.before),
    clinic: alert.clinicId,
    group: alert.groupId,
    clinician: alert.clinicianId,
    treatment: alert.templateId,
    minutes: lengthOf(row, rules),
    toldAt: alert.toldAt && at(alert.toldAt),
    patient:
      patient && (mayKnow || time)
        ? { id: patient.id, firstName: patient.firstName, lastName: patient.lastName }
        : null,
    ...(mayKnow && { address: alert.recipient, mobile: patient?.mobile ?? null }),
    appointment: time && {
      id: alert.bookingId!,
      start: at(time.startsAt),
      minutes: lengthOf(row, rules)!,
      clinic: time.clinicId,
      clinician: time.clinicianId,
    },
  };
}
