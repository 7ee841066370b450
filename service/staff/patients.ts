import type { Journal, PatientChangeList, PatientInput } from '../../src/contract/index.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { maskNationalId, parseNationalId } from '../../src/domain/national-id/national-id.js';
import { requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { checkRecord } from '../patient/patient-check.js';
import { listJournal } from '../store/journal.js';
import { followAddresses } from '../reminders/follow-file.js';
import { findPatientById } from '../store/patients.js';
import { decidePatientChange, listPatientChanges } from '../store/staff/patient-changes.js';
import { putPatient as storePatient } from '../store/staff/patients.js';
import type { StaffWork } from './actor.js';
import { note } from './history-notes.js';

/** Stores a patient on file (P-39); throws `invalid`. */
export async function putPatient(work: Work, id: string, input: PatientInput): Promise<void> {
  requireUuid(id);
  const { tx, account, now } = work;
  const patient = checkRecord({ ...input, nationalId: await nationalIdOf(work, id, input) }, work);
  const today = toClockTime(now, account.timeZone).date;
  const nationalId = parseNationalId(account.market, patient.nationalId, { today });
  const birthDate = (nationalId.ok && nationalId.value.birthDate) || null;
  const row = { accountId: account.id, id: id.toLowerCase(), birthDate, ...patient };
  const before = await findPatientById(tx, row.id);
  const isStored = await storePatient(tx, row, new Date(now));
  if (!isStored) throw invalid({ path: 'nationalId', code: 'taken' });
  await followAddresses(work, before);
}

/**
 * The national ID to store. Left out, or masked as it is answered to whoever may not see it whole, the one on file stays. Throws
 * `invalid` where there is none.
 */
async function nationalIdOf(
  { tx, account }: Work,
  id: string,
  { nationalId: given }: PatientInput,
): Promise<string> {
  if (given !== undefined && !given.includes('*')) return given;
  const known = await findPatientById(tx, id.toLowerCase());
  if (!known) throw invalid({ path: 'nationalId', code: given === undefined ? 'empty' : 'format' });
  const stored = (await tx.nationalIds.open('patients', known))!;
  if (given !== undefined && given !== maskNationalId(account.market, stored)) {
    throw invalid({ path: 'nationalId', code: 'format' });
  }
  return stored;
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
  work: StaffWork,
  id: string,
  isAccepted: boolean,
): Promise<void> {
  requireUuid(id);
  const decided = await decidePatientChange(work.tx, id, isAccepted, new Date(work.now));
  if (!decided) throw new ProblemError('not-found');
  await followAddresses(work, decided.before);
  await note(work, {
    action: 'stored',
    kind: 'patient-changes',
    recordId: decided.patientId,
    fields: isAccepted ? decided.fields : [],
    after: { accept: isAccepted },
  });
}
