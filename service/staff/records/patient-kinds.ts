import { maskNationalId } from '../../../src/domain/national-id/national-id.js';
import type { RecordValue } from '../../core/record-diff.js';
import { withoutNulls } from '../../core/record-diff.js';
import { isUuid } from '../../context/ids.js';
import { findPatientById, lockPatient, type PatientRow } from '../../store/patients.js';
import { findNeed, lockNeed, type NeedTime } from '../../store/recalls.js';
import type { StaffWork } from '../actor.js';
import { hasRight } from '../actor.js';
import { putPatient } from '../patients.js';
import { erasePerson } from '../privacy.js';
import { deleteRecall, putRecall } from '../recalls.js';
import type { RecordKind } from './record-kind.js';

/** A patient as staff store one; the national ID in full only for whoever has the right `privacy` (N-02). */
export async function toPatient(work: StaffWork, row: PatientRow): Promise<RecordValue> {
  const { firstName, lastName, mobile, email, address1, address2, postalCode } = row;
  const nationalId = (await work.tx.nationalIds.open('patients', row))!;
  const isShown = hasRight(work.actor, 'privacy', 'everywhere');
  return withoutNulls({
    firstName,
    lastName,
    nationalId: isShown ? nationalId : maskNationalId(work.account.market, nationalId),
    ...{ mobile, email, address1, address2, postalCode },
  });
}

/** A need as staff store one. */
export function toRecall({ recall }: NeedTime): RecordValue {
  const { patientId, week, minutes, templateId, clinicianId, intervalMonths } = recall;
  return withoutNulls({
    patient: patientId,
    ...{ week, minutes },
    template: templateId,
    clinician: clinicianId,
    intervalMonths,
  });
}

/** Finds by an id that has to be a UUID, in whichever letters. */
const byUuid =
  <Row>(find: (tx: StaffWork['tx'], id: string) => Promise<Row | undefined>) =>
  async ({ tx }: StaffWork, id: string): Promise<Row | undefined> => {
    const uuid = id.toLowerCase();
    return isUuid(uuid) ? find(tx, uuid) : undefined;
  };
const patientOf = byUuid(findPatientById);
const needOf = byUuid(findNeed);
const lockedPatient = byUuid(lockPatient);
const lockedNeed = byUuid(lockNeed);

/** Patients and their needs. Of their values the history keeps nothing, so that nothing is left of who is erased. */
export const patientKinds = {
  patients: {
    right: 'patients',
    read: async (work, id) => {
      const row = await patientOf(work, id);
      return row && toPatient(work, row);
    },
    store: putPatient,
    remove: erasePerson,
    lock: async (work, id) => void (await lockedPatient(work, id)),
    placesOf: () => 'anywhere',
    keepsValues: false,
    canUndo: false,
    // The same for whoever sees the ID and who does not, and no way to guess it by.
    compared: async (work, id) => {
      const row = await patientOf(work, id);
      if (!row) return undefined;
      const { mobileTrusted, nationalIdLookup: nationalId } = row;
      return { ...(await toPatient(work, row)), mobileTrusted, nationalId };
    },
  },
  recalls: {
    right: 'patients',
    read: async (work, id) => {
      const need = await needOf(work, id);
      return need && toRecall(need);
    },
    store: putRecall,
    remove: deleteRecall,
    lock: async (work, id) => void (await lockedNeed(work, id)),
    placesOf: () => 'anywhere',
    keepsValues: false,
    canUndo: false,
  },
} as const satisfies Record<string, RecordKind>;
