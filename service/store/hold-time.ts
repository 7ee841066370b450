import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { HoldRequest } from '../../src/contract/index.js';
import { noTreatment } from '../../src/contract/index.js';
import { createCalendar } from '../core/day.js';
import type { Day } from '../core/day.js';
import { sortByLeastBooked } from '../core/least-booked.js';
import type { Catalogue, FreeSlot, OwnRequest, SlotFilters, TimebookRows } from '../core/model.js';
import { checkOffer, type RequestedSlot } from '../core/offer-check.js';
import { hasRoom, workedMinutes } from '../core/share-of-day.js';
import { createSlotSource, slotsOn } from '../core/slots.js';
import type { AccountTransaction } from './database.js';
import type { Reservation } from './reservations.js';
import { expireInTheWay, insertReservation, lockName } from './reservations.js';
import { countHeldMinutes } from './taken-minutes.js';
import { cliniciansOf, loadTimebook, lockOffer } from './timebook.js';

/** How many free slots of one start are tried before the time counts as taken. */
const maxTries = 12;

/** A patient's request for one time; what it leaves open is picked. */
export type TimeRequest = Pick<HoldRequest, 'treatment' | 'clinic' | 'group' | 'clinician'> & {
  start: number;
};

/** What the new hold is stored with. */
export interface HoldRow {
  accountId: string;
  id: string;
  tokenHash: string;
  requestHash: string;
  addressHash: string;
  expiresAt: Date;
  /** Made without a session. */
  anonymous: boolean;
}

/** What a patient on file holds a time for: an appointment to be moved, or a need. */
export interface SessionTimes {
  request: OwnRequest;
  /** An existing appointment moves. */
  rebooking: boolean;
  /** The appointment's own party, whose time counts as free; undefined: it is a new booking. */
  party: string | undefined;
  recallId: string | null;
}

export interface HoldSituation {
  catalogue: Catalogue;
  /** Epoch milliseconds. */
  now: number;
  /** Only clinicians who take new patients (P-42). */
  newPatient: boolean;
  /** The caller's live hold, given up in this transaction for the new one. */
  previous: Reservation | undefined;
  /** Undefined: it is for a treatment, as anybody may book. */
  sessionTimes: SessionTimes | undefined;
  /** Part of a clinician's working day that strangers may take; undefined: no limit. */
  shareOfDay: number | undefined;
}

/**
 * Takes a time for a patient (A-10, P-24): the least booked clinician first, each checked with what it is offered by
 * locked, and the constraint of the table deciding who is first. A day whose share for holds is
 * used up counts as taken: the patient picks another time, as after any race. Undefined when there is none; the caller
 * has to roll back then.
 */
export async function holdTime(
  tx: AccountTransaction,
  request: TimeRequest,
  row: HoldRow,
  situation: HoldSituation,
): Promise<Reservation | undefined> {
  const { catalogue, now } = situation;
  const { timeZone } = catalogue.account;
  const { date } = toClockTime(request.start, timeZone);
  const day = createCalendar(timeZone)(date);
  const onlySlot = onlySlotOf(request, situation);
  const { start, ...chosen } = request;
  const { group } = chosen;
  if (onlySlot) return take(tx, { ...onlySlot, group }, [], row, situation, day);

  const filters: SlotFilters = { ...chosen, at: start, ...filtersOf(situation) };
  const range = { from: date, to: addDays(date, 1) };
  const clinicians = cliniciansOf(catalogue, filters);
  const rows = await loadTimebook(tx, timeZone, range, clinicians, now);
  const free = slotsOn(createSlotSource({ ...catalogue, ...rows }, filters, now), date);
  const { midnight, end } = day;
  for (const slot of triesOf(sortByLeastBooked(free, rows.busy, { start: midnight, end }))) {
    const held = await take(tx, { ...slot, group }, rows.resourceBusy, row, situation, day);
    if (held) return held;
  }
  return undefined;
}

/** The one slot that a request leaves, where nothing is to be picked: clinician and treatment are named, and it needs no resource. */
function onlySlotOf(
  { start, clinic, clinician, treatment }: TimeRequest,
  { catalogue, sessionTimes }: HoldSituation,
): RequestedSlot | undefined {
  const template =
    sessionTimes?.request.template ?? catalogue.templates.find(({ id }) => id === treatment);
  if (clinician === undefined || template?.resource !== null) return undefined;
  return { start, clinic, clinician, treatment: template.id };
}

function filtersOf({ newPatient, previous, sessionTimes }: HoldSituation) {
  return {
    newPatient,
    party: sessionTimes?.party ?? previous?.partyId,
    own: sessionTimes?.request,
    rebooking: sessionTimes?.rebooking,
  };
}

/** The best first; of more than can be tried the others in any order, so that many who lose one race do not all meet in the next. */
function triesOf(slots: readonly FreeSlot[]): readonly FreeSlot[] {
  const [best, ...others] = slots;
  if (!best || slots.length <= maxTries) return slots;
  const scattered = others
    .map((slot) => ({ slot, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ slot }) => slot);
  return [best, ...scattered].slice(0, maxTries);
}

/** Who asks whether there is room. */
interface ShareOfDay {
  shareOfDay: number;
  addressHash: string;
  /** The caller's hold, which does not count. */
  own: string | undefined;
  now: number;
}

/**
 * Whether holds without a session, those that wait for a code among them, leave room for one more in a clinician's day
 * (N-05): they may take only a part of it, and each network half of that part, though one always fits. `rows` have that
 * day's working time.
 */
export async function hasShareLeft(
  tx: AccountTransaction,
  { clinician, minutes }: FreeSlot,
  { workingTime }: Pick<TimebookRows, 'workingTime'>,
  { date, midnight: start, end }: Day,
  { shareOfDay, addressHash, own, now }: ShareOfDay,
): Promise<boolean> {
  const day = { clinicianId: clinician, day: { start, end }, addressHash };
  const held = await countHeldMinutes(tx, day, own, new Date(now));
  return hasRoom(held, minutes, workedMinutes(workingTime, clinician, date), shareOfDay);
}

async function take(
  tx: AccountTransaction,
  { group, ...wanted }: RequestedSlot & { group: string | undefined },
  resourceBusy: TimebookRows['resourceBusy'],
  row: HoldRow,
  situation: HoldSituation,
  day: Day,
): Promise<Reservation | undefined> {
  const { catalogue, now, sessionTimes, shareOfDay, previous } = situation;
  // Two holds of one day at the same moment have to count each other.
  if (shareOfDay !== undefined) {
    await lockName(tx, 'share of day', wanted.clinician, String(day.midnight));
  }
  const locked = await lockOffer(tx, wanted.clinician, day.date);
  const rows = { ...catalogue, ...locked, busy: [], resourceBusy: [] };
  const { party, ...filters } = filtersOf(situation);
  const offer = checkOffer(rows, wanted, { ...filters, group }, now);
  if (!offer) return undefined;
  const { slot } = offer;
  if (shareOfDay !== undefined) {
    const asking = { shareOfDay, addressHash: row.addressHash, own: previous?.id, now };
    if (!(await hasShareLeft(tx, slot, locked, day, asking))) return undefined;
  }

  const startsAt = new Date(slot.start);
  const endsAt = new Date(slot.start + slot.minutes * 60_000);
  const { clinician: clinicianId, clinic: clinicId, treatment } = slot;
  const insertFirst = async () => {
    for (const resourceId of freeFirst(offer.resources, resourceBusy, slot, party)) {
      const held = await insertReservation(tx, {
        ...row,
        clinicianId,
        clinicId,
        templateId: treatment === noTreatment ? null : treatment,
        resourceId,
        partyId: sessionTimes?.party ?? row.id,
        recallId: sessionTimes?.recallId ?? null,
        startsAt,
        endsAt,
        status: 'held',
        createdAt: new Date(now),
      });
      if (held) return held;
    }
    return undefined;
  };
  const held = await insertFirst();
  if (held) return held;
  // Holds that have expired still stand in the way of the constraint.
  const way = { clinicianId, resourceIds: offer.resources ?? [], startsAt, endsAt };
  const expired = await expireInTheWay(tx, way, new Date(now));
  return expired > 0 ? insertFirst() : undefined;
}

/** Resources to try, those that looked free first; `[null]` where none is needed. */
function freeFirst(
  resources: string[] | null,
  taken: TimebookRows['resourceBusy'],
  { start, minutes }: FreeSlot,
  ownParty: string | undefined,
): (string | null)[] {
  if (resources === null) return [null];
  const end = start + minutes * 60_000;
  const isTaken = (id: string) =>
    taken.some(
      (row) => row.resource === id && row.party !== ownParty && row.start < end && row.end > start,
    );
  return [...resources].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
}
