import * as z from 'zod/mini';
import { Id, Language } from '../primitives.js';

/** What becomes of an appointment, and its patient is told (M-01, M-02). */
export const AppointmentEvent = z.enum(['booked', 'moved', 'cancelled']);
export type AppointmentEvent = z.infer<typeof AppointmentEvent>;

/** What a message tells of; `freed`: an earlier time (P-48). The texts of codes are not the account's to change. */
export const MessageEvent = z.enum([...AppointmentEvent.options, 'freed']);
export type MessageEvent = z.infer<typeof MessageEvent>;

/** `PUT …/message-texts/{id}`, where the id is event, channel and language, such as `booked-email-nb` (M-01 to M-03). */
export const MessageTextInput = z.object({
  /** E-mail only. */
  subject: z.optional(z.string().check(z.maxLength(200))),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000)),
  /** `html`: e-mail only; the values of merge fields are escaped. */
  format: z.optional(z.enum(['plain', 'html'])),
});
export type MessageTextInput = z.infer<typeof MessageTextInput>;

/** How long an SMS is with sample values in its merge fields (M-02). */
export const SmsLength = z.object({
  encoding: z.enum(['gsm-7', 'ucs-2']),
  /** Septets of GSM-7 (an extension character counts two), or UTF-16 units. */
  units: z.int(),
  parts: z.int(),
});
export type SmsLength = z.infer<typeof SmsLength>;

/** A text in force. */
export const MessageText = z.object({
  id: Id,
  event: MessageEvent,
  channel: z.enum(['sms', 'email']),
  lang: Language,
  subject: z.optional(z.string()),
  text: z.string(),
  format: z.enum(['plain', 'html']),
  isStandard: z.boolean(),
  length: z.optional(SmsLength),
});
export type MessageText = z.infer<typeof MessageText>;

/** `items` are the same: every list of staff has them. */
export const MessageTextList = z.object({
  texts: z.array(MessageText),
  items: z.array(MessageText),
  /** Language → merge field → a value as it might be, for previews and lengths; links are empty where patients have none. */
  samples: z.record(z.string(), z.record(z.string(), z.string())),
});
export type MessageTextList = z.infer<typeof MessageTextList>;

/**
 * `POST …/message-texts/{id}/test`: a draft with sample values. An e-mail goes to the address of the person who asks for it; an SMS
 * to `mobile`.
 */
export const MessageTextTest = z.extend(MessageTextInput, {
  mobile: z.optional(z.string().check(z.maxLength(32))),
});
export type MessageTextTest = z.infer<typeof MessageTextTest>;

/** Where a test goes. */
export const MessageTextTestSent = z.object({ to: z.string() });
export type MessageTextTestSent = z.infer<typeof MessageTextTestSent>;
