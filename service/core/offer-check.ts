import { millisecondsInMinute } from 'date-fns/constants';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { AvailabilityRows, FreeSlot, SlotFilters } from './model.js';
import { createOffering } from './offering.js';
import { resourcesAt } from './resources.js';

/** One time that somebody asks for; `start` in epoch milliseconds. */
export type RequestedSlot = Pick<FreeSlot, 'start' | 'clinician' | 'treatment'> & {
  clinic?: string | undefined;
};

/** A time that is offered, taken or not. */
export interface OfferedSlot {
  slot: FreeSlot;
  /** Id of the preblock that backs it: the one to lock while the time is taken. */
  placement: string;
  /** The resources of which one has to be free, in the account's order; null: it needs none. */
  resources: string[] | null;
}

/**
 * Whether exactly this time is offered at `now` (epoch milliseconds), whatever is taken: that, the database decides.
 * `rows` need the clinician's working time and preblocks of that date only. Where several preblocks offer it, the one that
 * begins first backs it, then the smaller id.
 */
export function checkOffer(
  rows: AvailabilityRows,
  request: RequestedSlot,
  filters: Pick<SlotFilters, 'group' | 'newPatient' | 'rebooking' | 'own'>,
  now: number,
): OfferedSlot | undefined {
  const { start, clinician: id, treatment } = request;
  const { date } = toClockTime(start, rows.account.timeZone);
  const wanted = { ...filters, clinic: request.clinic, clinician: id, treatment };
  const offering = createOffering(rows, wanted, now);
  const [clinician] = offering.clinicians;
  if (!clinician || !offering.isOpenOn(date) || start <= offering.startsAfter(clinician)) {
    return undefined;
  }

  const isOfDay = (row: { clinician: string; date: string }) =>
    row.clinician === id && row.date === date;
  const placements = rows.placements
    .filter((placement) => isOfDay(placement) && offering.hasClinic(placement.clinic))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  const workingTime = rows.workingTime.filter(isOfDay);

  for (const piece of offering.pieces(clinician, date, { workingTime, placements })) {
    const { clinic } = piece.placement;
    for (const template of offering.templates(clinician, clinic)) {
      if (!offering.isBookable(template, piece)) continue;
      const { minutes, resource } = template;
      const { anchor, step } = offering.grid(template, piece);
      const fits = start >= piece.start && start + minutes * millisecondsInMinute <= piece.end;
      if (!fits || (start - anchor) % step !== 0 || offering.isPresent(id, start)) continue;
      const resources = resource === null ? null : resourcesAt(rows, clinic, resource);
      if (resources?.length === 0) continue;
      return {
        slot: { start, minutes, clinic, clinician: id, treatment },
        placement: piece.placement.id,
        resources,
      };
    }
  }
  return undefined;
}
