import type { HoldRequest, Slot } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { findSessionTimes } from '../availability/session-times.js';
import { isForNewPatients, toSlot } from '../availability/slot.js';
import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';
import { pickAlternatives } from '../core/alternatives.js';
import type { LostSlot } from '../core/alternatives.js';
import { createCalendar } from '../core/day.js';
import type { FreeSlot, SlotFilters, TimebookRows } from '../core/model.js';
import { createSlotSource, slotsOn } from '../core/slots.js';
import { findSession } from '../session/session.js';
import { hasShareLeft } from '../store/hold-time.js';
import { findParty } from '../store/reservations.js';
import { cliniciansOf, loadTimebook } from '../store/timebook.js';
import { createPace } from '../timebook/turns.js';

/** Days around the lost time in which alternatives are looked for; wider only where the narrower have too few. */
const daysAround = [3, 14, 42];

/** A request for a hold that found its time taken. */
interface LostHold {
  body: HoldRequest;
  /** Epoch milliseconds. */
  start: number;
  tokenHash: string;
}

/** Up to six free times near a lost one, under the same request but for the clinician (P-23). */
export async function findAlternatives(
  caller: Caller,
  work: Work,
  { body, start, tokenHash }: LostHold,
): Promise<Slot[]> {
  const { tx, account, now, catalogue } = work;
  const { timeZone } = account;
  const open = await findSession(caller, work);
  const { catalogue: rules } = await catalogue();
  const today = toClockTime(now, timeZone).date;
  const lostDate = toClockTime(start, timeZone).date;
  const date = lostDate > today ? lostDate : today;
  const sessionTimes = await findSessionTimes(work, open, body);
  const filters: SlotFilters = {
    clinic: body.clinic,
    group: body.group,
    treatment: sessionTimes ? undefined : body.treatment,
    newPatient: isForNewPatients(account, open),
    party: sessionTimes?.party ?? (await findParty(tx, tokenHash, new Date(now))),
    own: sessionTimes?.request,
    rebooking: sessionTimes?.rebooking,
  };
  const lost = { start, clinician: body.clinician, clinic: body.clinic };
  const pace = createPace(caller.signal);
  let found: Slot[] = [];
  for (const days of daysAround) {
    const from = addDays(date, -days);
    const range = { from: from > today ? from : today, to: addDays(date, days + 1) };
    const clinicians = cliniciansOf(rules, filters);
    const rows = await loadTimebook(tx, timeZone, range, clinicians, now);
    const source = createSlotSource({ ...rules, ...rows }, filters, now);
    const all: FreeSlot[] = [];
    for (const day of source.dates(range)) {
      const pause = pace();
      if (pause) await pause;
      all.push(...slotsOn(source, day));
    }
    const slots = all.filter(
      // The same start with somebody else is an alternative only where the clinician was chosen.
      (slot) => slot.start !== start || slot.clinician !== body.clinician,
    );
    const isLimited = !caller.isExempt && !open;
    const offered = await pickHoldable(caller, work, slots, lost, rows, filters.party, isLimited);
    found = offered.map((slot) => toSlot(slot, timeZone));
    const ofClinician = found.filter(({ clinician }) => clinician === body.clinician);
    if (found.length >= 6 && (body.clinician === undefined || ofClinician.length > 0)) break;
  }
  return found;
}

/** The nearest times that the caller could hold: none on days whose share for anonymous holds is used up. */
async function pickHoldable(
  { services, addressHash }: Caller,
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
  const network = await addressHash();
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
      await hasShareLeft(tx, unknown, rows, day, { shareOfDay, addressHash: network, own, now }),
    );
  }
}
