import { toInstant } from '../../../src/domain/clock-time.js';
import { formatInstant } from '../../../src/domain/clock-time.js';
import { parseClock } from '../../../service/core/day.js';
import type {
  AvailabilityRows,
  ClinicianRules,
  DateRange,
  FreeSlot,
  PreblockDefinition,
  PreblockPlacement,
  SlotFilters,
  Template,
  WorkingInterval,
} from '../../../service/core/model.js';
import { DayTimes } from '../../../service/core/day-times.js';
import type { SlotSource } from '../../../service/core/slots.js';
import { freeSlots } from './free-slots.js';

/** A Monday in winter time, eight days before which `noon` lies. */
export const monday = '2026-11-30';

/** An instant of the clock in Oslo. */
export const oslo = (date: string, clock: string) =>
  toInstant(date, parseClock(clock), 'Europe/Oslo');

/** The moment at which most examples ask. */
export const noon = oslo('2026-11-22', '12:00');

export function template(part: Partial<Template> = {}): Template {
  return {
    id: 'exam',
    minutes: 30,
    category: 'us',
    resource: null,
    useInBooking: true,
    minutesBetweenOffers: null,
    leadDays: null,
    governedByNeed: false,
    cliniciansWithoutNeed: [],
    ...part,
  };
}

export function definition(part: Partial<PreblockDefinition> = {}): PreblockDefinition {
  return {
    id: 'etimer',
    type: 'internet',
    mode: 'allow',
    categories: ['us'],
    allowAllRebookings: false,
    mayBypass: true,
    expiresDaysBefore: null,
    ...part,
  };
}

export function clinician(part: Partial<ClinicianRules> = {}): ClinicianRules {
  return {
    id: 'lise',
    published: true,
    acceptsNewPatients: true,
    preblockExpiryHours: null,
    clinics: ['asker', 'hokksund'],
    bookingList: null,
    preblockList: null,
    ...part,
  };
}

export function work(
  from: string,
  to: string,
  part: Partial<WorkingInterval> = {},
): WorkingInterval {
  return {
    clinician: 'lise',
    clinic: 'asker',
    date: monday,
    from: parseClock(from),
    to: parseClock(to),
    recall: true,
    ...part,
  };
}

export function preblock(
  from: string,
  to: string,
  part: Partial<PreblockPlacement> = {},
): PreblockPlacement {
  return {
    id: `p-${from}`,
    definition: 'etimer',
    clinician: 'lise',
    clinic: 'asker',
    date: monday,
    from: parseClock(from),
    to: parseClock(to),
    ...part,
  };
}

export function busy(from: string, to: string, part: { clinician?: string; party?: string } = {}) {
  return { clinician: 'lise', start: oslo(monday, from), end: oslo(monday, to), ...part };
}

/** Lise works at Asker from 08 to 16 on Monday, with an Internet preblock from 08 to 10 for examinations of 30 minutes. */
export function rows(part: Partial<AvailabilityRows> = {}): AvailabilityRows {
  return {
    account: {
      timeZone: 'Europe/Oslo',
      weekendBooking: false,
      publishingNeedsRecallTime: false,
      timebookGridMinutes: 10,
    },
    organisation: { bookingList: null, preblockList: null },
    companies: [{ id: 'firma', bookingList: null, preblockList: null }],
    clinics: [
      { id: 'asker', company: 'firma', group: 'vest' },
      { id: 'hokksund', company: 'firma', group: null },
    ],
    clinicians: [clinician()],
    templates: [template()],
    templateLists: [],
    preblockLists: [],
    definitions: [definition()],
    resources: [],
    workingTime: [work('08:00', '16:00')],
    placements: [preblock('08:00', '10:00')],
    busy: [],
    resourceBusy: [],
    ...part,
  };
}

/** Local start times `HH:MM` of the free slots, by default of the week of `monday`. */
export function times(
  part: Partial<AvailabilityRows> = {},
  filters: SlotFilters = {},
  now = noon,
  range = { from: monday, to: '2026-12-07' },
): string[] {
  return slots(part, filters, now, range).map(clockOf);
}

export function slots(
  part: Partial<AvailabilityRows> = {},
  filters: SlotFilters = {},
  now = noon,
  range = { from: monday, to: '2026-12-07' },
): FreeSlot[] {
  return freeSlots(rows(part), range, filters, now);
}

/** The start of a slot by the clock in Oslo, `HH:MM`. */
export const clockOf = ({ start }: { start: number }) =>
  formatInstant(start, 'Europe/Oslo').slice(11, 16);

/** The free times of the dates of a range, by date. */
export function daysOf(source: SlotSource, range: DateRange): DayTimes[] {
  return source.dates(range).map((date) => new DayTimes(date, source.runsOn(date)));
}
