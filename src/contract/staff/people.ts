import * as z from 'zod/mini';
import { Id, Instant, Language, Seconds } from '../primitives.js';
import { Name } from './fields.js';
import { GivenRole, StaffRight } from './rights.js';

/** As mail servers in use take it; which addresses are wrong, and how, the service says. */
export const StaffEmail = z.string().check(z.trim(), z.minLength(1), z.maxLength(254));

/** `PUT …/people/{id}`: somebody of the clinic's staff (C-01). The id is a UUID. */
export const PersonInput = z.object({
  name: Name,
  /** Where codes and invitations go; one person's alone, in whatever case. */
  email: StaffEmail,
  roles: z.array(GivenRole).check(z.maxLength(20)),
  /** *Preblock for Internet* (A-13); yes unless told. */
  mayPublish: z.optional(z.boolean()),
  /** The calendar that is the person's own, where the role of a clinician holds. */
  clinician: z.optional(z.nullable(Id)),
  /** Of the console and of messages; absent: that of the account's own texts. */
  language: z.optional(Language),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** Somebody of the staff, with what only the service changes. */
export const Person = z.extend(PersonInput, {
  id: z.string(),
  mayPublish: z.boolean(),
  createdAt: Instant,
  /** Last call in a session that is still open. */
  seenAt: z.optional(Instant),
  /** An invitation waits until then. */
  invitedUntil: z.optional(Instant),
  /** How many passkeys. */
  passkeys: z.int(),
});
export type Person = z.infer<typeof Person>;

export const PeopleList = z.object({ items: z.array(Person) });
export type PeopleList = z.infer<typeof PeopleList>;

/** `POST …/people/{id}/invitations`: it was sent by e-mail, opens once, and ends the former one. */
export const InvitationSent = z.object({ expiresAt: Instant });
export type InvitationSent = z.infer<typeof InvitationSent>;

/** A right that somebody has: `clinics` null is every clinic, `clinician` null every calendar. */
export const StaffGrant = z.object({
  right: StaffRight,
  clinics: z.nullable(z.array(Id)),
  clinician: z.nullable(Id),
});
export type StaffGrant = z.infer<typeof StaffGrant>;

/** `GET …/me`: who calls, and what they may do (C-01). */
export const Me = z.object({
  kind: z.enum(['person', 'key', 'host']),
  /** Absent for whoever runs the service. */
  id: z.optional(z.string()),
  name: z.string(),
  grants: z.array(StaffGrant),
  /** Of a person. */
  email: z.optional(z.string()),
  roles: z.optional(z.array(GivenRole)),
  clinician: z.optional(Id),
  language: z.optional(Language),
  passkeys: z.optional(z.int()),
  /** Of a session: `idleIn` counts from this call on. */
  session: z.optional(z.object({ id: z.string(), idleIn: Seconds, endsIn: Seconds })),
});
export type Me = z.infer<typeof Me>;

/** `PATCH …/me`: what people change of themselves; what is absent stays. */
export const MePatch = z.object({ name: z.optional(Name), language: z.optional(Language) });
export type MePatch = z.infer<typeof MePatch>;
