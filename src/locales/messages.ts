import type { FirstMessages } from './first-messages.js';
import type { Market } from '../contract/index.js';

/**
 * Every word of the widget, by key. Each language satisfies this interface; plurals come from `Intl.PluralRules`
 * inside the language's own file, dates from `date-words.ts`. Sections follow the screens.
 */
export interface Messages extends FirstMessages {
  // Steps and shell (P-01, P-09, P-11)
  change: string;
  yourChoices: string;
  /** "Your choices" before anything is chosen. */
  noChoices: string;
  /** "Examination with Lise Negård". */
  treatmentWith: (treatment: string, clinician: string) => string;
  /** "Examination at Opus Dental Klinikken". */
  treatmentAt: (treatment: string, clinic: string) => string;
  /** "30 min". */
  minutes: (minutes: number) => string;

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: string;
  chooseClinician: string;
  anyClinician: string;
  anyClinicianText: string;
  /** At a clinician that new patients cannot book (P-42); the clinic's number follows. */
  onlyOnFile: string;
  noTreatmentsHeading: string;
  noCliniciansHeading: string;

  // Time (P-18 to P-24)
  chooseTime: string;
  previousWeek: string;
  nextWeek: string;
  thisWeek: string;
  /** "week 5", within a line: the number of the ISO week (P-18). */
  weekNumber: (week: number) => string;
  goToDate: string;
  /** Name of the group of the week's days, and of the controls that change the week. */
  daysOfWeek: string;
  changeWeek: string;
  /** "4 free times". */
  freeTimes: (times: number) => string;
  /** "4 free", under a day's name. */
  freeCount: (times: number) => string;
  /** On a card, before the moment: "First free: today 13:15" (P-47); and the name of the button that shows its week. */
  firstFree: string;
  today: string;
  tomorrow: string;
  /** On a card without a free time; `date` is the first date that was not looked at. */
  noneBefore: (date: string) => string;
  firstFreeTimes: string;
  /** Opens "tell me when one opens" (P-48), for a new appointment and for one that is to be earlier. */
  tellWhenFree: string;
  tellWhenEarlier: string;
  noTimesInWeek: string;
  /** "Next week with free times: week 7"; `week` is `weekNumber`. */
  nextFreeWeek: (week: string) => string;
  noTimesFound: string;
  /** Where there are no times: another choice of an earlier step. */
  otherWay: (step: 'clinic' | 'treatment' | 'clinician') => string;
  /** In the label of a time that another patient took while it was on screen. */
  noLongerFree: string;
  /** In a time's full name, where several clinicians have it. */
  severalClinicians: (clinicians: number) => string;
  /** In a time's full name, where it can be had at several clinics. */
  severalClinics: (clinics: number) => string;
  /** What part of the day to show where a day has very many times. */
  morning: string;
  afternoon: string;
  /** In place of the times that the chosen part of the day leaves out: "3 other times". */
  otherTimesOfDay: (times: number) => string;
  /** The month picker. */
  previousMonth: string;
  nextMonth: string;
  /** Beside the mark of days with free times. */
  daysWithTimes: string;

  // Personal details (P-25 to P-29)
  detailsHeading: string;
  requiredLegend: string;
  groupPerson: string;
  groupContact: string;
  groupAddress: string;
  firstName: string;
  lastName: string;
  /** The national ID's name in its market. */
  nationalId: (market: Market) => string;
  nationalIdHint: (market: Market) => string;
  message: string;
  messageHint: string;
  email: string;
  mobile: string;
  mobileHint: string;
  campaignCode: string;
  address1: string;
  address2: string;
  postalCode: string;
  consent: string;
  consentLink: string;
  charactersLeft: (count: number) => string;
  /** Standard text of the yellow box (P-27); the flags say which optional fields are shown. */
  infoHeading: string;
  infoText: (market: Market, hasCampaignCode: boolean, hasMessage: boolean) => string;
  toReview: string;
  problemsHeading: (count: number) => string;
  nothingLost: string;
  /** What is said of a problem until its precise sentence is loaded (`problem-messages.ts`). */
  consentProblem: string;
  fieldEmpty: (label: string) => string;
  /** Also for problems that only the service knows. */
  fieldWrong: (label: string) => string;

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: string;
  reviewLead: (withCode: boolean) => string;
  nameLabel: string;
  addressLabel: string;
  phoneLabel: string;
  /** A treatment's length, "30 min". */
  reviewMinutes: (minutes: number) => string;
  bookTime: string;
  bookingTime: string;
  codeHeading: string;
  /** Masked mobile and e-mail address, whichever there are. */
  codeSent: (sms: string | undefined, email: string | undefined) => string;
  codeHelp: string;
  codeLabel: string;
  codeHint: string;
  codeWrong: (triesLeft: number | undefined) => string;
  confirmTime: string;
  confirmingTime: string;
  resendCode: string;
  /** `time` is "0:45". */
  resendIn: (time: string) => string;
  resendingCode: string;
  codeSentAgain: string;
  /** `time` by the clinic's clock, such as "10:42". */
  heldUntil: (time: string) => string;
  changeContact: (hasMobile: boolean) => string;
  saveContact: string;
  savingContact: string;
  cancel: string;
  receiptHeading: string;
  receiptSentence: (clinician: string, date: string, time: string, clinic: string) => string;
  /** The phone number follows as a link. */
  moveOrCancelCall: string;
  /** A link follows, then a full stop. */
  changeOnline: (what: 'move' | 'cancel' | 'both') => string;
  /** A number follows, then a full stop. */
  orCall: string;
  /** The link to the appointments, where a patient who logs in can move and cancel them (P-35). */
  myAppointments: string;
  receiptEmail: (email: string) => string;
  receiptSms: (mobile: string) => string;
  printReceipt: string;
  toCalendar: string;
  showOnMap: string;
  toStart: string;
  /** Without the treatment, since others may see a calendar. */
  calendarSummary: (clinic: string) => string;
  calendarDescription: (phone: string) => string;
  calendarFileName: string;

  // Errors and states (P-17, P-23, P-40)
  /** Keeps the held time longer. */
  keepTime: string;
  /** Heading of the question to a patient who seems to be away when the hold ends soon. */
  stillThere: string;
  /** What the last change removed; `steps` are names of steps in the middle of a sentence (P-05). */
  droppedChoices: (steps: readonly string[]) => string;
  /** The form was submitted before a time was chosen on the same page (P-03). */
  chooseTimeFirst: string;
  /** Opens `sameTimeHeading`: who else is free at the chosen time (P-21). */
  sameTime: string;
  sameTimeHeading: string;
  sameTimeNone: string;
  close: string;
  notAllowedHeading: string;
  notAllowedText: string;
  invalidHeading: string;
  invalidText: string;
  holdExpiredHeading: string;
  holdExpiredText: string;
  codeExpiredHeading: string;
  codeExpiredText: string;
  tooManyTriesHeading: string;
  tooManyTriesText: string;
  slotTakenHeading: string;
  /** Whether other times are offered below. */
  slotTakenText: (hasAlternatives: boolean) => string;
  /** Name of the list of other times. */
  alternatives: string;
  /** "Monday 29 January 08:00 – 08:30 with Lise Negård", one of the other times. */
  timeWith: (date: string, time: string, clinician: string) => string;
  otherTimes: string;
  /** When the account closes while a patient has typed something (P-40). */
  typedKept: string;
}
