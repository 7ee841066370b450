import { toClockTime } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { createCalendar } from '../core/day.js';
import { hasContact } from '../core/settings.js';
import { hasRoom, workedMinutes } from '../core/share-of-day.js';
import { lockName } from '../store/reservations.js';
import type { Reservation } from '../store/reservations.js';
import { countUnprovenMinutes } from '../store/taken-minutes.js';
import { lockOffer } from '../store/timebook.js';

/**
 * Whether bookings that nobody had to prove have taken so much of a clinician's day, a network's within 24 hours or all within one,
 * that the next needs a code, though the account asks for none: one caller could empty the day otherwise (N-05). Patients lose
 * nothing but the shortcut.
 * Throws `rate-limited` where the form has no address for a code.
 */
export async function isShareUsed(
  { services, isExempt }: Caller,
  { tx, account, now }: Work,
  { clinicianId, startsAt, endsAt, addressHash: network }: Reservation,
): Promise<boolean> {
  if (isExempt) return false;
  const { date } = toClockTime(startsAt.getTime(), account.timeZone);
  const { midnight: start, end } = createCalendar(account.timeZone)(date);
  // Two bookings of one day at the same moment have to count each other.
  await lockName(tx, 'share of day', clinicianId, String(start));
  const dayTaken = { clinicianId, day: { start, end }, addressHash: network ?? '' };
  const taken = await countUnprovenMinutes(tx, dayTaken, new Date(now));
  const { workingTime } = await lockOffer(tx, clinicianId, date);
  const worked = workedMinutes(workingTime, clinicianId, date);
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (hasRoom(taken, minutes, worked, services.limits.shareOfDay)) return false;
  if (!hasContact(account.settings)) throw new ProblemError('rate-limited', { retryAfter: 3600 });
  return true;
}
