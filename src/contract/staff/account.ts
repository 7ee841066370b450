import * as z from 'zod/mini';
import { accentPattern } from '../accent-pattern.js';
import {
  AccountStatus,
  EidProvider,
  FieldSettings,
  OwnTexts,
  Settings,
  Texts,
} from '../account.js';
import { ChoiceStep, Id, Instant, Language, Market } from '../primitives.js';
import { Hours, Length, Name, Pixels } from './fields.js';
import { StaffEmail } from './people.js';
import { Retention } from './privacy.js';

/** `PUT /v1/staff/accounts/{account}`: create an account, or change what it is. Needs the platform's key. */
export const AccountSetup = z.object({
  name: Name,
  market: Market,
  timeZone: z.string(),
  languages: z.array(Language).check(z.minLength(1)),
  textLanguage: Language,
  /** Is stored as an owner of the account, unless one has the address already, and gets an invitation (C-02, S-08). */
  owner: z.optional(z.object({ name: Name, email: StaffEmail })),
});
export type AccountSetup = z.infer<typeof AccountSetup>;

/** The operator's token is shown once, when the account is made. */
export const AccountCreated = z.object({ account: Id, operatorToken: z.optional(z.string()) });
export type AccountCreated = z.infer<typeof AccountCreated>;

/** A new token of the account's operator, shown once. */
export const OperatorToken = z.object({ operatorToken: z.string() });
export type OperatorToken = z.infer<typeof OperatorToken>;

/** All settings as staff see them: the public ones and those that only the service needs. */
export const StaffSettings = z.extend(z.omit(Settings, { utf8Email: true }), {
  /** Ways to log in, and the switch of all of them: with it off patients are offered none (P-33, *Innlogging*). */
  login: z.object({ on: z.boolean(), sms: z.boolean(), eid: z.array(EidProvider) }),
  /** Moving and cancelling appointments that have no template (P-36, P-37). */
  moveWithoutTemplate: z.boolean(),
  cancelWithoutTemplate: z.boolean(),
  /** Hours before the start until which moving and cancelling are allowed; null: always. */
  changeDeadlineHours: z.nullable(Hours),
  /** Journal switches. */
  journalMoves: z.boolean(),
  journalCancellations: z.boolean(),
  /** Publishing needs working time marked Recall [R]. */
  publishingNeedsRecallTime: z.boolean(),
  /** Its clinics are shown on the marketplace *Boka Vård* (S-09), which is for Swedish accounts alone. */
  marketplace: z.boolean(),
  /** Lines of the timebook in minutes, used where a template asks for every line. */
  timebookGridMinutes: Length,
  /**
   * Origins that may call with a session, just as browsers send them (`https://clinic.example`); `http` on the machine itself
   * only. Empty means none. Anonymous calls are open to all.
   */
  allowedOrigins: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(200)),
  /** Who messages come from (M-01, M-08, M-12); null: the account's name and the service's own address and number. */
  sender: z.object({
    emailName: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
    emailAddress: z.nullable(z.email()),
    /** At most 11 letters, digits and spaces, or a number of 3 to 15 digits; digits of any script are stored as 0 to 9. */
    sms: z.nullable(z.string().check(z.maxLength(64))),
  }),
  /** How long personal data is kept. */
  retention: Retention,
});
export type StaffSettings = z.infer<typeof StaffSettings>;

/** `PATCH …/settings`: what is absent stays. Refused when a code is asked while mobile and e-mail are both off (P-25). */
export const SettingsPatch = z.partial(
  z.extend(StaffSettings, {
    fields: z.partial(FieldSettings),
    login: z.partial(z.object({ on: z.boolean(), sms: z.boolean(), eid: z.array(EidProvider) })),
    stepOrder: z.array(ChoiceStep),
    retention: z.partial(Retention),
  }),
);
export type SettingsPatch = z.infer<typeof SettingsPatch>;

const translation = z.optional(z.strictObject(OwnTexts.shape));

/**
 * `PATCH …/texts`: an absent text stays, an empty one goes back to the standard text, or in `translations` to the text in
 * `textLanguage`. Translations are of other languages than that, and have no consent version of their own (P-28): whoever changes
 * what patients consent to, in any language, and gives it no new version, gets one by itself.
 */
export const TextsPatch = z.partial(
  z.extend(Texts, {
    // No longer than a booking may send back.
    consentVersion: z.string().check(z.maxLength(64)),
    translations: z.strictObject({
      nb: translation,
      sv: translation,
      fi: translation,
      da: translation,
      en: translation,
    }),
  }),
);
export type TextsPatch = z.infer<typeof TextsPatch>;

/** `GET …/standard-texts`: what patients read where the account has no text of its own, in each language of its page. */
export const StandardTexts = z.object({
  nb: translation,
  sv: translation,
  fi: translation,
  da: translation,
  en: translation,
});
export type StandardTexts = z.infer<typeof StandardTexts>;

/** What patients consent to, in one language: text and link; an absent one means the widget's standard. */
export const ConsentText = z.object({
  consentText: z.optional(z.string()),
  consentUrl: z.optional(z.string()),
});
export type ConsentText = z.infer<typeof ConsentText>;

/** A version of what patients consent to, as bookings name it (P-28). */
export const ConsentVersion = z.object({
  version: z.string(),
  /** When it was written down; absent for the versions that the service met in an account of before it kept them. */
  since: z.optional(Instant),
  /** By the language that the text is written in. */
  texts: z.record(z.string(), ConsentText),
});
export type ConsentVersion = z.infer<typeof ConsentVersion>;

export const ConsentVersionList = z.object({ consents: z.array(ConsentVersion) });
export type ConsentVersionList = z.infer<typeof ConsentVersionList>;

/** `GET …/status`: each switch by itself, so that ending one keeps the others, and what they come to for patients (P-40). */
export const StaffStatus = z.object({
  /** Of several switches that are on: unpublished, then maintenance, then new booking off. */
  status: AccountStatus,
  maintenance: z.boolean(),
  unpublished: z.boolean(),
  newBookingOff: z.boolean(),
});
export type StaffStatus = z.infer<typeof StaffStatus>;

/**
 * `PUT …/status`: a switch that is named is set, the others stay. `status` alone sets all three: the one that it names on, the
 * others off. With switches it has to be what they come to; one of the four is required.
 */
export const StatusChange = z.partial(StaffStatus);
export type StatusChange = z.infer<typeof StatusChange>;

/** An image as base64: PNG, JPEG, WebP, AVIF or SVG. A logo holds at most 25 000 bytes (S-05). */
export const ImageUpload = z.object({
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/svg+xml']),
  base64: z.string().check(z.maxLength(48_000)),
  width: Pixels,
  height: Pixels,
});
export type ImageUpload = z.infer<typeof ImageUpload>;

/** `PATCH …/theme`: null removes. */
export const ThemePatch = z.object({
  accent: z.optional(z.nullable(z.string().check(z.regex(accentPattern)))),
  logo: z.optional(z.nullable(ImageUpload)),
});
export type ThemePatch = z.infer<typeof ThemePatch>;

/** `GET …/theme`: as it was stored; what `PATCH` takes. */
export const StaffTheme = z.object({
  accent: z.nullable(z.string().check(z.regex(accentPattern))),
  logo: z.nullable(ImageUpload),
});
export type StaffTheme = z.infer<typeof StaffTheme>;

/**
 * `PUT …/script` (*Avansert › Script*, S-07): HTML with scripts, as a vendor of statistics gives it. The hosted page runs it
 * in a frame of its own, fed with the public events (P-41); the widget never does. Empty: none.
 */
export const PageScript = z.object({ html: z.string().check(z.maxLength(20_000)) });
export type PageScript = z.infer<typeof PageScript>;
