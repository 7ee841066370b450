import type { Hold } from '../../src/contract/index.js';
import { noTreatment } from '../../src/contract/index.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { isForNewPatients } from '../availability/slot.js';
import { isOutage } from '../context/admission.js';
import { hour, networkBudgets } from '../context/budgets.js';
import type { Budget } from '../context/budgets.js';
import { workOn } from '../context/caller.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { Work } from '../context/work.js';
import { createCalendar } from '../core/day.js';
import type { Day } from '../core/day.js';
import type { FreeSlot } from '../core/model.js';
import { checkOffer } from '../core/offer-check.js';
import { hasRoom, workedMinutes } from '../core/share-of-day.js';
import { gatheringPerAccount } from '../messages/gathering.js';
import { lockOf } from '../store/database.js';
import {
  countLiveHoldsOf,
  countTogether,
  findHeldTimes,
  findHeldTokens,
  giveBackTogether,
  insertHoldsUnlessTaken,
  takeLocks,
} from '../store/holds-together.js';
import type { HeldTime, Uses } from '../store/holds-together.js';
import type { NewReservation } from '../store/reservations.js';
import { lockOffers } from '../store/timebook.js';
import { endOfHold, toHold } from './hold.js';
import { lockOfHold } from './hold-names.js';
import type { HoldPlan } from './hold-names.js';

// Most holds are placed by strangers for a time that is free, and at a busy moment many come while one is written. Those of an account
// are then placed by one transaction, in the order in which they came. It does what `placeHold` does for each of them, and answers none
// but those that it has placed: whoever is refused anything, or needs more than a look, is done by itself (decision 21).

/** A request that names all that it wants, by somebody without a session. */
interface Wanted {
  caller: Caller;
  plan: HoldPlan;
  clinician: string;
  treatment: string;
  /** What its network spends; none for this machine itself. */
  budgets: readonly Budget[];
}

/** The same with the time that it may have, and what is worked on that day, minutes. */
interface Offered {
  wanted: Wanted;
  slot: FreeSlot;
  day: Day;
  worked: number;
}

type Placed = ReadonlyMap<Wanted, Hold>;

const gatheringOf = gatheringPerAccount(placeAll);

/**
 * Places a hold together with those that come at the same time; undefined where it has to be placed by itself. Throws `busy`, or
 * an `OutageError`, where none can be.
 */
export async function holdTogether(caller: Caller, plan: HoldPlan): Promise<Hold | undefined> {
  const { services, accountId, signal, isExempt } = caller;
  const { clinician, treatment, appointment, recall } = plan.body;
  if (clinician === undefined || treatment === undefined) return undefined;
  if (caller.bearer !== undefined || appointment !== undefined || recall !== undefined) {
    return undefined;
  }
  const { holdsPerAddressAnHour } = services.limits;
  const budgets = isExempt ? [] : await networkBudgets(caller, 'holds', holdsPerAddressAnHour);
  const wanted = { caller, plan, clinician, treatment, budgets };
  return services.together.run({ account: accountId, signal }, async () => {
    const placed = await gatheringOf(services, accountId).add(wanted);
    return placed.get(wanted);
  });
}

async function placeAll(
  services: Services,
  accountId: string,
  all: readonly Wanted[],
): Promise<Placed> {
  const waiting = firstOfEach(
    all.filter(({ caller }) => !caller.signal?.aborted),
    ({ plan }) => plan.names.tokenHash,
  );
  if (waiting.length === 0) return new Map();
  const now = Math.max(...waiting.map(({ caller }) => caller.now));
  // In one order, so that two processes do not wait for each other.
  const locks = waiting.map(({ plan }) => lockOf(lockOfHold(plan.names))).sort();
  try {
    return await services.admission.run({ account: accountId }, () =>
      workOn(services, { accountId, now, locks }, (work) => place(services, work, waiting)),
    );
  } catch (error) {
    if (error instanceof ProblemError || isOutage(error)) throw error;
    // What one of them ran into must not fail the others.
    return new Map();
  }
}

/** Places what can be placed. Its locks are taken in the order in which `placeHold` takes them. */
async function place(services: Services, work: Work, waiting: readonly Wanted[]): Promise<Placed> {
  const { tx, account, now } = work;
  if (account.status !== 'open') return new Map();
  const offered = await findOffered(work, waiting);
  if (offered.length === 0) return new Map();
  const withinBudgets = await spendTogether(work, offered);
  const fitting = await dropOverLimits(services, work, withinBudgets);
  const rows = fitting.map((one) => ({ one, row: toRow(one, work) }));
  const stored = await insertHoldsUnlessTaken(
    tx,
    rows.map(({ row }) => row),
  );
  const placed = new Map<Wanted, Hold>();
  for (const { one, row } of rows) {
    const { wanted } = one;
    if (stored.has(row.id)) placed.set(wanted, toHold(row, wanted.plan.names.token, work));
  }
  const failed = offered.filter(({ wanted }) => !placed.has(wanted));
  await giveBackTogether(tx, usesOf(failed), hour, now);
  return placed;
}

/** Those whose time is offered, locked with what it is offered by. Nobody else here has asked for it before, nor the caller already. */
async function findOffered(work: Work, waiting: readonly Wanted[]): Promise<Offered[]> {
  const { tx, account, now } = work;
  const { catalogue } = await work.catalogue();
  const calendar = createCalendar(account.timeZone);
  const dayOf = ({ plan }: Wanted) => calendar(toClockTime(plan.start, account.timeZone).date);
  const days = firstOfEach(
    waiting.map((wanted) => ({ clinician: wanted.clinician, date: dayOf(wanted).date })),
    ({ clinician, date }) => `${clinician} ${date}`,
  );
  const [held, offers] = await Promise.all([
    findHeldTokens(
      tx,
      waiting.map(({ plan }) => plan.names.tokenHash),
    ),
    lockOffers(tx, days),
  ]);
  const rows = { ...catalogue, ...offers, busy: [], resourceBusy: [] };
  const newPatient = isForNewPatients(account, undefined);
  const offered: Offered[] = [];
  for (const wanted of waiting) {
    const { clinician, treatment, plan } = wanted;
    if (held.has(plan.names.tokenHash)) continue;
    const { clinic, group } = plan.body;
    const request = { start: plan.start, clinic, clinician, treatment };
    const offer = checkOffer(rows, request, { group, newPatient }, now);
    // Which of several resources is free is tried out one by one.
    if (!offer || offer.resources !== null) continue;
    const { slot } = offer;
    if (offered.some((other) => isOverlapping(other.slot, slot))) continue;
    const day = dayOf(wanted);
    const worked = workedMinutes(offers.workingTime, clinician, day.date);
    offered.push({ wanted, slot, day, worked });
  }
  return offered;
}

const endOf = ({ start, minutes }: FreeSlot) => start + minutes * 60_000;

const isOverlapping = (one: FreeSlot, other: FreeSlot) =>
  one.clinician === other.clinician && one.start < endOf(other) && other.start < endOf(one);

/** Uses of each subject, networks before those around them, each in one order: whoever counts one by one does so too. */
function usesOf(offered: readonly Offered[]): Uses[] {
  const levels: Map<string, number>[] = [];
  for (const { wanted } of offered) {
    for (const [level, { subject }] of wanted.budgets.entries()) {
      const uses = (levels[level] ??= new Map<string, number>());
      uses.set(subject, (uses.get(subject) ?? 0) + 1);
    }
  }
  return levels.flatMap((level) =>
    [...level].sort(([a], [b]) => (a < b ? -1 : 1)).map(([subject, uses]) => ({ subject, uses })),
  );
}

/** Counts all against the budgets of their networks; those of a network that passes its own are left out. */
async function spendTogether(
  { tx, account, now }: Work,
  offered: readonly Offered[],
): Promise<Offered[]> {
  const counted = await countTogether(tx, account.id, usesOf(offered), hour, now);
  return offered.filter(({ wanted }) =>
    wanted.budgets.every(({ subject, max }) => counted.get(subject)! <= max),
  );
}

/** Leaves out who has too many holds (P-24), and whose clinician's day has no room left for strangers (N-05). */
async function dropOverLimits(
  { limits }: Services,
  { tx, now }: Work,
  offered: readonly Offered[],
): Promise<Offered[]> {
  const limited = offered.filter(({ wanted }) => !wanted.caller.isExempt);
  if (limited.length === 0) return [...offered];
  const at = new Date(now);
  const addresses = new Set(limited.map(addressOf));
  const live = await countLiveHoldsOf(tx, [...addresses], at);
  const days = firstOfEach(
    limited.map(({ slot, day }) => ({
      clinician: slot.clinician,
      start: day.midnight,
      end: day.end,
    })),
    ({ clinician, start }) => `${clinician} ${start}`,
  );
  const shares = days.map((day) => lockOf(['share of day', day.clinician, String(day.start)]));
  await takeLocks(tx, shares.sort());
  const held = await findHeldTimes(tx, days, at);
  return offered.filter(({ wanted, slot, day, worked }) => {
    const addressHash = addressOf({ wanted });
    const count = live.get(addressHash) ?? 0;
    if (!wanted.caller.isExempt) {
      const taken = takenMinutes(held, slot.clinician, day, addressHash);
      if (count >= limits.liveHoldsPerAddress) return false;
      if (!hasRoom(taken, slot.minutes, worked, limits.shareOfDay)) return false;
    }
    // Those after it count it.
    live.set(addressHash, count + 1);
    held.push({
      clinicianId: slot.clinician,
      startsAt: new Date(slot.start),
      endsAt: new Date(endOf(slot)),
      addressHash,
    });
    return true;
  });
}

const addressOf = ({ wanted }: Pick<Offered, 'wanted'>) => wanted.plan.names.addressHash;

function takenMinutes(
  held: readonly HeldTime[],
  clinician: string,
  { midnight, end }: Day,
  addressHash: string,
) {
  const ofDay = held.filter(
    ({ clinicianId, startsAt, endsAt }) =>
      clinicianId === clinician && +startsAt < end && +endsAt > midnight,
  );
  const minutesOf = (times: readonly HeldTime[]) =>
    times.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0);
  return {
    all: minutesOf(ofDay),
    ofNetwork: minutesOf(ofDay.filter((time) => time.addressHash === addressHash)),
  };
}

function toRow({ wanted, slot }: Offered, { account, now }: Work): Required<NewReservation> {
  const { id, tokenHash, requestHash, addressHash } = wanted.plan.names;
  return {
    accountId: account.id,
    id,
    clinicianId: slot.clinician,
    clinicId: slot.clinic,
    templateId: slot.treatment === noTreatment ? null : slot.treatment,
    resourceId: null,
    partyId: id,
    startsAt: new Date(slot.start),
    endsAt: new Date(endOf(slot)),
    status: 'held',
    tokenHash,
    requestHash,
    expiresAt: endOfHold(now, slot.start),
    extensions: 0,
    addressHash,
    recallId: null,
    anonymous: true,
    createdAt: new Date(now),
    cancelledAt: null,
  };
}

/** The first of each name. */
function firstOfEach<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>();
  for (const item of items) {
    const name = nameOf(item);
    if (!first.has(name)) first.set(name, item);
  }
  return [...first.values()];
}
