import type { AccountCreated, AccountSetup } from '../../src/contract/index.js';
import { siteNameProblem, toSiteName } from '../../src/contract/staff/subdomain.js';
import type { Caller } from '../context/caller.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { RecordValue } from '../core/record-diff.js';
import { changedPaths, partOf } from '../core/record-diff.js';
import { findAccount } from '../store/accounts.js';
import { inAccount } from '../store/database.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomToken, sha256 } from '../store/secrets.js';
import { withConsentVersion } from '../staff/consents.js';
import { note, type Noting } from '../staff/history-notes.js';
import { host, requireBearer } from '../staff/operator.js';
import type { AccountTransaction } from '../store/database.js';
import { insertAccount, lockAccount, updateAccount } from '../store/staff/account.js';
import { replaceOperatorKey } from '../store/staff/keys.js';
import { findNameState } from '../store/site-names.js';
import { findPerson, findPersonByEmail, storePerson } from '../store/staff/people.js';
import { invite } from './invitations.js';
import { notePerson, noteWayIn } from './people-history.js';
import { readReachable } from './staff-email.js';

/**
 * Sets up an account, or changes the profile of one that exists, with the platform's key. Only a new account's answer holds
 * the operator's token, of which the hash alone is stored. An owner who is named gets an invitation (C-02). Throws
 * `login-required` and `invalid`.
 */
export async function setUpAccount(
  caller: Caller,
  { owner, ...body }: AccountSetup,
): Promise<AccountCreated> {
  const { services, accountId, now, signal } = caller;
  const { platformKey } = services;
  if (!platformKey || !isSameSecret(requireBearer(caller), platformKey)) {
    throw new ProblemError('login-required');
  }
  if (!isTimeZone(body.timeZone)) throw invalid({ path: 'timeZone', code: 'unknown' });
  const token = randomToken();
  const hash = await sha256(token);
  const setUp = () =>
    inAccount(services.db, accountId, async (tx) => {
      await lockName(tx, 'set up');
      // Locked and then read, so that no change of the texts goes on beside it.
      await lockAccount(tx);
      const before = await findAccount(tx);
      if (before) {
        const after = { texts: before.texts, textLanguage: body.textLanguage };
        const texts = await withConsentVersion({ tx, now }, before, after);
        await updateAccount(tx, { ...body, texts });
        await noteProfile({ tx, account: before, now, actor: host }, before, body);
      } else {
        await requireFreeName(tx, accountId, now);
        await insertAccount(tx, accountId, body, new Date(now));
        await replaceOperatorKey(tx, accountId, hash, new Date(now));
        const account = (await findAccount(tx))!;
        await noteProfile({ tx, account, now, actor: host }, undefined, body);
      }
      if (owner) await inviteOwner(caller, tx, owner);
      return !before;
    });
  const isNew = await services.admission.run({ account: accountId, signal }, setUp);
  if (owner) await caller.deliver();
  return { account: accountId, ...(isNew ? { operatorToken: token } : {}) };
}

/** Stores an owner, unless somebody has the address already, and sends an invitation to it; sent again, it makes a new one. */
async function inviteOwner(
  { services, now }: Caller,
  tx: AccountTransaction,
  { name, email }: NonNullable<AccountSetup['owner']>,
): Promise<void> {
  const account = (await findAccount(tx))!;
  const utf8Email = services.transports.utf8Email?.() ?? false;
  const address = readReachable(email, 'owner.email', { utf8Email });
  const known = await findPersonByEmail(tx, address.emailKey);
  const id = known?.id ?? crypto.randomUUID();
  const work = { tx, account, now, actor: host };
  if (!known) {
    const roles = [{ role: 'owner' as const }];
    const row = { name, ...address, roles };
    await storePerson(tx, { accountId: account.id, id, createdAt: new Date(now), ...row });
    await notePerson(work, id, undefined, { name, email, roles });
  }
  const person = (await findPerson(tx, id))!;
  await noteWayIn(work, 'invitations', 'stored', person);
  await invite(services, { tx, account, now }, person);
}

type Profile = Omit<AccountSetup, 'owner'>;

/** Notes down what the platform has made of an account, or changed of it (C-04). */
async function noteProfile(
  work: Noting,
  before: Profile | undefined,
  after: Profile,
): Promise<void> {
  const profile = ({ name, market, timeZone, languages, textLanguage }: Profile): RecordValue => ({
    ...{ name, market, timeZone, languages, textLanguage },
  });
  const [former, present] = [before && profile(before), profile(after)];
  const fields = changedPaths(former, present);
  if (fields.length === 0) return;
  await note(work, {
    ...{ action: 'stored', kind: 'account', recordName: after.name, fields },
    before: former ? partOf(former, fields) : null,
    after: former ? partOf(present, fields) : present,
  });
}

/** Throws `invalid` for an id that another account has, or had, as the name of its page (S-03), or that the platform keeps for itself. */
async function requireFreeName(tx: AccountTransaction, id: string, now: number): Promise<void> {
  if (siteNameProblem(toSiteName(id)) === 'reserved') {
    throw invalid({ path: 'account', code: 'reserved' });
  }
  const state = await findNameState(tx, id, new Date(now));
  if (state === 'taken') throw invalid({ path: 'account', code: 'taken' });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
