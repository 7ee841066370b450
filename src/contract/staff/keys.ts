import * as z from 'zod/mini';
import { Id, Instant } from '../primitives.js';
import { Name } from './fields.js';
import { StaffRight } from './rights.js';

/** `POST …/keys`: an API key (S-10, C-11). Nobody gives a right that they have not themselves. */
export const KeyInput = z.object({
  name: Name,
  rights: z.array(StaffRight).check(z.minLength(1), z.maxLength(20)),
  /** Where rights at a place hold; absent: at every clinic. Rights over the whole account go without. */
  clinics: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(1000))),
  /** Absent: until it is revoked. */
  expiresAt: z.optional(Instant),
});
export type KeyInput = z.infer<typeof KeyInput>;

/** A new key, shown once. */
export const KeyCreated = z.object({ id: z.string(), key: z.string() });
export type KeyCreated = z.infer<typeof KeyCreated>;

export const Key = z.object({
  id: z.string(),
  name: z.string(),
  /** All of them for the operator's key. */
  rights: z.array(StaffRight),
  clinics: z.optional(z.array(Id)),
  /** Name of the person or key that made it. */
  createdBy: z.string(),
  createdAt: Instant,
  expiresAt: z.optional(Instant),
  /** To the minute. */
  usedAt: z.optional(Instant),
  revokedAt: z.optional(Instant),
  /** The one that `…/operator-token` replaces and ends. */
  isOperator: z.boolean(),
});
export type Key = z.infer<typeof Key>;

export const KeyList = z.object({ items: z.array(Key) });
export type KeyList = z.infer<typeof KeyList>;
