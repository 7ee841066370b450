import type { Hold, HoldRequest } from '../../src/contract/index.js';
import { findSessionTimes } from '../availability/session-times.js';
import { isForNewPatients } from '../availability/slot.js';
import { hour, networkBudgets, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { holdMinutes } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseNewBookings, refuseWhenDown } from '../context/work.js';
import { findSession } from '../session/session.js';
import { releaseHoldsOf } from '../store/appointments.js';
import { holdTime } from '../store/hold-time.js';
import { countLiveHolds, findHeld, updateReservation } from '../store/reservations.js';
import { findAlternatives } from './alternatives.js';
import { endOfHold, toHold } from './hold.js';
import { holdTogether } from './hold-together.js';
import { lockOfHold, namesOf } from './hold-names.js';
import type { HoldPlan } from './hold-names.js';

/** Holds are placed at most this far from now, milliseconds; beyond it an instant is no date of any timebook. */
const farthest = 10 * 365 * 24 * hour;

/**
 * Holds a time while the patient fills in the form (P-23, P-24). The same token and request repeat the answer; the same token
 * with another request replaces the hold, or keeps it where the new time is taken. Throws `slot-taken` with alternatives.
 */
export async function placeHold(caller: Caller, body: HoldRequest): Promise<Hold> {
  const start = Date.parse(body.start);
  if (!(Math.abs(start - caller.now) < farthest)) {
    throw new ProblemError('slot-taken', { alternatives: [] });
  }
  const names = await namesOf(caller, body, start);
  const plan = { body, start, names };
  const held = await holdTogether(caller, plan);
  if (held) return held;
  try {
    return await caller.transaction((work) => place(caller, work, plan), {
      lock: lockOfHold(names),
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'slot-taken') throw error;
    // In a transaction of its own, since the failed one has rolled back.
    const alternatives = await caller.transaction((work) =>
      findAlternatives(caller, work, { body, start, tokenHash: names.tokenHash }),
    );
    throw new ProblemError('slot-taken', { alternatives });
  }
}

async function place(caller: Caller, work: Work, { body, start, names }: HoldPlan): Promise<Hold> {
  const { services, isExempt } = caller;
  const open = await findSession(caller, work);
  const { tx, account, now, catalogue } = work;
  const { token, ...row } = names;
  refuseWhenDown(account);
  const sessionTimes = await findSessionTimes(work, open, body, { lock: true });
  const known = await findHeld(tx, names.tokenHash);
  const isLive = known?.expiresAt !== undefined && known.expiresAt!.getTime() > now;
  if (known && isLive && known.requestHash === names.requestHash) {
    return toHold(known, token, work);
  }
  // Moving stays open while no new booking may begin (P-40).
  if (sessionTimes?.party === undefined) refuseNewBookings(account);

  const previous = isLive ? known : undefined;
  // Given up first, so that the new time may overlap the old one; a failure rolls this back too.
  if (known) await updateReservation(tx, known.id, { status: isLive ? 'released' : 'expired' });
  // A newer request for the same appointment wins, whichever window it comes from.
  if (sessionTimes?.party !== undefined) await releaseHoldsOf(tx, sessionTimes.party);
  if (!isExempt) await checkAddress(caller, work, names.addressHash, previous?.id);

  const { catalogue: rules } = await catalogue();
  const { clinic, group, clinician } = body;
  const treatment = sessionTimes ? undefined : body.treatment;
  const hold = await holdTime(
    tx,
    { start, treatment, clinic, group, clinician },
    {
      ...row,
      accountId: account.id,
      expiresAt: endOfHold(now, start),
      anonymous: open === undefined,
    },
    {
      catalogue: rules,
      now,
      newPatient: isForNewPatients(account, open),
      previous,
      sessionTimes,
      shareOfDay: isExempt || open ? undefined : services.limits.shareOfDay,
    },
  );
  if (!hold) throw new ProblemError('slot-taken');
  return toHold(hold, token, work);
}

/** Throws `rate-limited` for an address with too many holds; `exceptId` is the hold that the new one replaces. */
async function checkAddress(
  caller: Caller,
  work: Work,
  addressHash: string,
  exceptId: string | undefined,
): Promise<void> {
  const { limits } = caller.services;
  // Counting first makes calls of one address wait for each other, so that the number of live holds is exact.
  await spendBudgets(work, await networkBudgets(caller, 'holds', limits.holdsPerAddressAnHour));
  const live = await countLiveHolds(work.tx, addressHash, exceptId, new Date(work.now));
  if (live >= limits.liveHoldsPerAddress) {
    throw new ProblemError('rate-limited', { retryAfter: holdMinutes * 60 });
  }
}
