import type { DataJournal, PatientExport } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { day } from '../context/budgets.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { listDataJournal, wasExported, writeDataJournal } from '../store/data-journal.js';
import { listJournal } from '../store/journal.js';
import type { PatientRow } from '../store/patients.js';
import { findPatientById, lockPatient } from '../store/patients.js';
import { erasePatient, rowsAboutPatient, timesOfPatient } from '../store/staff/person.js';
import type { StaffWork } from './actor.js';
import { toExport } from './patient-export.js';

/** Within so many days of its export a patient may be erased. */
const daysAfterExport = 30;

/** All that is held about a patient, as one document (GDPR, article 15); throws `not-found`. */
export async function exportPatient(work: StaffWork, id: string): Promise<PatientExport> {
  const patient = await requirePatient(work, id, findPatientById);
  const { tx, account, now, actor } = work;
  const rows = await rowsAboutPatient(tx, patient);
  const journal = await listJournal(tx, patient.id);
  const typed = new Map<string, string | null>();
  for (const { booking } of rows.times) {
    typed.set(booking.id, await tx.nationalIds.open('bookings', booking));
  }
  const nationalId = (await tx.nationalIds.open('patients', patient))!;
  await writeDataJournal(tx, {
    accountId: account.id,
    at: new Date(now),
    actor: actor.kind,
    actorName: actor.name || null,
    kind: 'exported',
    patientId: patient.id,
    counts: { appointments: rows.times.length, messages: rows.messages.length },
  });
  return toExport({ account, now, patient: { ...patient, nationalId }, rows, typed, journal });
}

/**
 * Erases all that is held about a patient (GDPR, article 17). Throws `not-found`, and `invalid` while there is an appointment
 * ahead, or where the patient has not been exported before.
 */
export async function erasePerson(work: StaffWork, id: string): Promise<void> {
  const patient = await requirePatient(work, id, lockPatient);
  const { tx, account, now, actor } = work;
  const nationalId = (await tx.nationalIds.open('patients', patient))!;
  const lookups = await tx.nationalIds.lookups(nationalId);
  const times = await timesOfPatient(tx, patient, lookups, new Date(now));
  if (times.some(({ isAhead }) => isAhead)) {
    throw invalid({ path: 'appointments', code: 'ahead' });
  }
  if (!(await wasExported(tx, patient.id, new Date(now - daysAfterExport * day)))) {
    throw invalid({ path: 'export', code: 'empty' });
  }
  const counts = await erasePatient(tx, patient, lookups, times);
  await writeDataJournal(tx, {
    accountId: account.id,
    at: new Date(now),
    actor: actor.kind,
    actorName: actor.name || null,
    kind: 'erased',
    patientId: patient.id,
    counts,
  });
}

/** What was done with personal data, newest first. */
export async function readDataJournal({ tx, account }: Work): Promise<DataJournal> {
  const rows = await listDataJournal(tx);
  return {
    entries: rows.map(({ at, actor, actorName, kind, patientId, counts }) => ({
      at: formatInstant(at.getTime(), account.timeZone),
      actor,
      ...(actorName === null ? {} : { name: actorName }),
      kind,
      ...(patientId === null ? {} : { patient: patientId }),
      counts,
    })),
  };
}

async function requirePatient(
  { tx }: Work,
  id: string,
  find: (tx: Work['tx'], id: string) => Promise<PatientRow | undefined>,
): Promise<PatientRow> {
  requireUuid(id);
  const patient = await find(tx, id.toLowerCase());
  if (!patient) throw new ProblemError('not-found');
  return patient;
}
