import type { Market } from '../../src/contract/index.js';
import type { AllMessages } from '../../src/locales/load-locale.js';
import type { Messages } from '../../src/locales/messages.js';
import type { ProblemMessages } from '../../src/locales/problem-messages.js';
import { appointmentSamples } from './appointment-samples.js';
import { loginSamples } from './login-samples.js';
import type { SamplesOf } from './samples-of.js';

const markets = ['NO', 'SE', 'FI', 'DK'] as const;
const counts = [[0], [1], [2], [21]] as const satisfies readonly [number][];
const clinic = 'Klinikken Nye Vakås';
const clinician = 'Lise Negård';
const phone = '66 77 60 40';
const treatment = 'Rotfylling 2';
const mobile = '••• •• 881';
const email = 'ai••@example.com';
const stepNames = ['Xanten', 'Yverdon'] as const;

const each = <Code extends string>(...codes: Code[]) => codes.map((code): [Code] => [code]);
const inEachMarket = <Code extends string>(...codes: Code[]) =>
  codes.flatMap((code) =>
    markets.map((market): [Code, (typeof markets)[number]] => [code, market]),
  );

/**
 * Values for every word that is put together from some: a new such word does not compile without a line here. Names,
 * numbers from 2 on and dates must be found again in what each language makes of them.
 */
const bookingSamples: SamplesOf<Messages> = {
  stepOf: [[4, 6]],
  changeWhat: [['Xanten']],
  providedBy: [['Opus Systemer AS']],
  bothSteps: [[...stepNames]],
  treatmentWith: [[treatment, clinician]],
  treatmentAt: [[treatment, clinic]],
  minutes: [[30]],
  callClinic: [[phone]],
  welcomeHeading: [[clinic]],
  anyInGroup: [['ASKER']],
  nothingToChoose: [[true], [false]],
  freeTimes: counts,
  freeCount: counts,
  weekNumber: [[2], [53]],
  noneBefore: [['Mon 25 Jan']],
  nextFreeWeek: [['week 7']],
  otherWay: each('clinic', 'treatment', 'clinician'),
  changeOnline: each('move', 'cancel', 'both'),
  severalClinicians: [[2], [21]],
  severalClinics: [[2], [21]],
  otherTimesOfDay: [[1], [2], [21]],
  nationalId: markets.map((market) => [market]),
  nationalIdHint: markets.map((market) => [market]),
  charactersLeft: [[0], [1], [21], [-1], [-21]],
  infoText: markets.flatMap((market): [Market, boolean, boolean][] => [
    [market, true, true],
    [market, false, false],
  ]),
  problemsHeading: [[1], [2], [21]],
  fieldEmpty: [['Xanten']],
  fieldWrong: [['Xanten']],
  reviewLead: [[true], [false]],
  reviewMinutes: [[30]],
  codeSent: [
    [mobile, email],
    [mobile, undefined],
    [undefined, email],
  ],
  codeWrong: [[undefined], [1], [2]],
  resendIn: [['0:45']],
  heldUntil: [['10:42']],
  changeContact: [[true], [false]],
  receiptSentence: [[clinician, 'Monday 29', '08:00–08:30', clinic]],
  receiptEmail: [[email]],
  receiptSms: [[mobile]],
  calendarSummary: [[clinic]],
  calendarDescription: [[phone]],
  stepShown: [[4, 6, 'Xanten']],
  droppedChoices: [[['Xanten']], [stepNames]],
  rateLimitedText: [[undefined], [1], [21]],
  slotTakenText: [[true], [false]],
  timeWith: [['Monday 29', '08:00 – 08:30', clinician]],
};

const problemSamples: SamplesOf<ProblemMessages> = {
  nationalIdProblem: inEachMarket(
    'empty',
    'characters',
    'length',
    'sign',
    'date',
    'future',
    'individual-number',
    'checksum',
  ),
  mobileProblem: [
    ['empty', ''],
    ['characters', ''],
    ['country-code', '+358'],
    ['length', ''],
    ['not-mobile', ''],
    ['service-number', ''],
  ],
  emailProblem: each('empty', 'characters', 'at-sign', 'local-part', 'domain', 'length', 'letters'),
  postalCodeProblem: [
    ['empty', 0],
    ['characters', 5],
    ['length', 5],
    ['country', 5],
  ],
  nameProblem: [
    ['empty', 'Xantenname'],
    ['characters', 'Xantenname'],
    ['length', 'Xantenname'],
  ],
  fieldTooLong: [['Xanten', 100]],
  codeProblem: each('empty', 'length'),
};

/** Those of every set of words. */
export const samples: SamplesOf<AllMessages> = {
  ...bookingSamples,
  ...loginSamples,
  ...appointmentSamples,
  ...problemSamples,
};

/** What each of a sample's values must leave in the text: words and numbers; flags, codes and the numbers 0 and 1 may go without. */
export function traces(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return traces(value);
    if (typeof value === 'number') return Math.abs(value) > 1 ? [String(Math.abs(value))] : [];
    // Codes are in lower case, markets in upper case.
    if (typeof value !== 'string' || /^([a-z-]+|[A-Z]{2})$/.test(value)) return [];
    return value.toLowerCase().split(' ');
  });
}
