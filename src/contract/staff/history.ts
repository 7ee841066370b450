import * as z from 'zod/mini';
import { CivilDate, Id, Instant } from '../primitives.js';

/** Who changed something: `host` is whoever runs the service. */
export const HistoryActor = z.object({
  kind: z.enum(['person', 'key', 'host']),
  /** Of a person or a key. */
  id: z.optional(z.string()),
  name: z.string(),
});
export type HistoryActor = z.infer<typeof HistoryActor>;

/** Where several things lie: what they have in common, and from the first to the last (dates or instants). */
export const HistoryPlace = z.object({
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
});

/** One change (C-04). Before and after hold what changed, with secrets and national IDs left out; images are named by their hash. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  actor: HistoryActor,
  action: z.enum(['stored', 'removed', 'undone']),
  /** What was changed: a kind of record such as `clinics` or `settings`, or `working-time`, `preblocks`, `timebook`. */
  kind: z.string(),
  /** Its id, where the kind has more than one. */
  record: z.optional(z.string()),
  /** Its name at that time; never a patient's. */
  name: z.optional(z.string()),
  /** Paths of the fields that changed, such as `fields.email`. Of patients and needs the history keeps nothing else. */
  fields: z.array(z.string()),
  /** Absent where there was nothing before, or is nothing since, and where values are not kept. */
  before: z.optional(z.record(z.string(), z.unknown())),
  after: z.optional(z.record(z.string(), z.unknown())),
  /** Of placed intervals and appointments: how many, and where. */
  count: z.optional(z.int()),
  place: z.optional(HistoryPlace),
  /** The same for all entries of one import. */
  import: z.optional(z.string()),
  /** The entry that this one took back, and the one that took this one back. */
  undoes: z.optional(z.string()),
  undoneBy: z.optional(z.string()),
  /** Whether it may be undone, as long as no later change stands on it. */
  canUndo: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** `GET …/history`: newest first, up to 100 at once. */
export const HistoryQuery = z.object({
  /** The `next` of the page before: entries older than that one. */
  before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  kind: z.optional(Id),
  /** Id of the person or the key. */
  person: z.optional(Id),
  record: z.optional(Id),
  /** Dates, half-open. */
  from: z.optional(CivilDate),
  to: z.optional(CivilDate),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

export const History = z.object({ entries: z.array(HistoryEntry), next: z.optional(z.string()) });
export type History = z.infer<typeof History>;
