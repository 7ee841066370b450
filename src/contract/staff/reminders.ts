import * as z from 'zod/mini';
import { Id, Instant, Language } from '../primitives.js';
import { Hours, Length, Weekday } from './fields.js';
import { SmsLength } from './message-texts.js';

/** What a message of Opus SMS is for (M-04). */
export const SmsType = z.enum([
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'thank-you',
  'general',
  'message',
  'recall',
]);
export type SmsType = z.infer<typeof SmsType>;

/** As long as ten parts of an SMS. */
const SmsText = z.string().check(z.trim(), z.minLength(1), z.maxLength(1530));
/** Null: the standard text of the language. */
const OwnText = z.optional(z.nullable(SmsText));
const TimeOfDay = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/));

const reminder = z.object({ hoursBefore: z.optional(Hours), text: OwnText });
const thankYou = z.object({ hoursAfter: z.optional(Hours), text: OwnText });
const texts = z.object({ general: OwnText, message: OwnText, recall: OwnText });
const night = z.object({ from: TimeOfDay, to: TimeOfDay });

/**
 * What is otherwise for one clinic, clinician or language, or for what several of them name together. What is absent is as without
 * it; `reminders` counts as a whole, and so says how many there are.
 */
export const ReminderException = z.object({
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  language: z.optional(Language),
  reminders: z.optional(z.array(reminder).check(z.maxLength(3))),
  /** Null: none. */
  thankYou: z.optional(z.nullable(thankYou)),
  texts: z.optional(texts),
});
export type ReminderException = z.infer<typeof ReminderException>;

/** `PATCH …/reminders`: what is absent stays; lists, a night and a thank-you are replaced whole (M-04, M-05). */
export const RemindersPatch = z.partial(
  z.object({
    to: z.enum(['all', 'wishing', 'none']),
    /** Hours are 24 where they are left out. */
    reminders: z.array(reminder).check(z.maxLength(3)),
    thankYou: z.nullable(thankYou),
    /** Of messages that staff send. */
    texts,
    daysWithoutSending: z.array(Weekday).check(z.maxLength(7)),
    pauses: z.partial(
      z.object({ saturday: z.boolean(), sunday: z.boolean(), night: z.nullable(night) }),
    ),
    /** Public holidays of the account's country are not counted either. */
    publicHolidays: z.boolean(),
    /** Nothing is sent, and each message says so. */
    testMode: z.boolean(),
    /** By e-mail where there is no mobile. */
    email: z.boolean(),
    /** `number`: the sender is a number, so that patients can answer. `confirm`: a yes confirms, and a no asks to call (M-08). */
    answers: z.enum(['none', 'number', 'confirm', 'cancel']),
    exceptions: z.array(ReminderException).check(z.maxLength(500)),
  }),
);
export type RemindersPatch = z.infer<typeof RemindersPatch>;

const stored = z.nullable(z.string());
const storedReminder = z.object({ hoursBefore: Hours, text: stored });
const storedThankYou = z.object({ hoursAfter: Hours, text: stored });

/** `GET …/reminders`: the policy in force. */
export const Reminders = z.object({
  to: z.enum(['all', 'wishing', 'none']),
  reminders: z.array(storedReminder),
  thankYou: z.nullable(storedThankYou),
  texts: z.object({ general: stored, message: stored, recall: stored }),
  daysWithoutSending: z.array(Weekday),
  pauses: z.object({ saturday: z.boolean(), sunday: z.boolean(), night: z.nullable(night) }),
  publicHolidays: z.boolean(),
  testMode: z.boolean(),
  email: z.boolean(),
  answers: z.enum(['none', 'number', 'confirm', 'cancel']),
  exceptions: z.array(ReminderException),
});
export type Reminders = z.infer<typeof Reminders>;

/** `GET …/reminders/texts`: standard texts, and values for previews. */
export const ReminderTexts = z.object({
  items: z.array(z.object({ type: SmsType, lang: Language, text: z.string(), length: SmsLength })),
  /** Language → field → a value as it might be. */
  samples: z.record(z.string(), z.record(z.string(), z.string())),
});
export type ReminderTexts = z.infer<typeof ReminderTexts>;

const counts = z.object({
  /** Messages that wait, or would. */
  messages: z.int(),
  /** Appointments that they are about. */
  appointments: z.int(),
  byType: z.object({
    'reminder-1': z.int(),
    'reminder-2': z.int(),
    'reminder-3': z.int(),
    'thank-you': z.int(),
  }),
});

/** `POST …/reminders/preview`: who would get it, before a policy is saved (M-16). */
export const ReminderPreview = z.object({
  before: counts,
  after: counts,
  /** Appointments ahead whose patient gets none under the new policy, and why. */
  without: z.object({ mobile: z.int(), wish: z.int(), refused: z.int() }),
  /** True: counted over the first 5000 appointments ahead only, before and after. */
  isPartial: z.boolean(),
  /** The next appointments that would get something, at most five, without whose they are. */
  examples: z.array(
    z.object({
      start: Instant,
      clinic: Id,
      clinician: Id,
      messages: z.array(z.object({ type: SmsType, sendsAt: Instant })),
    }),
  ),
});
export type ReminderPreview = z.infer<typeof ReminderPreview>;

/** `POST …/reminders/timeline`: when messages leave for an appointment that somebody thinks of, with settings that are not saved yet. */
export const ReminderTimelineInput = z.object({
  policy: RemindersPatch,
  start: Instant,
  minutes: Length,
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  /** Of the patient; absent: that of the account's texts. */
  language: z.optional(Language),
});
export type ReminderTimelineInput = z.infer<typeof ReminderTimelineInput>;

/** As booked now, or in good time where the start is past already. */
export const ReminderTimeline = z.object({
  items: z.array(
    z.object({
      type: SmsType,
      /** Before the start, or after the end. */
      hours: Hours,
      sendsAt: Instant,
      expiresAt: Instant,
      /**
       * `on-time`, `after-pause` and `before-pause` where a pause has moved it, `at-once` where its time is past, and `left-out` where a
       * later one of those takes its place.
       */
      outcome: z.enum(['on-time', 'after-pause', 'before-pause', 'at-once', 'left-out']),
      /** With sample values, and the times of the appointment. */
      text: z.string(),
      length: SmsLength,
    }),
  ),
});
export type ReminderTimeline = z.infer<typeof ReminderTimeline>;

const Approval = z.enum(['asked', 'approved', 'refused']);

/** `PUT …/sms-senders/{company}`: who a company's SMS come from (M-08, M-14). */
export const SmsSenderInput = z.object({
  /** At most eleven letters, digits and spaces, one a letter; nobody can answer it. */
  name: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
  /** A mobile that answers come to. */
  number: z.optional(z.nullable(z.string().check(z.maxLength(32)))),
  /** What the operators of each country have said about it; absent: not asked for. */
  approvals: z.optional(
    z.object({
      NO: z.optional(Approval),
      SE: z.optional(Approval),
      FI: z.optional(Approval),
      DK: z.optional(Approval),
    }),
  ),
});
export type SmsSenderInput = z.infer<typeof SmsSenderInput>;
