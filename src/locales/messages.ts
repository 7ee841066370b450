import type { Translation } from '@shoelace-style/localize';

/**
 * Every word of the widget, by key. Each language satisfies this interface; plurals come from `Intl.PluralRules`
 * inside the language's own file, dates from `date-words.ts`. Sections follow the screens.
 */
export interface Messages extends Translation {
  // Steps and shell (P-01, P-09, P-11)
  stepClinic: string;
  stepTreatment: string;
  stepClinician: string;
  stepTime: string;
  stepDetails: string;
  stepConfirm: string;
  /** "Step 4 of 6". */
  stepOf: (step: number, steps: number) => string;
  back: string;
  next: string;
  change: string;
  /** "Change clinic", the accessible name of a `change` button; `what` is a step's name. */
  changeWhat: (what: string) => string;
  yourChoices: string;
  providedBy: (name: string) => string;

  // Choosing (P-07, P-12 to P-17)

  // Time (P-18 to P-24)
  chooseTime: string;
  previousWeek: string;
  nextWeek: string;
  thisWeek: string;
  goToDate: string;
  /** Name of the group of the week's days, and of the controls that change the week. */
  daysOfWeek: string;
  changeWeek: string;
  /** "4 free times". */
  freeTimes: (times: number) => string;
  /** "4 free", under a day's name. */
  freeCount: (times: number) => string;
  firstFreeTime: string;
  takeFirst: string;
  showFirst: string;
  noTimesInWeek: string;
  /** "Next week with free times: week 7"; `week` is `weekName`. */
  nextFreeWeek: (week: string) => string;
  noTimesFound: string;
  /** Said of a time that another patient took while it was on screen. */
  noLongerFree: string;
  /** In a time's full name, where several clinicians have it. */
  severalClinicians: (clinicians: number) => string;

  // Personal details (P-25 to P-29)

  // Confirm and receipt (P-30 to P-32)

  // Errors and states (P-17, P-23, P-40)
}
