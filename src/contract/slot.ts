import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Minutes, Whole } from './primitives.js';

/** In place of a treatment's id: the times for an appointment that has no template (P-36). */
export const noTreatment = '-';

/** One bookable time: one treatment with one clinician at one clinic. */
export const Slot = z.object({
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
  treatment: Id,
});
export type Slot = z.infer<typeof Slot>;

const beyond = {
  /** The first free slot from now on under the same filters, at most 365 days ahead (P-20). */
  first: z.nullable(Slot),
  /** The first date on or after `to` with a free slot, at most 365 days ahead (P-20). */
  nextDate: z.nullable(CivilDate),
};

/** `view=slots`: sorted by start; `next` is the cursor of the following page of 5,000. */
export const SlotList = z.object({
  slots: z.array(Slot),
  ...beyond,
  next: z.nullable(z.string()),
});
export type SlotList = z.infer<typeof SlotList>;

/** `view=starts`: the distinct starts, for steps where time comes before who, where or what (P-02, P-21). */
export const StartList = z.object({
  starts: z.array(
    z.object({ start: Instant, count: Whole, minutesMin: Minutes, minutesMax: Minutes }),
  ),
  ...beyond,
});
export type StartList = z.infer<typeof StartList>;

/** `view=days`: each date of the range that has free times, with how many distinct starts. */
export const DayList = z.object({
  days: z.array(z.object({ date: CivilDate, count: Whole })),
  ...beyond,
});
export type DayList = z.infer<typeof DayList>;

const timesById = z.array(z.object({ id: Id, start: Instant }));

/**
 * `GET /first-times`: the first free time of each clinic, treatment and clinician under the filters, on dates before `until`; who has
 * none is left out (P-20).
 */
export const FirstTimes = z.object({
  until: CivilDate,
  clinics: timesById,
  treatments: timesById,
  clinicians: timesById,
});
export type FirstTimes = z.infer<typeof FirstTimes>;

/** A time kept for one patient until `expiresAt`. `token` proves whose it is. */
export const Hold = z.object({
  id: z.string(),
  token: z.string(),
  slot: Slot,
  expiresAt: Instant,
  /** Seconds from the answer. */
  expiresIn: Whole,
  /** How often it may still be extended. */
  extensionsLeft: Whole,
});
export type Hold = z.infer<typeof Hold>;
