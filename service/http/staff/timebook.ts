import type { Hono } from 'hono';
import { staffEndpoints, type TimebookEntry } from '../../../src/contract/index.js';
import { formatInstant } from '../../../src/domain/clock-time.js';
import { createCalendar } from '../../core/day.js';
import { composeTimebookText } from '../../core/timebook-text.js';
import {
  cancelByHand,
  insertByHand,
  listTimebook,
  type TimebookRow,
} from '../../store/staff/timebook.js';
import { decidePatientChange, listPatientChanges } from '../../store/staff/patient-changes.js';
import { cancelWaiting } from '../../messages/outbox.js';
import type { CatalogueRows } from '../../store/catalogue.js';
import type { AccountTransaction } from '../../store/database.js';
import { findPatientById, type PatientRow } from '../../store/patients.js';
import { checkInstant } from '../dates.js';
import { invalid, ProblemError } from '../problem.js';
import { answer } from '../route.js';
import type { Services } from '../services.js';
import { checkRange, requireUuid } from './calendar.js';
import { found, staffRoute } from './staff-route.js';

/** Who staff are in the timebook; patients who book themselves are `ITB`. */
const staffName = 'staff';

/** The timebook as the clinic sees it, and what patients asked to have changed (P-39). */
export function registerStaffTimebook(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.timebook, async ({ tx, account, now }, { query }) => {
    checkRange(query);
    const day = createCalendar(account.timeZone);
    const [from, to] = [query.from, query.to].map((date) => new Date(day(date).midnight));
    const rows = await listTimebook(tx, from!, to!, query, new Date(now));
    return answer(200, { entries: rows.map((row) => toEntry(row, account.timeZone)) });
  });

  staffRoute(app, services, staffEndpoints.addToTimebook, async (work, call) => {
    const { tx, account, now, catalogue } = work;
    checkInstant('start', call.body.start);
    if (call.body.minutes > 1440) throw invalid({ path: 'minutes', code: 'too-big' });
    const id = crypto.randomUUID();
    const { rows } = await catalogue();
    const { clinic, template } = call.body;
    const patient = await patientOf(tx, call.body.patient);
    const resources = resourcesOf(rows, clinic, template);
    const by = { accountId: call.accountId, id, registeredBy: staffName, patient, resources };
    const isFree = await insertByHand(tx, call.body, by, new Date(now));
    if (!isFree) throw new ProblemError('slot-taken');
    const start = new Date(call.body.start);
    const [row] = await listTimebook(
      tx,
      start,
      new Date(start.getTime() + 1),
      {},
      new Date(now),
      id,
    );
    return answer(201, toEntry(row!, account.timeZone));
  });

  staffRoute(app, services, staffEndpoints.deleteFromTimebook, async ({ tx, now }, { id }) => {
    requireUuid(id);
    const bookingId = await cancelByHand(tx, id, new Date(now));
    // Nobody hears any more that it is booked (M-07).
    if (bookingId !== undefined) await cancelWaiting(tx, bookingId, now);
    return found(bookingId !== undefined);
  });

  staffRoute(app, services, staffEndpoints.patientChanges, async ({ tx, account }) => {
    const rows = await listPatientChanges(tx);
    return answer(200, {
      changes: rows.map((row) => ({
        ...row,
        askedAt: formatInstant(row.askedAt.getTime(), account.timeZone),
      })),
    });
  });

  staffRoute(app, services, staffEndpoints.decidePatientChange, async ({ tx, now }, call) => {
    requireUuid(call.id);
    return found(await decidePatientChange(tx, call.id, call.body.accept, new Date(now)));
  });
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
  { templates, resources }: CatalogueRows,
  clinic: string,
  template: string | undefined,
): string[] | null {
  const kind = templates.find(({ id }) => id === template)?.resourceKind ?? null;
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
    id: reservation.id,
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
