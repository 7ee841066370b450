import type { Journal, PatientChangeList, PatientInput } from '../../src/contract/index.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { parseNationalId } from '../../src/domain/national-id/national-id.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { checkRecord } from '../patient/patient-check.js';
import { listJournal } from '../store/journal.js';
import { findPatientById } from '../store/patients.js';
import { decidePatientChange, listPatientChanges } from '../store/staff/patient-changes.js';
import { putPatient as storePatient } from '../store/staff/patients.js';
import { requireFound } from './found.js';

/** Stores a patient on file (P-39); throws `invalid`. */
export async function putPatient(work: Work, id: string, input: PatientInput): Promise<void> {
  requireUuid(id);
  const { tx, account, now } = work;
  const patient = checkRecord(input, work);
  const today = toClockTime(now, account.timeZone).date;
  const nationalId = parseNationalId(account.market, patient.nationalId, { today });
  const birthDate = (nationalId.ok && nationalId.value.birthDate) || null;
  const row = { accountId: account.id, id: id.toLowerCase(), birthDate, ...patient };
  const isStored = await storePatient(tx, row, new Date(now));
  if (!isStored) throw invalid({ path: 'nationalId', code: 'taken' });
}

/** A patient's moves and cancellations; throws `not-found`. */
export async function readJournal({ tx, account }: Work, id: string): Promise<Journal> {
  requireUuid(id);
  if (!(await findPatientById(tx, id))) throw new ProblemError('not-found');
  const rows = await listJournal(tx, id);
  return {
    entries: rows.map(({ at, kind, text }) => ({
      at: formatInstant(at.getTime(), account.timeZone),
      kind,
      text,
    })),
  };
}

/** Changes of patients' details that wait for the clinic's decision (P-39). */
export async function listChanges({ tx, account }: Work): Promise<PatientChangeList> {
  const rows = await listPatientChanges(tx);
  return {
    changes: rows.map((row) => ({
      ...row,
      askedAt: formatInstant(row.askedAt.getTime(), account.timeZone),
    })),
  };
}

/** Takes over a change, or turns it down (P-39); throws `not-found`. */
export async function decideChange(
  { tx, now }: Work,
  id: string,
  isAccepted: boolean,
): Promise<void> {
  requireUuid(id);
  requireFound(await decidePatientChange(tx, id, isAccepted, new Date(now)));
}
