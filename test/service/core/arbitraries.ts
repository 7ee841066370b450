import * as fc from 'fast-check';
import type {
  AvailabilityRows,
  DateRange,
  FreeSlot,
  SlotFilters,
} from '../../../service/core/model.js';

/** One question to the service. */
export interface Question {
  rows: AvailabilityRows;
  range: DateRange;
  filters: SlotFilters;
  now: number;
}

// Three dates each: an ordinary weekend and its Monday, and the days around the changes of the clock.
const windows = [
  ['2026-11-27', '2026-11-28', '2026-11-29'],
  ['2026-11-30', '2026-12-01', '2026-12-02'],
  ['2026-03-28', '2026-03-29', '2026-03-30'],
  ['2026-10-24', '2026-10-25', '2026-10-26'],
  ['2027-03-27', '2027-03-28', '2027-03-29'],
] as const;

const zone = fc.constantFrom('Europe/Oslo', 'Europe/Helsinki', 'Europe/Stockholm');
const mostly = <T>(usual: T, rarely: fc.Arbitrary<T>, weight = 9) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rarely });

const clinicIds = ['north', 'south'] as const;
const clinicianIds = ['anna', 'bo', 'cai'] as const;
const templateIds = ['exam', 'acute', 'polish'] as const;
const definitionIds = ['web', 'wide', 'old'] as const;
const categories = ['a', 'b', 'c'] as const;
const parties = ['me', 'you'] as const;

/** Lists assigned to a company or the organisation. */
const assigned = fc.record({
  bookingList: mostly<string | null>(null, fc.constantFrom('t1', 't2')),
  preblockList: mostly<string | null>(null, fc.constantFrom('d1', 'd2')),
});

/** Clock times, many of them in the small hours where the clock is changed. */
const interval = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 287 })),
    // Not an integer range, of which fast-check prefers the ends: five minutes hold no time.
    fc.constantFrom(1, 8, 18, 24, 30, 48, 61, 80, 100),
    mostly(0, fc.integer({ min: 0, max: 4 }), 6),
  )
  .map(([from, length, odd]) => {
    const start = from * 5 + odd;
    return { from: start, to: Math.min(1440, start + length * 5) };
  })
  .filter(({ from, to }) => from < to);

const place = (dates: readonly string[]) =>
  fc.record({
    clinician: fc.constantFrom(...clinicianIds),
    clinic: mostly<string>('north', fc.constant('south'), 2),
    date: fc.constantFrom(...dates),
  });

const taken = (dates: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...dates),
      fc.integer({ min: -60, max: 1440 }),
      fc.integer({ min: 1, max: 90 }),
      fc.option(fc.constantFrom(...parties), { nil: undefined }),
    )
    .map(([date, from, minutes, party]) => {
      const start = Date.parse(`${date}T00:00:00Z`) + from * 60_000;
      return { start, end: start + minutes * 60_000, party };
    });

const catalogue = fc.record({
  account: fc.record({
    timeZone: zone,
    weekendBooking: mostly(true, fc.constant(false)),
    publishingNeedsRecallTime: mostly(false, fc.constant(true)),
    timebookGridMinutes: fc.constantFrom(5, 10, 12, 15, 30, 60),
  }),
  organisation: assigned,
  companies: fc.tuple(assigned, assigned).map(([one, two]) => [
    { id: 'firm1', ...one },
    { id: 'firm2', ...two },
  ]),
  clinics: fc.constant([
    { id: 'north', company: 'firm1', group: 'g' },
    { id: 'south', company: 'firm2', group: null },
  ]),
  clinicians: fc.tuple(
    ...clinicianIds.map((id) =>
      fc.record({
        id: fc.constant(id as string),
        published: mostly(true, fc.constant(false), 6),
        acceptsNewPatients: fc.boolean(),
        preblockExpiryHours: mostly<number | null>(null, fc.integer({ min: 0, max: 30 })),
        clinics: mostly<readonly string[]>(clinicIds, fc.subarray([...clinicIds]), 6),
        bookingList: mostly<string | null>(null, fc.constantFrom('t1', 't2')),
        preblockList: mostly<string | null>(null, fc.constantFrom('d1', 'd2')),
      }),
    ),
  ),
  templates: fc.tuple(
    ...templateIds.map((id) =>
      fc.record({
        id: fc.constant(id as string),
        minutes: fc.oneof(fc.constantFrom(20, 30, 40), fc.integer({ min: 1, max: 100 })),
        category: fc.constantFrom(...categories),
        resource: mostly<string | null>(null, fc.constantFrom('X', 'Y'), 2),
        useInBooking: mostly(true, fc.constant(false), 6),
        minutesBetweenOffers: fc.oneof(
          fc.constant(null),
          fc.constant(0),
          fc.integer({ min: 1, max: 60 }),
        ),
        leadDays: mostly<number | null>(null, fc.integer({ min: 0, max: 2 })),
        governedByNeed: mostly(false, fc.constant(true), 6),
        cliniciansWithoutNeed: mostly<string[]>([], fc.subarray([...clinicianIds]), 6),
      }),
    ),
  ),
  templateLists: fc
    .tuple(fc.shuffledSubarray([...templateIds]), fc.shuffledSubarray([...templateIds]))
    .map(([one, two]) => [
      { id: 't1', items: one },
      { id: 't2', items: two },
    ]),
  preblockLists: fc
    .tuple(fc.subarray([...definitionIds], { minLength: 1 }), fc.subarray([...definitionIds]))
    .map(([one, two]) => [
      { id: 'd1', items: one },
      { id: 'd2', items: two },
    ]),
  definitions: fc.tuple(
    ...definitionIds.map((id) =>
      fc.record({
        id: fc.constant(id as string),
        type: mostly('internet' as const, fc.constantFrom('standard' as const, 'patient' as const)),
        // The wide one lets in at least two of the three categories.
        mode:
          id === 'wide'
            ? fc.constant('deny' as const)
            : fc.constantFrom('allow' as const, 'deny' as const),
        categories: fc.subarray(
          [...categories],
          id === 'wide' ? { maxLength: 1 } : { minLength: 1 },
        ),
        allowAllRebookings: fc.boolean(),
        mayBypass: fc.boolean(),
        expiresDaysBefore: mostly<number | null>(null, fc.integer({ min: 0, max: 2 })),
      }),
    ),
  ),
  resources: fc.subarray(
    [
      { id: 'x1', clinic: 'north', kind: 'X' },
      { id: 'x2', clinic: 'north', kind: 'X' },
      { id: 'x3', clinic: 'south', kind: 'X' },
      { id: 'y1', clinic: 'north', kind: 'Y' },
    ],
    { minLength: 2 },
  ),
});

const timebook = (dates: readonly string[]) =>
  fc.record({
    workingTime: fc.array(
      fc
        .tuple(place(dates), interval, mostly(true, fc.constant(false)))
        .map(([where, when, recall]) => ({ ...where, ...when, recall })),
      { minLength: 4, maxLength: 10, size: 'max' },
    ),
    placements: fc
      .array(
        fc
          .tuple(
            place(dates),
            interval,
            mostly<string>('wide', fc.constantFrom(...definitionIds), 1),
          )
          .map(([where, when, definition]) => ({ ...where, ...when, definition })),
        { minLength: 4, maxLength: 10, size: 'max' },
      )
      .map((placements) => placements.map((one, index) => ({ ...one, id: `p${index}` }))),
    busy: fc.array(
      fc
        .tuple(taken(dates), fc.constantFrom(...clinicianIds))
        .map(([stretch, clinician]) => ({ ...stretch, clinician })),
      { maxLength: 8 },
    ),
    resourceBusy: fc.array(
      fc
        .tuple(taken(dates), fc.constantFrom('x1', 'x2', 'x3', 'y1'))
        .map(([stretch, resource]) => ({ ...stretch, resource })),
      { maxLength: 6 },
    ),
  });

/** Two of three preblocks begin about where working time of the same clinician does, so that most questions have an answer. */
function layOverWork(rows: AvailabilityRows): AvailabilityRows {
  const placements = rows.placements.map((placement, index) => {
    const work = rows.workingTime[index % rows.workingTime.length];
    if (!work || index % 3 === 2) return placement;
    const { clinician, clinic, date } = work;
    const length = placement.to - placement.from;
    const from = Math.min(Math.max(0, work.from - 60 + (placement.from % 120)), 1439);
    const to = Math.min(1440, from + length);
    return { ...placement, clinician, clinic, date, from, to };
  });
  return { ...rows, placements };
}

const rarely = <T>(values: fc.Arbitrary<T>) => mostly<T | undefined>(undefined, values, 9);

/** Questions about accounts of three clinicians, two clinics and three treatments, over three dates. */
export const question: fc.Arbitrary<Question> = fc.constantFrom(...windows).chain((dates) =>
  fc.record({
    rows: fc.tuple(catalogue, timebook(dates)).map(([a, b]) => layOverWork({ ...a, ...b })),
    range: mostly<DateRange>(
      { from: '2026-01-01', to: '2028-01-01' },
      fc.constant({ from: dates[1], to: dates[2] }),
    ),
    filters: fc.record({
      clinic: rarely(fc.constantFrom(...clinicIds)),
      group: rarely(fc.constant('g')),
      clinician: rarely(fc.constantFrom(...clinicianIds)),
      treatment: rarely(fc.constantFrom(...templateIds)),
      newPatient: rarely(fc.boolean()),
      rebooking: rarely(fc.boolean()),
      party: rarely(fc.constantFrom(...parties)),
    }),
    // From four days before to the second day, at any second.
    now: fc
      .tuple(mostly(-2, fc.constantFrom(-4, -1, 0, 1), 2), fc.integer({ min: 0, max: 86_399 }))
      .map(([days, second]) => days * 86_400 + second)
      .map((seconds) => Date.parse(`${dates[0]}T00:00:00Z`) + seconds * 1000),
  }),
);

/** Leaves of a slot what tells it from others. */
export const plain = ({ start, minutes, clinic, clinician, treatment }: FreeSlot): FreeSlot => ({
  start,
  minutes,
  clinic,
  clinician,
  treatment,
});
