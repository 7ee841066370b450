import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('en');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

export const en: Messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  // Steps and shell (P-01, P-09, P-11)
  stepClinic: 'Clinic',
  stepTreatment: 'Treatment',
  stepClinician: 'Clinician',
  stepTime: 'Time',
  stepDetails: 'Personal details',
  stepConfirm: 'Confirm',
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  back: 'Go back',
  next: 'Continue',
  change: 'Change',
  changeWhat: (what) => `Change ${what.toLowerCase()}`,
  yourChoices: 'Your choices',
  providedBy: (name) => `Service provided by ${name}`,

  // Choosing (P-07, P-12 to P-17)

  // Time (P-18 to P-24)
  chooseTime: 'Choose a time',
  previousWeek: 'Previous week',
  nextWeek: 'Next week',
  thisWeek: 'This week',
  goToDate: 'Go to date…',
  daysOfWeek: 'Days of the week',
  changeWeek: 'Change week',
  freeTimes: (times) =>
    times === 0 ? 'no free times' : plural(times, `${times} free time`, `${times} free times`),
  freeCount: (times) => (times === 0 ? 'none' : `${times} free`),
  firstFreeTime: 'First free time',
  takeFirst: 'Take it',
  showFirst: 'Show',
  noTimesInWeek: 'No free times this week.',
  nextFreeWeek: (week) => `Next week with free times: ${week}`,
  noTimesFound: 'We find no free times. Call the clinic, and we will find one together.',
  noLongerFree: 'no longer free',
  severalClinicians: (clinicians) => `${clinicians} clinicians`,

  // Personal details (P-25 to P-29)

  // Confirm and receipt (P-30 to P-32)

  // Errors and states (P-17, P-23, P-40)
};
