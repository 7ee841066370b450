import * as z from 'zod/mini';
import { CivilDate, Id, Instant } from '../primitives.js';

/** Why a time is not offered; each belongs to one check. */
export const Fault = z.enum([
  'unpublished',
  'maintenance',
  'new-booking-off',
  'past-date',
  'weekend',
  'not-published',
  'no-new-patients',
  'not-at-clinic',
  'not-in-list',
  'not-in-booking',
  'needs-need',
  'no-working-time',
  'no-recall-time',
  'no-preblock',
  'not-internet',
  'preblock-expired',
  'preblock-not-in-list',
  'skipped-hour',
  'outside-working-time',
  'category',
  'lead-time',
  'outside-preblock',
  'too-short',
  'off-grid',
  'past',
  'expired',
  'taken',
  'no-resource',
  'resource-taken',
]);
export type Fault = z.infer<typeof Fault>;

/** The checks in the order in which they apply: settings first, then what stands in the calendar, then the time itself. */
export const Check = z.enum([
  'open',
  'date',
  'published',
  'new-patients',
  'clinic',
  'booking-list',
  'in-booking',
  'need',
  'working-time',
  'recall-time',
  'preblock',
  'internet',
  'not-expired',
  'preblock-list',
  'clock',
  'within-working-time',
  'category',
  'lead-time',
  'fits',
  'future',
  'not-too-late',
  'free',
  'resource',
]);
export type Check = z.infer<typeof Check>;

/** What made a check fail: a setting or record, or a stretch of the calendar. */
export const Where = z.object({
  kind: z.enum([
    'status',
    'settings',
    'clinician',
    'clinic',
    'template',
    'template-list',
    'preblock-list',
    'preblock-definition',
    'preblock',
    'working-time',
    'appointment',
    'resource',
  ]),
  id: z.optional(z.string()),
  /** The field of the settings, or of the record. */
  field: z.optional(z.string()),
  clinic: z.optional(Id),
  from: z.optional(Instant),
  to: z.optional(Instant),
});
export type Where = z.infer<typeof Where>;

/** One check of a clinician's times, passed or not. */
export const ExplainedRule = z.object({
  /** Code of the requirement: `A-06`. */
  rule: z.string(),
  check: Check,
  passed: z.boolean(),
  /** Null where it passed. */
  because: z.nullable(Fault),
  where: z.optional(Where),
});
export type ExplainedRule = z.infer<typeof ExplainedRule>;

/** `POST …/explain`: a date, or one start, for a patient who is not logged in. */
export const ExplainInput = z.object({
  date: z.optional(CivilDate),
  start: z.optional(Instant),
  treatment: Id,
  clinic: z.optional(Id),
  clinician: z.optional(Id),
});
export type ExplainInput = z.infer<typeof ExplainInput>;

const explained = {
  offered: z.boolean(),
  /** Up to the first that failed. */
  rules: z.array(ExplainedRule),
};

/** Whether there are times, and what stands in the way; the rules at the top are those of the clinician who comes nearest to a time. */
export const Explained = z.object({
  ...explained,
  clinicians: z.array(
    z.object({
      clinician: Id,
      ...explained,
      /** The starts that are offered, ascending. */
      starts: z.array(z.object({ start: Instant, clinic: Id })),
    }),
  ),
});
export type Explained = z.infer<typeof Explained>;
