import type { SmsRunInput } from '../../src/contract/index.js';
import { parsePhone } from '../../src/domain/phone.js';
import { invalid } from '../context/problem.js';
import type { Planning } from '../reminders/planned-messages.js';
import type { AccountTransaction } from '../store/database.js';
import { appointmentsById, patientsById } from '../store/message-runs.js';
import { findSmsChoices, withRecords } from '../store/planned.js';
import type { Addressee } from './sms-writing.js';

/** Who a run is for: ids of patients or of appointments, or numbers in E.164. */
export interface Audience {
  kind: 'patients' | 'appointments' | 'numbers';
  ids: readonly string[];
}

/** Somebody of a run: who they are, or why they get none. */
export type Found = Addressee | 'mobile' | 'wish' | 'refused' | 'gone';

const validMobile = /^\+[1-9]\d{7,14}$/;

/** The audience of a run, each once; throws `invalid` where there is none, or more than one kind, and for a number of no country. */
export function audienceOf(
  { account }: Pick<Planning, 'account'>,
  { patients, appointments, numbers }: SmsRunInput,
): Audience {
  const given = Object.entries({ patients, appointments, numbers }).filter(
    (pair): pair is [Audience['kind'], string[]] => pair[1] !== undefined,
  );
  const [first, second] = given;
  if (!first) throw invalid({ path: 'patients', code: 'empty' });
  if (second) throw invalid({ path: second[0], code: 'contradicts' });
  const [kind, ids] = first;
  if (kind !== 'numbers') return { kind, ids: [...new Set(ids.map((id) => id.toLowerCase()))] };
  const parsed = ids.map((typed, index) => {
    const phone = parsePhone(account.market, typed);
    if (!phone.ok) throw invalid({ path: `numbers.${index}`, code: phone.reason });
    return phone.value.e164;
  });
  return { kind, ids: [...new Set(parsed)] };
}

/** Looks some of a run up, in their order, with one statement for each thing to know. */
export async function findAddressees(
  tx: AccountTransaction,
  { kind, ids }: Audience,
): Promise<Found[]> {
  const named = await namedBy(tx, kind, ids);
  const asked = named.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const choices = await findSmsChoices(
    tx,
    asked.map(({ key, mobile, patientId }) => ({ id: key, mobile, patientId })),
  );
  return named.map((one) => {
    if (typeof one === 'string') return one;
    const { key, mobile, patient, time } = one;
    const { wish, isRefused } = choices.get(key)!;
    if (wish === false) return 'wish';
    if (mobile === null || !validMobile.test(mobile)) return 'mobile';
    return isRefused ? 'refused' : { mobile, patient, time };
  });
}

interface Named extends Omit<Addressee, 'mobile'> {
  key: string;
  mobile: string | null;
  patientId: string | null;
}

async function namedBy(
  tx: AccountTransaction,
  kind: Audience['kind'],
  ids: readonly string[],
): Promise<(Named | 'gone')[]> {
  if (kind === 'numbers') {
    return ids.map((mobile) => ({
      ...{ key: crypto.randomUUID(), mobile, patientId: null },
      ...{ patient: undefined, time: undefined },
    }));
  }
  if (kind === 'patients') {
    const found = await patientsById(tx, ids);
    return ids.map((key) => {
      const patient = found.get(key);
      if (!patient) return 'gone';
      return { key, mobile: patient.mobile, patientId: patient.id, patient, time: undefined };
    });
  }
  const booked = await appointmentsById(tx, ids);
  const times = await withRecords(tx, [...booked.values()]);
  const byId = new Map(times.map((time) => [time.booking.id, time]));
  return ids.map((key) => {
    const time = byId.get(key);
    if (time?.reservation.status !== 'booked') return 'gone';
    const { mobile, patientId } = time.booking;
    return { key, mobile, patientId, patient: undefined, time };
  });
}
