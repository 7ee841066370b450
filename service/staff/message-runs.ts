import type { SmsLeftOut, SmsRun, SmsRunInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { requireKey } from '../context/idempotency.js';
import { isUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { noReminders } from '../core/reminder-policy.js';
import { enqueue } from '../messages/outbox.js';
import { cancelRun } from '../messages/waiting.js';
import type { Planning } from '../reminders/planned-messages.js';
import { findAccount } from '../store/accounts.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import type { AccountTransaction, Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import type { MessageRun, RunSummary } from '../store/message-runs.js';
import {
  accountsWithRuns,
  findMessageRun,
  findRuns,
  insertRun,
  mobilesOfRun,
  noteMessageRun,
  takeMessageRun,
} from '../store/message-runs.js';
import { sha256 } from '../store/secrets.js';
import type { StaffWork } from './actor.js';
import type { Found } from './run-addressees.js';
import { audienceOf, findAddressees } from './run-addressees.js';
import { planningOf } from './sms-sending.js';
import type { Addressee, Sent } from './sms-writing.js';
import { checkSent, writeMessage } from './sms-writing.js';

/** How many recipients one transaction looks at, so that nobody waits for it noticeably. */
export const runBatch = 250;
const runsShown = 20;

export const nobodyLeftOut: SmsLeftOut = {
  ...{ mobile: 0, wish: 0, refused: 0 },
  ...{ same: 0, gone: 0, past: 0 },
};

/**
 * Begins to send one text to many, and makes the first messages. A key that comes again answers what has become of its run. Throws
 * `invalid` for what cannot be sent to anybody, and `idempotency-conflict` for the same key with another body.
 */
export async function startRun(
  caller: Caller,
  work: StaffWork,
  input: SmsRunInput,
): Promise<SmsRun> {
  const { tx, account, now, actor } = work;
  const key = requireKey(caller);
  const planning = await planningOf(work);
  const { kind, ids } = audienceOf(planning, input);
  checkSent(planning, kind, input);
  const bodyHash = await caller.services.hmac('body', JSON.stringify(input));
  const id = crypto.randomUUID();
  const run = await insertRun(tx, {
    ...{ accountId: account.id, id, bodyHash },
    keyHash: await sha256(`${actor.kind} ${actor.id ?? ''} ${key}`),
    ...{ audience: kind, recipients: ids, total: ids.length, leftOut: nobodyLeftOut },
    type: input.type ?? (kind === 'appointments' ? 'message' : 'general'),
    clinicId: input.clinic ?? null,
    text: input.text ?? null,
    sendAt: input.sendsAt === undefined ? null : new Date(input.sendsAt),
    expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt),
    startedAt: new Date(now),
    startedBy: actor.name,
  });
  if (run.bodyHash !== bodyHash) throw new ProblemError('idempotency-conflict');
  // Somebody else has begun it.
  if (run.id === id) await runOn(tx, planning, id);
  return toRun(work, (await findMessageRun(tx, run.id))!);
}

/** The last runs. */
export async function listRuns(work: Work): Promise<{ items: SmsRun[] }> {
  const runs = await findRuns(work.tx, runsShown);
  return { items: runs.map((run) => toRun(work, run)) };
}

/** How far a run has come; throws `not-found`. */
export async function readRun(work: Work, id: string): Promise<SmsRun> {
  return toRun(work, await requireRun(work, id));
}

/** Stops a run and takes back what of it waits; throws `not-found`. */
export async function stopRun(work: Work, given: string): Promise<SmsRun> {
  const { id } = await requireRun(work, given);
  const { tx, now } = work;
  if (await takeMessageRun(tx, id)) {
    await noteMessageRun(tx, id, {
      ...{ endedAt: new Date(now), isStopped: true },
      ...{ recipients: [], text: null },
    });
  }
  await cancelRun(tx, id, now);
  return readRun(work, id);
}

async function requireRun({ tx }: Work, given: string): Promise<RunSummary> {
  const id = given.toLowerCase();
  const run = isUuid(id) ? await findMessageRun(tx, id) : undefined;
  if (!run) throw new ProblemError('not-found');
  return run;
}

function toRun({ account }: Pick<Work, 'account'>, run: RunSummary): SmsRun {
  const at = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const { id, total, done, made, leftOut: left, type, startedAt, startedBy, endedAt } = run;
  return {
    ...{ id, total, done, made, left, type, startedBy },
    state: run.isStopped ? 'stopped' : endedAt ? 'done' : 'working',
    startedAt: at(startedAt),
    endedAt: endedAt && at(endedAt),
  };
}

/**
 * Works on through a run, or through any that is under way and no other process has: makes the messages of the next recipients.
 * Returns whether there is more to do.
 */
export async function runOn(
  tx: AccountTransaction,
  planning: Planning,
  runId?: string,
): Promise<boolean> {
  const run = await takeMessageRun(tx, runId);
  if (!run) return false;
  const ids = run.recipients.slice(run.done, run.done + runBatch);
  const found = await findAddressees(tx, { kind: run.audience, ids });
  const known = await mobilesOfRun(
    tx,
    run.id,
    found.flatMap((one) => (typeof one === 'string' ? [] : [one.mobile])),
  );
  const { messages, left } = written(planning, found, sentOf(run), known);
  await enqueue(
    tx,
    messages.map(({ message }) => ({ ...message, runId: run.id })),
    planning.now,
  );
  const done = run.done + ids.length;
  const isDone = done >= run.total;
  await noteMessageRun(tx, run.id, {
    done,
    made: run.made + messages.length,
    leftOut: sumOf(run.leftOut, left),
    // Who it was for is in the messages; here nobody needs it any more (N-02).
    ...(isDone && { endedAt: new Date(planning.now), recipients: [], text: null }),
  });
  return !isDone;
}

const sentOf = ({ type, clinicId, text, sendAt, expiresAt }: MessageRun): Sent => ({
  type,
  ...(clinicId !== null && { clinic: clinicId }),
  ...(text !== null && { text }),
  ...(sendAt !== null && { sendsAt: sendAt.toISOString() }),
  ...(expiresAt !== null && { expiresAt: expiresAt.toISOString() }),
});

/** A message of a run, and who gets it. */
export interface Written {
  addressee: Addressee;
  message: ReturnType<typeof writeMessage>;
}

/** Writes to each of some recipients, each mobile once; those in `known` have theirs. Throws `invalid` for what nobody could get. */
export function written(
  planning: Planning,
  found: readonly Found[],
  sent: Sent,
  known: Set<string>,
): { messages: Written[]; left: SmsLeftOut } {
  const messages: Written[] = [];
  const left = { ...nobodyLeftOut };
  for (const addressee of found) {
    if (typeof addressee === 'string') left[addressee] += 1;
    else if (known.has(addressee.mobile)) left.same += 1;
    else {
      const message = inTime(() => writeMessage(planning, addressee, sent));
      if (message) {
        known.add(addressee.mobile);
        messages.push({ addressee, message });
      } else left.past += 1;
    }
  }
  return { messages, left };
}

/** Undefined where an appointment is past, or begins before its message may leave: what is wrong for everybody was looked at before. */
function inTime<Message>(write: () => Message): Message | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

export function sumOf(one: SmsLeftOut, other: SmsLeftOut): SmsLeftOut {
  const sums = { ...one };
  for (const [reason, count] of Object.entries(other)) sums[reason as keyof SmsLeftOut] += count;
  return sums;
}

/** Works through the runs of one account, batch after batch; whoever is killed is followed by the next. */
export async function workThroughRuns(
  db: Database,
  accountId: string,
  clock: () => number,
  page: string | undefined,
): Promise<void> {
  const load = createCatalogueLoader();
  let isMore = true;
  while (isMore) {
    isMore = await inAccount(db, accountId, async (tx) => {
      const account = await findAccount(tx);
      if (!account) return false;
      const { rows, reminders: policy = noReminders } = await load(tx, account);
      const isOpen = await runOn(tx, { account, rows, policy, page, now: clock() });
      // Another run may wait behind one that is through.
      return isOpen || (await hasMore(tx));
    });
  }
}

const hasMore = async (tx: AccountTransaction) => (await takeMessageRun(tx)) !== undefined;

/** The same for all accounts. */
export async function workThroughAllRuns(
  db: Database,
  clock: () => number,
  pageOf: ((accountId: string) => string) | undefined,
): Promise<void> {
  for (const accountId of await accountsWithRuns(db)) {
    await workThroughRuns(db, accountId, clock, pageOf?.(accountId));
  }
}
