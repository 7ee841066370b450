import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Language, Market } from '../primitives.js';
import { SmsType } from './reminders.js';

/** V waiting, S sent, SB sent and answered, F failed, A cancelled, FV failed and waiting again, U expired (M-06). */
export const SmsStatus = z.enum(['V', 'S', 'SB', 'F', 'A', 'FV', 'U']);
export type SmsStatus = z.infer<typeof SmsStatus>;

/** What a gateway reports of a message (M-13). */
export const SmsDelivery = z.enum(['delivered', 'not-delivered']);
export type SmsDelivery = z.infer<typeof SmsDelivery>;

/** Types of sent messages: what staff write and plan, and what the service writes by itself. */
export const SentType = z.enum([
  ...SmsType.options,
  'booked',
  'moved',
  'cancelled',
  'freed',
  'code',
  'login',
]);

/**
 * Why a message did not leave, or not as it was meant: `policy` · `moved` and `appointment-cancelled` with its appointment · `staff` ·
 * `refused` by the recipient · `test-mode` · `sender` there is none that may be used in the country · `replaced` by a newer one ·
 * `address` the patient's file has another one since · `other-sender` it left from the service's own, since the account's may not be used
 * in the country.
 */
export const SmsReason = z.enum([
  'policy',
  'moved',
  'appointment-cancelled',
  'staff',
  'refused',
  'test-mode',
  'sender',
  'replaced',
  'address',
  'other-sender',
]);
export type SmsReason = z.infer<typeof SmsReason>;

const patient = z.object({ id: z.string(), firstName: z.string(), lastName: z.string() });
const appointment = z.object({
  id: z.string(),
  start: Instant,
  clinic: Id,
  clinician: Id,
  /** Whether the patient has said yes to it by SMS. */
  isConfirmed: z.boolean(),
});

/** A message that was sent, waits, or was to be sent (M-06). */
export const SentMessage = z.object({
  id: z.string(),
  type: SentType,
  channel: z.enum(['sms', 'email']),
  status: SmsStatus,
  /** What the gateway reports; absent: nothing yet (M-13). */
  delivery: z.optional(SmsDelivery),
  to: z.string(),
  /** Empty where it held a code (M-17). */
  text: z.string(),
  lang: Language,
  /** Absent where nobody on file is known to have the number. */
  patient: z.optional(patient),
  appointment: z.optional(appointment),
  madeAt: Instant,
  sendsAt: Instant,
  expiresAt: z.nullable(Instant),
  sentAt: z.optional(Instant),
  answeredAt: z.optional(Instant),
  reason: z.optional(SmsReason),
  /** What the gateway said the last time that it failed. */
  failure: z.optional(z.string()),
  /** How often it was handed to the gateway, an answer or not; 0: never yet. */
  tries: z.int().check(z.minimum(0), z.maximum(100_000)),
});
export type SentMessage = z.infer<typeof SentMessage>;

/** An SMS that came in. */
export const ReceivedMessage = z.object({
  id: z.string(),
  type: z.literal('received'),
  status: z.enum(['unread', 'read']),
  followUp: z.boolean(),
  from: z.string(),
  to: z.nullable(z.string()),
  text: z.string(),
  /** What it says, where it is one of the words that are understood. */
  meaning: z.optional(z.enum(['yes', 'no', 'cancel', 'stop', 'start'])),
  patient: z.optional(patient),
  appointment: z.optional(appointment),
  /** The message that it answers. */
  answers: z.optional(z.string()),
  /** By the gateway's clock, and when it was taken. */
  receivedAt: Instant,
  madeAt: Instant,
});
export type ReceivedMessage = z.infer<typeof ReceivedMessage>;

/** Made instant and id of the last one of the page before. */
const Cursor = z.string().check(z.regex(/^[0-9]{1,20}_[0-9a-f-]{36}$/));

/** `GET …/messages`: newest first, 100 at once. */
export const SmsQuery = z.object({
  box: z.enum(['sent', 'received']),
  /** Of sent messages a letter, of received ones `read`, `unread` or `follow-up`. */
  status: z.optional(z.enum([...SmsStatus.options, 'read', 'unread', 'follow-up'])),
  type: z.optional(SentType),
  /** A number as people write it, or its beginning. */
  to: z.optional(z.string().check(z.maxLength(64))),
  company: z.optional(Id),
  clinician: z.optional(Id),
  patient: z.optional(z.uuid()),
  appointment: z.optional(z.uuid()),
  /** Dates, half-open, of the instant that `by` names: `made` where it is absent. */
  from: z.optional(CivilDate),
  until: z.optional(CivilDate),
  by: z.optional(z.enum(['made', 'sends', 'sent', 'answered'])),
  cursor: z.optional(Cursor),
});
export type SmsQuery = z.infer<typeof SmsQuery>;

export const SmsList = z.object({
  items: z.array(z.union([SentMessage, ReceivedMessage])),
  next: z.optional(z.string()),
});
export type SmsList = z.infer<typeof SmsList>;

/** `GET …/messages/{id}/thread`: all that went to one number and came from it, newest first. */
export const SmsThread = z.object({
  number: z.string(),
  /** Absent where nobody on file is known to have the number. */
  patient: z.optional(patient),
  items: z.array(z.union([SentMessage, ReceivedMessage])),
  next: z.optional(z.string()),
});
export type SmsThread = z.infer<typeof SmsThread>;

export const SmsThreadQuery = z.object({ cursor: z.optional(Cursor) });
export type SmsThreadQuery = z.infer<typeof SmsThreadQuery>;

/** `POST …/messages`: to a number, to a patient on file, or about an appointment (M-11); exactly one of the three. */
export const SmsInput = z.object({
  type: z.optional(SmsType),
  to: z.optional(z.string().check(z.maxLength(64))),
  patient: z.optional(z.uuid()),
  appointment: z.optional(z.uuid()),
  /** Whose name and sender it has; absent: that of the appointment, or the only one. */
  clinic: z.optional(Id),
  /** With merge fields; absent: the text in force of its type. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1530))),
  /** Absent: at once, or of a reminder when the policy says. */
  sendsAt: z.optional(Instant),
  /** After it leaves and at most 31 days later, of a reminder at most the start; absent: as usual (M-09). */
  expiresAt: z.optional(Instant),
});
export type SmsInput = z.infer<typeof SmsInput>;

/** `PATCH …/messages/{id}`: text, time and expiry of one that waits; read and follow-up of one that came in. */
export const SmsPatch = z.object({
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1530))),
  sendsAt: z.optional(Instant),
  expiresAt: z.optional(Instant),
  read: z.optional(z.boolean()),
  followUp: z.optional(z.boolean()),
});
export type SmsPatch = z.infer<typeof SmsPatch>;

/** `late`: something is due for more than five minutes. */
const state = z.enum(['idle', 'sending', 'paused', 'test-mode', 'late', 'failing']);

/** `GET …/messages/state`: what every page of the console warns of. */
export const SmsState = z.object({ state, testMode: z.boolean(), unread: z.int() });
export type SmsState = z.infer<typeof SmsState>;

/** `GET …/messages/status`: whether SMS leave, and all that stands in their way (*SMS informasjon*). */
export const SmsServiceStatus = z.object({
  state,
  waiting: z.int(),
  /** Due, and not sent yet. */
  due: z.int(),
  /** When the one that has been due for the longest was to be sent. */
  oldestDue: z.nullable(Instant),
  /** Since 30 days. */
  sent: z.int(),
  delivered: z.int(),
  notDelivered: z.int(),
  failed: z.int(),
  expired: z.int(),
  received: z.int(),
  unread: z.int(),
  lastSentAt: z.nullable(Instant),
  lastReceivedAt: z.nullable(Instant),
  lastRun: z.nullable(z.object({ startedAt: Instant, endedAt: z.nullable(Instant) })),
  lastError: z.nullable(z.object({ at: Instant, reason: z.string() })),
  testMode: z.boolean(),
  pauses: z.object({
    saturday: z.boolean(),
    sunday: z.boolean(),
    night: z.nullable(z.object({ from: z.string(), to: z.string() })),
  }),
  /** The account's sender of SMS, and the countries that do not let it through; null: the service's own (M-14). */
  sender: z.nullable(z.object({ name: z.string(), notIn: z.array(Market) })),
  /** A changed policy that is being worked through; null: all done. */
  replanning: z.nullable(z.object({ done: z.int(), total: z.int() })),
});
export type SmsServiceStatus = z.infer<typeof SmsServiceStatus>;

/**
 * `PUT …/patients/{id}/sms-wish`: whether a patient wishes SMS; null: has not said (M-15). A wish lifts a STOP of the number only where
 * `liftStop` says that the patient has taken it back themself.
 */
export const SmsWishInput = z.object({
  wish: z.nullable(z.boolean()),
  liftStop: z.optional(z.boolean()),
});
export type SmsWishInput = z.infer<typeof SmsWishInput>;

export const SmsWish = z.object({
  wish: z.nullable(z.boolean()),
  at: z.nullable(Instant),
  /** Who said it to whom: by an SMS, or to the staff. */
  source: z.nullable(z.enum(['sms', 'staff'])),
  /** The number itself has said STOP, whoever it belongs to. */
  isNumberRefused: z.boolean(),
  /** When it said so; null: it has not. */
  refusedAt: z.nullable(Instant),
});
export type SmsWish = z.infer<typeof SmsWish>;

/** Who an SMS comes from: a number, or at most 11 letters and digits with a letter among them. */
const senderPattern =
  /^(?:\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?)$/;

/** Where an account's SMS are handed over (M-13); which fields a gateway has to have depends on its format. */
export const SmsSendingInput = z.object({
  /** Another address than the one that the gateway documents, such as that of a region; of the own format there is no other. */
  url: z.optional(z.url().check(z.maxLength(500))),
  /** API username of 46elks, Account SID of Twilio. */
  user: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  /** API password, or bearer of the own format; never answered. Absent: stays; Twilio sends with the Auth Token, its `secret`. */
  password: z.optional(z.string().check(z.minLength(8), z.maxLength(512))),
  /** Who SMS come from where neither company nor account has a sender. */
  from: z.optional(z.string().check(z.regex(senderPattern))),
  /** Twilio's Messaging Service, which then chooses the sender. */
  messagingService: z.optional(z.string().check(z.regex(/^MG[0-9a-fA-F]{32}$/))),
});
export type SmsSendingInput = z.infer<typeof SmsSendingInput>;

/** `PUT …/sms-gateway`: how reports and answers come in, and where SMS are handed over (M-13). */
export const SmsGatewayInput = z.object({
  format: z.enum(['own', '46elks', 'twilio']),
  /** Signs what comes in; absent: stays. */
  secret: z.optional(z.string().check(z.minLength(16), z.maxLength(256))),
  /** Null: SMS leave by the service's own gateway; absent: as before. */
  sending: z.optional(z.nullable(SmsSendingInput)),
});
export type SmsGatewayInput = z.infer<typeof SmsGatewayInput>;

/** Without the secrets. */
export const SmsGateway = z.object({
  format: z.nullable(z.enum(['own', '46elks', 'twilio'])),
  hasSecret: z.boolean(),
  /** Null: by the service's own gateway. */
  sending: z.nullable(
    z.object({
      url: z.optional(z.string()),
      user: z.optional(z.string()),
      from: z.optional(z.string()),
      messagingService: z.optional(z.string()),
      hasPassword: z.boolean(),
    }),
  ),
  /** Where reports and answers are to be sent. */
  reports: z.string(),
  incoming: z.string(),
  /** The last call of the gateway, and the last one that did not prove the secret; to the minute. */
  lastCallAt: z.nullable(Instant),
  lastRefusedAt: z.nullable(Instant),
});
export type SmsGateway = z.infer<typeof SmsGateway>;
