import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('nb');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

export const nb: Messages = {
  $code: 'nb',
  $name: 'Norsk',
  $dir: 'ltr',

  // Steps and shell (P-01, P-09, P-11)
  stepClinic: 'Klinikk',
  stepTreatment: 'Behandling',
  stepClinician: 'Behandler',
  stepTime: 'Tid',
  stepDetails: 'Personopplysninger',
  stepConfirm: 'Bekreft',
  stepOf: (step, steps) => `Steg ${step} av ${steps}`,
  back: 'Gå tilbake',
  next: 'Gå videre',
  change: 'Endre',
  changeWhat: (what) => `Endre ${what.toLowerCase()}`,
  yourChoices: 'Dine valg',
  providedBy: (name) => `Tjenesten gis av ${name}`,

  // Choosing (P-07, P-12 to P-17)

  // Time (P-18 to P-24)
  chooseTime: 'Velg en tid',
  previousWeek: 'Forrige uke',
  nextWeek: 'Neste uke',
  thisWeek: 'Denne uken',
  goToDate: 'Gå til dato…',
  daysOfWeek: 'Dager i uken',
  changeWeek: 'Bytt uke',
  freeTimes: (times) =>
    times === 0
      ? 'ingen ledige tider'
      : plural(times, `${times} ledig tid`, `${times} ledige tider`),
  freeCount: (times) =>
    times === 0 ? 'ingen' : plural(times, `${times} ledig`, `${times} ledige`),
  firstFreeTime: 'Første ledige tid',
  takeFirst: 'Velg denne',
  showFirst: 'Vis uken',
  noTimesInWeek: 'Ingen ledige tider denne uken.',
  nextFreeWeek: (week) => `Neste uke med ledige tider: ${week}`,
  noTimesFound: 'Vi finner ingen ledige tider. Ring klinikken, så finner vi en tid sammen.',
  noLongerFree: 'ikke lenger ledig',
  severalClinicians: (clinicians) => `${clinicians} behandlere`,

  // Personal details (P-25 to P-29)

  // Confirm and receipt (P-30 to P-32)

  // Errors and states (P-17, P-23, P-40)
};
