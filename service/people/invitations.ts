import type { InvitationSent } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { day, networkBudgets, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { Work } from '../context/work.js';
import { enqueue } from '../messages/outbox.js';
import { cancelWaitingOf } from '../messages/login-codes.js';
import { senderOf } from '../messages/sender.js';
import { staffTexts } from '../messages/staff-texts.js';
import type { StaffWork } from '../staff/actor.js';
import { isToken, randomToken, sha256 } from '../store/secrets.js';
import type { PersonRow } from '../store/staff/people.js';
import { findPerson, storeInvitation, takeInvitation } from '../store/staff/people.js';
import type { Browser, OpenedSession } from './open-session.js';
import { openSession } from './open-session.js';
import { noteWayIn } from './people-history.js';
import { requireManageable } from './people.js';

const daysToAccept = 7;

/** Sends a person an invitation (C-02); the former one ends. Throws `not-found`, `not-allowed` and `rate-limited`. */
export async function invitePerson(
  services: Services,
  work: StaffWork,
  id: string,
): Promise<InvitationSent> {
  const person = await requireManageable(work, id);
  await spendBudgets(work, [
    {
      subject: 'invitations',
      window: day,
      max: services.limits.invitationsPerAccountADay,
    },
  ]);
  await noteWayIn(work, 'invitations', 'stored', person);
  return invite(services, work, person);
}

/**
 * Writes the e-mail with the link. Its token stands in the fragment, which browsers send to no server and which no log holds.
 * Throws `not-allowed` where the host has told no address of the console.
 */
export async function invite(
  { consoleOf }: Pick<Services, 'consoleOf'>,
  { tx, account, now }: Pick<Work, 'tx' | 'account' | 'now'>,
  person: PersonRow,
): Promise<InvitationSent> {
  if (!consoleOf) throw new ProblemError('not-allowed', { reason: 'setting' });
  const token = randomToken();
  const expiresAt = new Date(now + daysToAccept * day);
  await cancelWaitingOf(tx, person.id);
  await storeInvitation(tx, {
    accountId: account.id,
    personId: person.id,
    tokenHash: await sha256(token),
    createdAt: new Date(now),
    expiresAt,
  });
  const lang = person.language ?? account.textLanguage;
  const words = staffTexts(lang);
  const link = `${consoleOf(account.id)}#invitation=${token}`;
  const message = {
    accountId: account.id,
    kind: 'invitation' as const,
    channel: 'email' as const,
    recipient: person.email!,
    ...senderOf(account, 'email'),
    subject: words.invitationSubject(account.name),
    text: words.invitation(person.name, account.name, link, daysToAccept),
    lang,
    loginId: person.id,
    expiresAt,
  };
  await enqueue(tx, [message], now);
  return { expiresAt: formatInstant(expiresAt.getTime(), account.timeZone) };
}

/** Trades an invitation's token for a session, once (C-02); throws `not-found` for any other token, and `rate-limited`. */
export async function acceptInvitation(
  caller: Caller,
  token: string,
  browser: Browser,
): Promise<OpenedSession> {
  const { limits } = caller.services;
  return caller.transaction(async (work) => {
    const { tx, now } = work;
    if (!caller.isExempt) {
      await spendBudgets(
        work,
        await networkBudgets(caller, 'invitation', limits.passkeysPerAddressAnHour),
      );
    }
    const isPossible = isToken(token);
    const id = isPossible
      ? await takeInvitation(tx, await sha256(token), new Date(now))
      : undefined;
    const person = id === undefined ? undefined : await findPerson(tx, id);
    if (!person) throw new ProblemError('not-found');
    return openSession(caller, work, person, { ...browser, kind: 'invitation' });
  });
}
