import type { Hono } from 'hono';
import type { Hold, HoldRequest, Slot } from '../../src/contract/index.js';
import { noTreatment, prefix, publicEndpoints } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { pickAlternatives } from '../core/alternatives.js';
import type { LostSlot } from '../core/alternatives.js';
import { createCalendar } from '../core/day.js';
import type { FreeSlot, SlotFilters, TimebookRows } from '../core/model.js';
import { freeSlots } from '../core/slots.js';
import { releaseHoldsOf } from '../store/appointments.js';
import { hasShareLeft, holdTime } from '../store/hold-time.js';
import { countInWindow } from '../store/limits.js';
import type { Reservation } from '../store/reservations.js';
import {
  countLiveHolds,
  findByToken,
  findParty,
  lockName,
  updateReservation,
} from '../store/reservations.js';
import { isToken, sha256 } from '../store/secrets.js';
import { cliniciansOf, loadTimebook } from '../store/timebook.js';
import type { Call, Work } from './call.js';
import { refuseNewBookings, refuseWhenDown } from './call.js';
import { holdMinutes, maxExtensions } from './limits.js';
import { findOwnTimes } from './own-times.js';
import { invalid, ProblemError } from './problem.js';
import { readText } from './request-body.js';
import { answer, isUuid, route } from './route.js';
import type { Services } from './services.js';
import { findSession } from './session.js';
import type { OpenSession } from './session.js';
import { isForNewPatients, toSlot } from './slots.js';

const hour = 3_600_000;
const holdMilliseconds = holdMinutes * 60_000;

type HoldCall = Call<HoldRequest, undefined>;

/** Keeping a time while the patient fills in the form (P-23, P-24). */
export function registerHolds(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.hold, async (call) => {
    const { body } = call;
    const start = Date.parse(body.start);
    if (!(Math.abs(start - call.now) < 10 * 365 * 24 * hour)) {
      throw new ProblemError('slot-taken', { alternatives: [] });
    }
    const names = await namesOf(call, start);
    try {
      return await call.transaction(async (work) => {
        const open = await findSession(call, work);
        const { hold, token } = await placeHold(call, work, names, start, open);
        return answer(201, toHold(hold, token, work));
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'slot-taken') throw error;
      const alternatives = await call.transaction((work) =>
        findAlternatives(call, work, names.tokenHash, start),
      );
      return new ProblemError('slot-taken', { alternatives });
    }
  });

  route(app, services, prefix.public, publicEndpoints.extendHold, (call) =>
    call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const token = call.header('Hold-Token') ?? '';
      const hold = await findOwnHold(work, call.id, token);
      const expiresAt = hold.expiresAt?.getTime() ?? 0;
      if (hold.status !== 'held' || expiresAt <= work.now) throw new ProblemError('hold-expired');
      if (hold.extensions >= maxExtensions) {
        throw new ProblemError('rate-limited', { retryAfter: (expiresAt - work.now) / 1000 });
      }
      const extended = await updateReservation(work.tx, hold.id, {
        extensions: hold.extensions + 1,
        expiresAt: endOfHold(work.now, hold.startsAt.getTime()),
      });
      return answer(200, toHold(extended, token, work));
    }),
  );

  const release = (call: Call<undefined, undefined>, token: string) =>
    call.transaction(async (work) => {
      const hold = await findOwnHold(work, call.id, token);
      // A hold that became a booking is no longer its to give back; all others are free already.
      if (hold.status === 'held') await updateReservation(work.tx, hold.id, { status: 'released' });
      return answer(204, null);
    });
  route(app, services, prefix.public, publicEndpoints.releaseHold, (call) =>
    release(call, call.header('Hold-Token') ?? ''),
  );
  route(app, services, prefix.public, publicEndpoints.releaseHoldByBeacon, async (call) =>
    release(call, (await readText(call.context.req.raw)).trim()),
  );
}

/** A time is kept for ten minutes, and never once it has begun (P-19). */
function endOfHold(now: number, start: number): Date {
  return new Date(Math.min(now + holdMilliseconds, start));
}

/** The hold that id and token prove together; throws `not-found` as if it did not exist. */
export async function findOwnHold({ tx }: Work, id: string, token: string): Promise<Reservation> {
  const hold = isUuid(id) && isToken(token) && (await findByToken(tx, await sha256(token), id));
  if (!hold) throw new ProblemError('not-found');
  return hold;
}

/** What the new hold will be known by. */
async function namesOf({ header, body, services, addressHash }: HoldCall, start: number) {
  const given = header('Hold-Token');
  if (given !== undefined && !isToken(given)) {
    throw invalid({ path: 'Hold-Token', code: 'format' });
  }
  const id = crypto.randomUUID();
  const token = given ?? (await services.hmac('hold-token', id));
  const { treatment, clinic, group, clinician, appointment, recall } = body;
  const request = [String(start), treatment, clinic, group, clinician, appointment, recall];
  return {
    id,
    token,
    tokenHash: await sha256(token),
    requestHash: await services.hmac('hold-request', ...request.map((part) => part ?? '')),
    addressHash: await addressHash(),
  };
}

type Names = Awaited<ReturnType<typeof namesOf>>;

async function placeHold(
  call: HoldCall,
  work: Work,
  names: Names,
  start: number,
  open: OpenSession | undefined,
): Promise<{ hold: Reservation; token: string }> {
  const { body, services, isExempt } = call;
  const { tx, account, now, catalogue } = work;
  const { token, ...row } = names;
  refuseWhenDown(account);
  const ownTimes = await findOwnTimes(work, open, body, { lock: true });
  await lockName(tx, 'hold', names.tokenHash);
  const known = await findByToken(tx, names.tokenHash);
  const isLive = known?.expiresAt !== undefined && known.expiresAt!.getTime() > now;
  if (known && isLive && known.requestHash === names.requestHash) return { hold: known, token };
  // Moving remains while no new booking may begin (P-40).
  if (ownTimes?.party === undefined) refuseNewBookings(account);

  const previous = isLive ? known : undefined;
  // Given up first, so that the new time may overlap the old one; a refusal rolls this back too.
  if (known) await updateReservation(tx, known.id, { status: isLive ? 'released' : 'expired' });
  // A newer request for the same appointment wins, whichever window it comes from.
  if (ownTimes?.party !== undefined) await releaseHoldsOf(tx, ownTimes.party);
  if (!isExempt) await checkAddress(services, work, names.addressHash, previous?.id);

  const { catalogue: rules } = await catalogue();
  const { clinic, group, clinician } = body;
  const treatment = ownTimes ? undefined : body.treatment;
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
      ownTimes,
      shareOfDay: isExempt || open ? undefined : services.limits.shareOfDay,
    },
  );
  if (!hold) throw new ProblemError('slot-taken');
  return { hold, token };
}

async function checkAddress(
  { limits }: Services,
  { tx, account, now }: Work,
  addressHash: string,
  exceptId: string | undefined,
): Promise<void> {
  // Counting first makes calls of one address wait for each other, so that the number of live holds is sure.
  const { count, endsAt } = await countInWindow(tx, account.id, `holds ${addressHash}`, hour, now);
  if (count > limits.holdsPerAddressAnHour) {
    throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
  }
  const live = await countLiveHolds(tx, addressHash, exceptId, new Date(now));
  if (live >= limits.liveHoldsPerAddress) {
    throw new ProblemError('rate-limited', { retryAfter: holdMinutes * 60 });
  }
}

function toHold(hold: Reservation, token: string, { account, now }: Work): Hold {
  const expiresAt = hold.expiresAt!.getTime();
  return {
    id: hold.id,
    token,
    slot: toSlot(
      {
        start: hold.startsAt.getTime(),
        minutes: (hold.endsAt.getTime() - hold.startsAt.getTime()) / 60_000,
        clinic: hold.clinicId,
        clinician: hold.clinicianId,
        treatment: hold.templateId ?? noTreatment,
      },
      account.timeZone,
    ),
    expiresAt: formatInstant(expiresAt, account.timeZone),
    expiresIn: Math.max(0, Math.floor((expiresAt - now) / 1000)),
    extensionsLeft: maxExtensions - hold.extensions,
  };
}

/** Days around a lost time in which others are looked for, nearest first. */
const nearness = [3, 14, 42];

/** Up to six free times near a lost one, under the same request but for the clinician (P-23). */
async function findAlternatives(
  call: HoldCall,
  work: Work,
  tokenHash: string,
  start: number,
): Promise<Slot[]> {
  const { body } = call;
  const { tx, account, now, catalogue } = work;
  const { timeZone } = account;
  const open = await findSession(call, work);
  const { catalogue: rules } = await catalogue();
  const today = toClockTime(now, timeZone).date;
  const lostDate = toClockTime(start, timeZone).date;
  const date = lostDate > today ? lostDate : today;
  const ownTimes = await findOwnTimes(work, open, body);
  const filters: SlotFilters = {
    clinic: body.clinic,
    group: body.group,
    treatment: ownTimes ? undefined : body.treatment,
    newPatient: isForNewPatients(account, open),
    party: ownTimes?.party ?? (await findParty(tx, tokenHash, new Date(now))),
    own: ownTimes?.request,
    rebooking: ownTimes?.rebooking,
  };
  const lost = { start, clinician: body.clinician, clinic: body.clinic };
  let found: Slot[] = [];
  for (const days of nearness) {
    const from = addDays(date, -days);
    const range = { from: from > today ? from : today, to: addDays(date, days + 1) };
    const clinicians = cliniciansOf(rules, filters);
    const rows = await loadTimebook(tx, timeZone, range, clinicians, now);
    const slots = freeSlots({ ...rules, ...rows }, range, filters, now).filter(
      // The same start with somebody else is an alternative only where the clinician was chosen.
      (slot) => slot.start !== start || slot.clinician !== body.clinician,
    );
    const isLimited = !call.isExempt && !open;
    const offered = await pickHoldable(call, work, slots, lost, rows, filters.party, isLimited);
    found = offered.map((slot) => toSlot(slot, timeZone));
    const ofClinician = found.filter(({ clinician }) => clinician === body.clinician);
    if (found.length >= 6 && (body.clinician === undefined || ofClinician.length > 0)) break;
  }
  return found;
}

/** The nearest times that the caller could hold: none on days of which anonymous holds take too much already. */
async function pickHoldable(
  { services }: HoldCall,
  { tx, account, now }: Work,
  slots: readonly FreeSlot[],
  lost: LostSlot,
  rows: TimebookRows,
  own: string | undefined,
  isLimited: boolean,
): Promise<FreeSlot[]> {
  const dayOf = createCalendar(account.timeZone);
  const dateOf = (slot: FreeSlot) => toClockTime(slot.start, account.timeZone).date;
  const nameOf = (slot: FreeSlot) => `${slot.clinician} ${dateOf(slot)}`;
  const { shareOfDay } = services.limits;
  const known = new Map<string, boolean>();
  for (;;) {
    const picked = pickAlternatives(
      slots.filter((slot) => known.get(nameOf(slot)) !== false),
      lost,
    );
    const unknown = isLimited ? picked.find((slot) => !known.has(nameOf(slot))) : undefined;
    if (!unknown) return picked;
    const day = dayOf(dateOf(unknown));
    known.set(
      nameOf(unknown),
      await hasShareLeft(tx, unknown, rows, day, { shareOfDay, own, now }),
    );
  }
}
