import * as z from 'zod/mini';
import { CivilDate, Id } from '../primitives.js';
import { ClockTime, Days, LongText, Name, Weekday } from './fields.js';

export const PreblockType = z.enum([
  'standard',
  'recall',
  'administration',
  'amount',
  'treatment',
  'patient',
  'internet',
]);
export type PreblockType = z.infer<typeof PreblockType>;

/** A preblock definition. */
export const PreblockInput = z.object({
  name: Name,
  /** A few words and a code for the staff: the timebook has both beside the name. */
  text: z.optional(LongText),
  code: z.optional(z.string().check(z.maxLength(32))),
  colour: z.optional(z.string().check(z.maxLength(32))),
  type: PreblockType,
  /** Whether `categories` are the ones let in or the ones kept out (A-15: allow by default). */
  mode: z.enum(['allow', 'deny']),
  categories: z.array(Id),
  mayBypass: z.boolean(),
  allowAllRebookings: z.boolean(),
  /** Days before its date on which it stops counting; null: never. */
  expiresDaysBefore: z.optional(z.nullable(Days)),
});
export type PreblockInput = z.infer<typeof PreblockInput>;

const interval = {
  clinician: Id,
  clinic: Id,
  date: CivilDate,
  from: ClockTime,
  to: ClockTime,
};

/** Of a row as it is answered: for `If-Match`, so that nobody changes what somebody else has changed meanwhile (C-03). */
export const rowVersion = { version: z.string() };

/** A dated interval, on the dates of a repeated week where `repeat` is given. */
const repeat = z.optional(
  z.object({
    weekdays: z.array(Weekday).check(z.minLength(1)),
    until: CivilDate,
    /** Every n weeks, counted from the week of `date`; absent: each. */
    every: z.optional(z.int().check(z.minimum(1), z.maximum(52))),
    /** Dates of the pattern that are left out. */
    except: z.optional(z.array(CivilDate).check(z.maxLength(366))),
    /** Leaves out the public holidays of the account's country. */
    exceptHolidays: z.optional(z.boolean()),
  }),
);

/** `POST …/working-time`: up to 1,000 intervals at once, civil time. */
export const WorkingTimeInput = z.object({
  intervals: z
    .array(z.object({ ...interval, recall: z.optional(z.boolean()), repeat }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export type WorkingTimeInput = z.infer<typeof WorkingTimeInput>;

export const WorkingTime = z.object({
  id: z.string(),
  series: z.nullable(z.string()),
  ...interval,
  recall: z.boolean(),
  ...rowVersion,
});
export type WorkingTime = z.infer<typeof WorkingTime>;

export const WorkingTimeList = z.object({ workingTime: z.array(WorkingTime) });
export type WorkingTimeList = z.infer<typeof WorkingTimeList>;

/**
 * `POST …/preblocks`: place a definition, singly or as a series. Without `to` it is as long as the clinician's `preblockMinutes`
 * say, until midnight at most.
 */
export const PlacementInput = z.object({
  placements: z
    .array(z.object({ ...interval, to: z.optional(ClockTime), preblock: Id, repeat }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export type PlacementInput = z.infer<typeof PlacementInput>;

export const Placement = z.object({
  id: z.string(),
  series: z.nullable(z.string()),
  preblock: Id,
  ...interval,
  ...rowVersion,
});
export type Placement = z.infer<typeof Placement>;

export const PlacementList = z.object({ preblocks: z.array(Placement) });
export type PlacementList = z.infer<typeof PlacementList>;

/** How much of a series a change is about: this date, this one and all after it, or all. */
export const Scope = z.enum(['one', 'following', 'series']);
export type Scope = z.infer<typeof Scope>;

/** Without it `one`. */
export const ScopeQuery = z.object({ scope: z.optional(Scope) });
export type ScopeQuery = z.infer<typeof ScopeQuery>;

const change = {
  scope: z.optional(Scope),
  clinician: z.optional(Id),
  clinic: z.optional(Id),
  /** Of the one that is named; the others of the series move by as many days. */
  date: z.optional(CivilDate),
  from: z.optional(ClockTime),
  to: z.optional(ClockTime),
};

/** `PATCH …/working-time/{id}`: absent fields stay. What leaves its series for a change of its own belongs to it no more. */
export const WorkingTimePatch = z.object({ ...change, recall: z.optional(z.boolean()) });
export type WorkingTimePatch = z.infer<typeof WorkingTimePatch>;

/** `PATCH …/preblocks/{id}`. */
export const PlacementPatch = z.object({ ...change, preblock: z.optional(Id) });
export type PlacementPatch = z.infer<typeof PlacementPatch>;

/**
 * `POST …/calendar-copies`: copies what stands on the dates `from` to `to` (half-open, at most 42 days) to the ranges of the same
 * length that begin on `onto`. What stands there already stays, so a copy that overlaps other working time is refused.
 */
export const CalendarCopy = z.object({
  from: CivilDate,
  to: CivilDate,
  onto: z.array(CivilDate).check(z.minLength(1), z.maxLength(104)),
  what: z.array(z.enum(['working-time', 'preblocks'])).check(z.minLength(1)),
  clinician: z.optional(Id),
  /** Of these alone. */
  clinicians: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(1000))),
  clinic: z.optional(Id),
  /** Into the calendars of these instead: of one `clinician`, also onto the same dates. */
  toClinicians: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(100))),
  exceptHolidays: z.optional(z.boolean()),
});
export type CalendarCopy = z.infer<typeof CalendarCopy>;

export const CopiedAnswer = z.object({ workingTime: z.int(), preblocks: z.int() });
export type CopiedAnswer = z.infer<typeof CopiedAnswer>;

/**
 * `POST …/calendar-checks`: what would meet rows that are to be placed, changed or copied, before anything is stored. Exactly one of
 * `place`, `change` and `copy` is given.
 */
export const CalendarCheckInput = z.object({
  /** What kind of rows; a copy says by itself. */
  kind: z.enum(['working-time', 'preblocks']),
  place: z.optional(z.array(z.object({ ...interval, repeat })).check(z.maxLength(100))),
  change: z.optional(z.object({ id: z.uuid(), ...change })),
  copy: z.optional(CalendarCopy),
});
export type CalendarCheckInput = z.infer<typeof CalendarCheckInput>;

export const CalendarCheck = z.object({
  /** How many rows there would be. */
  count: z.int(),
  /** Appointments that would lie in them, and those that lay in what would be left. */
  appointments: z.int(),
  left: z.int(),
  /** Other working time of the same clinicians, over which working time is refused; at most 20. */
  overlaps: z.array(z.object(interval)),
});
export type CalendarCheck = z.infer<typeof CalendarCheck>;

/** What a placing made: a series id for each request that repeats, and how many intervals in all. */
export const PlacedAnswer = z.object({
  ids: z.array(z.string()),
  series: z.array(z.string()),
  count: z.int(),
});
export type PlacedAnswer = z.infer<typeof PlacedAnswer>;

/** Range of the staff's reading calls: dates, half-open, at most 92 days. */
export const StaffRange = z.object({
  from: CivilDate,
  to: CivilDate,
  clinician: z.optional(Id),
  clinic: z.optional(Id),
});
export type StaffRange = z.infer<typeof StaffRange>;
