import type { Work } from '../context/work.js';
import {
  enqueue,
  isIdleAt,
  newsKinds,
  redirectWaiting,
  smsKinds,
  takeBackWaiting,
} from '../messages/outbox.js';
import { findPatientById } from '../store/patients.js';
import type { PatientRow } from '../store/patients.js';
import type { Address } from '../store/waiting-address.js';
import { followFile, waitingAt } from '../store/waiting-address.js';
import { replanPatient } from './replan.js';

const addresses: readonly Address[] = ['mobile', 'email'];

/**
 * After a patient's file has got another mobile or e-mail address, what waits goes there (decision 34). `before`: the file as it was.
 * Codes are left alone: they prove the address that they were asked for.
 */
export async function followAddresses(
  work: Work,
  before: Pick<PatientRow, 'id' | Address> | undefined,
): Promise<void> {
  if (!before) return;
  const file = await findPatientById(work.tx, before.id);
  const changed = file ? addresses.filter((address) => file[address] !== before[address]) : [];
  if (!file || changed.length === 0) return;
  for (const address of changed) {
    await followFile(work.tx, file, address, before[address], new Date(work.now));
    await redirect(work, file, before[address], file[address]);
  }
  await replanPatient(work, file.id);
}

/** Sends what waits to another address, or takes it back where there is none any more. */
async function redirect(
  { tx, now }: Work,
  { id }: PatientRow,
  from: string | null,
  to: string | null,
): Promise<void> {
  if (from === null) return;
  const kinds = from.includes('@') ? smsKinds : [...smsKinds, ...newsKinds];
  const rows = await waitingAt(tx, id, from, kinds, isIdleAt(now));
  // Once tried, its id may have reached the gateway with the old address: what comes after is another message.
  const untried = rows.filter(({ tries }) => tries === 0);
  const tried = rows.filter(({ tries }) => tries > 0);
  const over = to === null ? rows : tried;
  const idsOf = (some: typeof rows) => some.map((row) => row.id);
  if (to !== null) await redirectWaiting(tx, idsOf(untried), to);
  await takeBackWaiting(tx, idsOf(over), 'address');
  if (to === null) return;
  // What is planned is planned anew.
  const again = tried.filter(({ planned }) => !planned);
  await enqueue(
    tx,
    again.map(
      ({
        id: _id,
        status: _status,
        tries: _tries,
        failedAt: _failedAt,
        failure: _failure,
        ...row
      }) => ({
        ...row,
        recipient: to,
        sendAt: new Date(now),
      }),
    ),
    now,
  );
}
