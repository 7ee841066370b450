import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Language, Minutes } from '../primitives.js';
import { JournalEntry, PatientChange } from './patients.js';

/** How long an account keeps personal data that it needs no more (GDPR, article 5.1 e); what is older, the service forgets. */
export const Retention = z.object({
  /** Days after which addresses and texts of messages are forgotten, and decided changes of details. */
  messageDays: z.int().check(z.minimum(1), z.maximum(365)),
  /** Months after which an appointment is forgotten, with all that was typed for it. */
  appointmentMonths: z.int().check(z.minimum(1), z.maximum(120)),
  /** Months without an appointment after which a patient's mobile, e-mail and address are forgotten. */
  contactMonths: z.int().check(z.minimum(6), z.maximum(120)),
});
export type Retention = z.infer<typeof Retention>;

const text = z.nullable(z.string());
const contact = { mobile: text, email: text, address1: text, address2: text, postalCode: text };

/** `GET …/patients/{id}/export`: all that the service holds about one patient (GDPR, article 15). */
export const PatientExport = z.object({
  exportedAt: Instant,
  account: z.object({ id: Id, name: z.string() }),
  patient: z.object({
    id: z.string(),
    nationalId: z.string(),
    birthDate: z.nullable(CivilDate),
    firstName: z.string(),
    lastName: z.string(),
    ...contact,
    /** Whether a code to the mobile opens the record. */
    mobileTrusted: z.boolean(),
    createdAt: Instant,
  }),
  appointments: z.array(
    z.object({
      id: z.string(),
      start: Instant,
      minutes: Minutes,
      clinic: Id,
      clinician: Id,
      treatment: z.nullable(Id),
      status: z.string(),
      registeredBy: z.string(),
      registeredAt: Instant,
      confirmedAt: z.nullable(Instant),
      arrivedAt: z.nullable(Instant),
      confirmedBy: text,
      /** As typed for this appointment. */
      details: z.object({ nationalId: text, firstName: text, lastName: text, ...contact }),
      message: text,
      campaignCode: text,
      /** What staff typed into the timebook, and what they have changed since. */
      text,
      formerTexts: z.array(z.string()),
      consent: z.nullable(
        z.object({ version: z.string(), at: z.nullable(Instant), lang: z.nullable(Language) }),
      ),
    }),
  ),
  needs: z.array(
    z.object({
      id: z.string(),
      week: CivilDate,
      minutes: Minutes,
      treatment: Id,
      clinician: z.nullable(Id),
      intervalMonths: z.nullable(z.int()),
      appointment: z.nullable(z.string()),
    }),
  ),
  changes: z.array(
    z.extend(z.omit(PatientChange, { patient: true }), {
      status: z.string(),
      decidedAt: z.nullable(Instant),
    }),
  ),
  journal: z.array(JournalEntry),
  messages: z.array(
    z.object({
      kind: z.string(),
      channel: z.string(),
      recipient: z.string(),
      status: z.string(),
      /** Null where it held a code. */
      text,
      delivery: text,
      createdAt: Instant,
      sentAt: z.nullable(Instant),
    }),
  ),
  /** SMS that came from the patient. */
  received: z.array(z.object({ from: z.string(), text: z.string(), receivedAt: Instant })),
  /** Earlier times that the patient wants to be told of (P-48). */
  alerts: z.array(
    z.object({
      channel: z.enum(['sms', 'email']),
      recipient: z.string(),
      clinic: z.nullable(Id),
      clinician: z.nullable(Id),
      treatment: z.nullable(Id),
      appointment: text,
      before: Instant,
      /** How many messages came of it. */
      told: z.int().check(z.minimum(0)),
      consent: z.object({ version: z.string(), at: Instant, lang: z.nullable(Language) }),
      createdAt: Instant,
      expiresAt: Instant,
    }),
  ),
  /** What the patient has said about SMS. */
  smsWish: z.object({ wish: z.nullable(z.boolean()), at: z.nullable(Instant), source: text }),
  sessions: z.array(z.object({ kind: z.string(), createdAt: Instant, endsAt: Instant })),
});
export type PatientExport = z.infer<typeof PatientExport>;

/** What was done with personal data, by whom and when; never the data itself. */
export const DataJournal = z.object({
  entries: z.array(
    z.object({
      at: Instant,
      /** Whoever runs the service, the service by the account's policy, or the operator's token of former versions. */
      actor: z.enum(['person', 'key', 'host', 'service', 'operator']),
      /** Name of the person or key. */
      name: z.optional(z.string()),
      kind: z.enum(['exported', 'erased', 'expired']),
      /** Absent with `expired`. An erased id leads to nobody any more. */
      patient: z.optional(z.string()),
      /** How many of each kind: of `appointments`, `messages`, `contacts` and so on. */
      counts: z.record(z.string(), z.int()),
    }),
  ),
});
export type DataJournal = z.infer<typeof DataJournal>;
