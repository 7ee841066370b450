import type { NewReservation } from '../../../service/store/reservations.js';

const eight = Date.parse('2026-11-23T08:00:00+01:00');

/** So many minutes after eight o'clock on the sample week's Monday. */
export const minutesAfterEight = (minutes: number): Date => new Date(eight + minutes * 60_000);

/** A booked time of Anne's, a party of its own. */
export function reservationRow(
  from: number,
  to: number,
  more: Partial<NewReservation> = {},
): NewReservation {
  const id = crypto.randomUUID();
  return {
    accountId: 'demo',
    id,
    partyId: id,
    clinicianId: 'anne',
    clinicId: 'west',
    startsAt: minutesAfterEight(from),
    endsAt: minutesAfterEight(to),
    status: 'booked',
    createdAt: minutesAfterEight(-600),
    ...more,
  };
}
