import type { Work } from '../context/work.js';
import type { NewMessage } from '../messages/outbox.js';
import { enqueue } from '../messages/outbox.js';
import { noReminders } from '../core/reminder-policy.js';
import { findAccount } from '../store/accounts.js';
import type { BookedTime } from '../store/bookings.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import type { AccountTransaction, Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import type { PlannedRow } from '../store/planned.js';
import { findPlanned, findSmsChoices, takeBackPlanned, withRecords } from '../store/planned.js';
import {
  accountsToReplan,
  appointmentsOfNumber,
  appointmentsOfPatient,
  nextAppointments,
  noteRun,
  takeRun,
} from '../store/reminder-runs.js';
import { isToBeMade } from './plan.js';
import type { Planning } from './planned-messages.js';
import { plannedMessages } from './planned-messages.js';

/** How many appointments one transaction looks at, so that nobody waits for it noticeably. */
export const replanBatch = 300;

/** So many of them are planned while the database writes the ones before. */
const plannedAtOnce = 100;

/**
 * Works on through the appointments ahead by the policy in force (M-10): makes what it has for them, moves what waits, and takes back
 * what it has no more. What was sent, and what staff have written, set or taken back, stays. Returns whether there is more to do.
 */
export async function replanSome(tx: AccountTransaction, planning: Planning): Promise<boolean> {
  const run = await takeRun(tx);
  if (!run) return false;
  const at = new Date(planning.now);
  const times = await nextAppointments(tx, run, at, replanBatch);
  const looked = await lookedUp(tx, times);
  let writing = Promise.resolve();
  for (let from = 0; from < looked.length; from += plannedAtOnce) {
    const { made, unwanted } = differencesOf(planning, looked.slice(from, from + plannedAtOnce));
    await writing;
    writing = write(tx, made, unwanted, planning.now);
    // Awaited below; until then it may fail at any moment.
    writing.catch(() => undefined);
    await turn();
  }
  await writing;
  const last = times.at(-1);
  const isDone = times.length < replanBatch;
  await noteRun(tx, {
    done: run.done + times.length,
    ...(last && { afterStart: last.reservation.startsAt, afterId: last.reservation.id }),
    endedAt: isDone ? at : null,
  });
  return !isDone;
}

/** Plans the appointments ahead of one patient anew, who has said something else about SMS. */
export async function replanPatient(work: Work, patientId: string): Promise<void> {
  const { tx, account, now, page } = work;
  const { rows, reminders: policy = noReminders } = await work.catalogue();
  const times = await appointmentsOfPatient(tx, patientId, new Date(now));
  const planning = { account, rows, policy, page, now };
  const { made, unwanted } = differencesOf(planning, await lookedUp(tx, times));
  await takeBackPlanned(
    tx,
    unwanted.map(({ id }) => id),
  );
  await enqueue(tx, made, now);
}

/**
 * Makes again what a number had taken back, for the appointments ahead that use it (M-15): what would have left by now stays undone, since
 * whoever says START asks for what comes.
 */
export async function replanNumber(work: Work, mobile: string): Promise<void> {
  const { tx, account, now, page } = work;
  const { rows, reminders: policy = noReminders } = await work.catalogue();
  const times = await appointmentsOfNumber(tx, mobile, new Date(now));
  const planning = { account, rows, policy, page, now, isLateLeftOut: true };
  const { made } = differencesOf(planning, await lookedUp(tx, times));
  await enqueue(tx, made, now);
}

async function write(
  tx: AccountTransaction,
  made: readonly NewMessage[],
  unwanted: readonly PlannedRow[],
  now: number,
): Promise<void> {
  await takeBackPlanned(
    tx,
    unwanted.map(({ id }) => id),
  );
  await enqueue(tx, made, now);
}

/** The next turn of the event loop: what was asked of the database is on its way then. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** What a policy makes of some appointments, against what waits for them. */
function differencesOf(
  planning: Planning,
  looked: readonly LookedUp[],
): { made: NewMessage[]; unwanted: PlannedRow[] } {
  const made: NewMessage[] = [];
  const unwanted: PlannedRow[] = [];
  for (const { time, choice, former } of looked) {
    const planned = plannedMessages(planning, time, choice);
    const wanted = typeof planned === 'string' ? [] : planned;
    made.push(...wanted.filter((message) => isToBeMade(message, former)));
    unwanted.push(...former.filter((row) => isUnwanted(row, wanted)));
  }
  return { made, unwanted };
}

/** Waits, was never tried, and the policy does not have it. */
function isUnwanted(row: PlannedRow, wanted: readonly { kind: string }[]): boolean {
  return (
    row.status === 'V' &&
    row.tries === 0 &&
    !row.isByHand &&
    !wanted.some(({ kind }) => kind === row.kind)
  );
}

/** An appointment with all that a plan asks about it. */
export interface LookedUp {
  time: BookedTime;
  choice: { wish: boolean | null; isRefused: boolean };
  former: PlannedRow[];
}

/** Looks up some appointments, with one statement for each thing to know. */
export async function lookedUp(
  tx: AccountTransaction,
  times: readonly BookedTime[],
): Promise<LookedUp[]> {
  if (times.length === 0) return [];
  const addressed = await withRecords(tx, times);
  const choices = await findSmsChoices(
    tx,
    addressed.map(({ booking: { id, patientId, mobile } }) => ({ id, patientId, mobile })),
  );
  const former = new Map<string, PlannedRow[]>();
  for (const row of await findPlanned(tx, [...choices.keys()])) {
    const rows = former.get(row.bookingId!);
    if (rows) rows.push(row);
    else former.set(row.bookingId!, [row]);
  }
  return addressed.map((time) => ({
    time,
    choice: choices.get(time.booking.id)!,
    former: former.get(time.booking.id) ?? [],
  }));
}

/** Works through all accounts whose policy has changed, one batch after the other; whoever is killed is followed by the next. */
export async function replanAccounts(
  db: Database,
  clock: () => number,
  pageOf: ((accountId: string) => string) | undefined,
): Promise<void> {
  for (const accountId of await accountsToReplan(db)) {
    const load = createCatalogueLoader();
    let isMore = true;
    while (isMore) {
      isMore = await inAccount(db, accountId, async (tx) => {
        const account = await findAccount(tx);
        if (!account) return false;
        const { rows, reminders: policy = noReminders } = await load(tx, account);
        return replanSome(tx, { account, rows, policy, page: pageOf?.(accountId), now: clock() });
      });
    }
  }
}
