import * as z from 'zod/mini';
import { accentPattern } from './accent-pattern.js';
import { ChoiceStep, Flag, Id, Language, Market, matching, Minutes, Whole } from './primitives.js';

/** State of an account's page (P-40). */
export const AccountStatus = z.literal(['open', 'maintenance', 'new-booking-off', 'unpublished']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** One e-ID provider that the account offers (P-33). */
export const EidProvider = z.object({ id: Id, name: z.string() });
export type EidProvider = z.infer<typeof EidProvider>;

/** The patient's form, switch by switch (P-25). First name, last name and national ID are always asked. */
export const FieldSettings = z.object({
  /** Street address 1: shown and required. */
  address1: Flag,
  /** Street address 2: shown, optional. */
  address2: Flag,
  /** Postcode: shown and required. */
  postalCode: Flag,
  /** Mobile number: shown and required. */
  mobile: Flag,
  /** E-mail address: shown and required. */
  email: Flag,
  /** Campaign code: shown, optional. */
  campaignCode: Flag,
});
export type FieldSettings = z.infer<typeof FieldSettings>;

/** Every switch of the old *Fleksibilitet* page that the patient's page has to know (S-04). */
export const Settings = z.object({
  /** The order of steps 1 to 4 (P-02): time never first, treatment never fourth. */
  stepOrder: z.array(ChoiceStep),
  /** Clinic › Treatment & clinician › Time & details › Confirm, whatever `stepOrder` says (P-03). */
  combinedView: Flag,
  /** `code`: booking asks for a code sent by SMS and e-mail; `none`: it does not (P-31). Always `code` where `selfCreation` is off. */
  confirmation: z.literal(['code', 'none']),
  /** Saturday and Sunday times may be booked (P-19). */
  weekendBooking: Flag,
  /** The form has a message to the clinic (P-25). */
  patientMessage: Flag,
  /** "Any clinician" is offered (P-16). */
  anyClinician: Flag,
  /** "Any clinic" is offered (P-14). */
  anyClinic: Flag,
  /** Booking needs login first (P-34). */
  newBookingRequiresLogin: Flag,
  /** New patients may book (P-42, *Tillad selvoprettelse*). */
  selfCreation: Flag,
  /** A logged-in patient sees own appointments (P-35). */
  viewAppointments: Flag,
  /** Moving online is on (P-36). */
  moveAppointment: Flag,
  /** Cancelling online is on (P-37). */
  cancelAppointment: Flag,
  /** Patients may ask to be told when an earlier time opens (P-48). */
  timeAlerts: Flag,
  /** Ways to log in; none on means no login (P-33). */
  login: z.object({ sms: Flag, eid: z.array(EidProvider) }),
  fields: FieldSettings,
  /** The service can send to e-mail addresses with letters beyond ASCII before the @ (SMTPUTF8, RFC 6531); absent: it cannot. */
  utf8Email: z.optional(Flag),
});
export type Settings = z.infer<typeof Settings>;

export const consentUrlPattern = /^https?:\/\/\S+$/;

/** Texts that an account may write itself, plain, with line breaks (N-03). */
export const OwnTexts = z.object({
  /** Welcome heading and text of the first step (P-07). */
  welcomeHeading: z.optional(z.string()),
  welcomeText: z.optional(z.string()),
  /** Default clinic heading and text of the treatment step (P-08). */
  clinicHeading: z.optional(z.string()),
  clinicText: z.optional(z.string()),
  /** Yellow box beside the form (P-27). */
  patientInfoHeading: z.optional(z.string()),
  patientInfoText: z.optional(z.string()),
  /** In place of everything during maintenance, while unpublished, while new booking is off (P-40). */
  maintenance: z.optional(z.string()),
  unpublished: z.optional(z.string()),
  newBookingOff: z.optional(z.string()),
  /** Consent to processing (P-28); the address is `http` or `https`. */
  consentText: z.optional(z.string()),
  consentUrl: z.optional(matching(consentUrlPattern)),
  /** "Service provided by …" in the footer (P-09). */
  provider: z.optional(z.string()),
});
export type OwnTexts = z.infer<typeof OwnTexts>;

const translation = z.optional(OwnTexts);

/** The account's own texts, in `textLanguage`; an absent one means the widget's standard text. */
export const Texts = z.object({
  // Not `z.extend()`, which would be 0.4 kB in every page.
  ...OwnTexts.shape,
  /** Comes back with the booking; one version for all languages (P-28). */
  consentVersion: z.string(),
  /** The same texts in other languages; what is absent there is shown in `textLanguage`. */
  translations: z.optional(
    z.object({
      nb: translation,
      sv: translation,
      fi: translation,
      da: translation,
      en: translation,
    }),
  ),
});
export type Texts = z.infer<typeof Texts>;

/** `#rrggbb`. */
export const Colour = matching(accentPattern);

/** The colours that follow from an account's colour, for light and for dark paper. Contrasts are those of WCAG 2.2 AA. */
export const AccentPalette = z.object({
  /** Fill of the primary action: the account's own colour, or the nearest one that text can stand on. */
  accent: Colour,
  /** Text on that fill, at least 4.5:1. */
  onAccent: Colour,
  /** Text in the account's colour, and the focus ring: at least 4.5:1 on paper and on the soft tint. */
  textOnLight: Colour,
  textOnDark: Colour,
  /** Lines, bars and marks, at least 3:1 on paper and on the soft tint. Also the border of a pale fill. */
  borderOnLight: Colour,
  borderOnDark: Colour,
  /** A faint tint, on which ink and accent text stay readable. */
  softOnLight: Colour,
  softOnDark: Colour,
});
export type AccentPalette = z.infer<typeof AccentPalette>;

/** Colour and logo (P-09). Image addresses are absolute or relative to the API's root. */
export const Theme = z.object({
  accent: z.optional(Colour),
  /** What follows from `accent`, or from the default where that is absent. Without it the page computes the same. */
  palette: z.optional(AccentPalette),
  logo: z.optional(
    z.object({ url: z.string(), width: Whole, height: Whole, alt: z.optional(z.string()) }),
  ),
});
export type Theme = z.infer<typeof Theme>;

export const ClinicGroup = z.object({ id: Id, name: z.string() });
export type ClinicGroup = z.infer<typeof ClinicGroup>;

export const Clinic = z.object({
  id: Id,
  name: z.string(),
  address1: z.string(),
  address2: z.optional(z.string()),
  postalCode: z.string(),
  city: z.string(),
  phone: z.string(),
  email: z.string(),
  /** A group's id (P-13). */
  group: z.optional(Id),
  /** The clinic's own heading and text on the treatment step (P-08). */
  heading: z.optional(z.string()),
  text: z.optional(z.string()),
  /** WGS 84 degrees. */
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
});
export type Clinic = z.infer<typeof Clinic>;

export const Clinician = z.object({
  id: Id,
  name: z.string(),
  /** Own description (P-16). Title and photo are per clinic, by consent: see `Offer`. */
  text: z.optional(z.string()),
  /** Takes patients who are not on file (*Aktiv*, P-42). */
  acceptsNewPatients: Flag,
});
export type Clinician = z.infer<typeof Clinician>;

export const Treatment = z.object({
  id: Id,
  /** As the patient sees it, without the leading "- " (P-46). */
  name: z.string(),
  minutes: Minutes,
  description: z.optional(z.string()),
  priceText: z.optional(z.string()),
});
export type Treatment = z.infer<typeof Treatment>;

/** Who offers what where: the clinician's treatments at the clinic, in the order of the list in force (P-15, A-07). */
export const Offer = z.object({
  clinic: Id,
  clinician: Id,
  treatments: z.array(Id),
  /** Only with the clinician's consent at this clinic (P-16). */
  title: z.optional(z.string()),
  photo: z.optional(z.string()),
});
export type Offer = z.infer<typeof Offer>;

/** Everything one request has to bring to paint the first step, and the whole catalogue. Lists keep the account's order. */
export const Account = z.object({
  id: Id,
  name: z.string(),
  market: Market,
  /** IANA zone of every clinic of the account. */
  timeZone: z.string(),
  languages: z.array(Language),
  status: AccountStatus,
  settings: Settings,
  texts: Texts,
  /** The language the account's own texts are written in, but for `texts.translations`. */
  textLanguage: Language,
  theme: Theme,
  groups: z.array(ClinicGroup),
  clinics: z.array(Clinic),
  clinicians: z.array(Clinician),
  treatments: z.array(Treatment),
  offers: z.array(Offer),
  /**
   * Only where the calling page's origin is not listed, so that nobody can log in there and `settings.login` offers no
   * way: the address of the account's own page, where they can; empty where the service has no such page (P-33).
   */
  loginPage: z.optional(z.string()),
});
export type Account = z.infer<typeof Account>;
