/** The words of the first step, of the states of the page, and of failures on the way to it: loaded first. */
export interface FirstMessages {
  logIn: string;
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
  /** "Change clinic", the accessible name of a `change` button; `what` is a step's name. */
  changeWhat: (what: string) => string;
  providedBy: (name: string) => string;
  /** Name of the step indicator for screen readers. */
  stepsLabel: string;
  /** Announced after the name of a done step. */
  stepDone: string;
  /** "Treatment & clinician", a page with two steps (P-03). */
  bothSteps: (one: string, other: string) => string;
  /** "Call the clinic 66 77 60 40". */
  callClinic: (phone: string) => string;
  welcomeHeading: (account: string) => string;
  welcomeText: string;
  chooseClinic: string;
  anyClinic: string;
  anyClinicText: string;
  /** "Any clinic: Asker". */
  anyInGroup: (group: string) => string;
  anyInGroupText: string;
  ungroupedClinics: string;
  /** Name of the list of a clinic's clinicians. */
  ourClinicians: string;
  /** On the first step, where the whole account takes no new patients (P-42). */
  accountOnlyOnFile: string;
  noClinicsHeading: string;
  /** What to do when a step offers nothing; `canChange`: an earlier choice can be changed. */
  nothingToChoose: (canChange: boolean) => string;
  language: string;
  tryAgain: string;
  /** Announced when a step is shown: "Step 4 of 6: Time". */
  stepShown: (step: number, steps: number, name: string) => string;
  /** A link shows only part of the offer (P-10); `seeAll` follows. */
  onlySome: string;
  seeAll: string;
  /** What to do when the account could not be loaded: nothing is typed yet that could be lost. */
  notLoadedText: string;
  /** Nobody can log in on the page around; a link to the account's own page follows. */
  loginElsewhere: string;
  offlineHeading: string;
  offlineText: string;
  unreachableHeading: string;
  unreachableText: string;
  timeoutHeading: string;
  timeoutText: string;
  brokenHeading: string;
  brokenText: string;
  rateLimitedHeading: string;
  /** `minutes` until the next try, rounded up; undefined when the service gives none. */
  rateLimitedText: (minutes: number | undefined) => string;
  accountNotFoundHeading: string;
  accountNotFoundText: string;
  /** Standard texts of the states of the page, and their headings. */
  maintenanceHeading: string;
  maintenanceText: string;
  unpublishedHeading: string;
  unpublishedText: string;
  newBookingOffHeading: string;
  newBookingOffText: string;
}
