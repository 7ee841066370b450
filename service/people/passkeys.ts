import type {
  Passkey,
  PasskeyInput,
  PasskeyList,
  PasskeyOptions,
} from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { codeMinutes } from '../context/limits.js';
import { isUuid, requireUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Caller } from '../context/caller.js';
import type { StaffWork } from '../staff/actor.js';
import { requirePerson } from '../staff/actor.js';
import { requireFound } from '../staff/found.js';
import * as store from '../store/staff/passkeys.js';
import { insertSignIn, takeChallenge } from '../store/staff/sign-ins.js';
import { challengeOf, isChallenge } from './passkey-challenge.js';
import type { PasskeyLibrary } from './passkey-library.js';

/** Who asks for a passkey, as browsers know it: the console's host name, and its origin. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/** A person has enough of them by then; lists go to browsers whole. */
const mostPasskeys = 20;

/** The caller's passkeys (C-02). */
export async function listOwnPasskeys(work: StaffWork): Promise<PasskeyList> {
  const rows = await store.listPasskeys(work.tx, requirePerson(work).id);
  return { items: rows.map((row) => toPasskey(work, row)) };
}

/** What the browser needs to make a new passkey of the caller, on no device that has one already. */
export async function beginPasskey(
  caller: Caller,
  work: StaffWork,
  { generateRegistrationOptions }: PasskeyLibrary,
  { id: rpID }: RelyingParty,
): Promise<PasskeyOptions> {
  const { tx, account, now } = work;
  const { person } = requirePerson(work);
  const known = await store.listPasskeys(tx, person.id);
  if (known.length >= mostPasskeys) throw new ProblemError('not-allowed');
  const id = crypto.randomUUID();
  await insertSignIn(tx, {
    accountId: account.id,
    id,
    kind: 'new-passkey',
    personId: person.id,
    addressHash: await caller.addressHash(),
    createdAt: new Date(now),
    expiresAt: new Date(now + codeMinutes * 60_000),
  });
  const options = await generateRegistrationOptions({
    rpName: account.name,
    rpID,
    userID: new TextEncoder().encode(person.id),
    userName: person.email!,
    userDisplayName: person.name,
    challenge: await challengeOf(caller, id),
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { id, options: { ...options } };
}

/** Stores the caller's new passkey; throws `invalid` for an answer that does not prove one, and `code-expired`. */
export async function addPasskey(
  caller: Caller,
  work: StaffWork,
  { verifyRegistrationResponse }: PasskeyLibrary,
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
  { id, name, credential: response }: PasskeyInput,
): Promise<Passkey> {
  const { tx, account, now } = work;
  const { id: personId } = requirePerson(work);
  const at = new Date(now);
  const taken = isUuid(id) && (await takeChallenge(tx, { id, kind: 'new-passkey', personId }, at));
  if (!taken) throw new ProblemError('code-expired');
  const checked = await verifyRegistrationResponse({
    response: { clientExtensionResults: {}, ...response } as never,
    expectedChallenge: (challenge: string) => isChallenge(caller, id, challenge),
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!checked?.verified) throw invalid({ path: 'credential', code: 'value' });
  const {
    id: credentialId,
    publicKey,
    counter,
    transports = [],
  } = checked.registrationInfo.credential;
  const row = {
    accountId: account.id,
    id: crypto.randomUUID(),
    personId,
    credentialId,
    publicKey,
    counter,
    transports: [...transports],
    name,
    createdAt: at,
    usedAt: null,
  };
  await store.insertPasskey(tx, row);
  return toPasskey(work, row);
}

/** Renames a passkey of the caller; throws `not-found`. */
export async function renamePasskey(work: StaffWork, id: string, name: string): Promise<void> {
  const person = requirePerson(work);
  requireUuid(id);
  requireFound(await store.renamePasskey(work.tx, person.id, id.toLowerCase(), name));
}

/** Deletes a passkey of the caller; throws `not-found`. */
export async function deletePasskey(work: StaffWork, id: string): Promise<void> {
  const person = requirePerson(work);
  requireUuid(id);
  requireFound(await store.removePasskey(work.tx, person.id, id.toLowerCase()));
}

function toPasskey(
  { account }: StaffWork,
  { id, name, createdAt, usedAt }: Pick<store.PasskeyRow, 'id' | 'name' | 'createdAt' | 'usedAt'>,
): Passkey {
  const instant = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  return {
    id,
    name,
    createdAt: instant(createdAt),
    ...(usedAt ? { usedAt: instant(usedAt) } : {}),
  };
}
