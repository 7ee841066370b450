import type { FirstMessages } from '../first-messages.js';

export const nbFirst: FirstMessages = {
  logIn: 'Logg inn',
  stepClinic: 'Klinikk',
  stepTreatment: 'Behandling',
  stepClinician: 'Behandler',
  stepTime: 'Tid',
  stepDetails: 'Personopplysninger',
  stepConfirm: 'Bekreft',
  stepOf: (step, steps) => `Steg ${step} av ${steps}`,
  back: 'Gå tilbake',
  next: 'Gå videre',
  changeWhat: (what) => `Endre ${what.toLowerCase()}`,
  providedBy: (name) => `Tjenesten gis av ${name}`,
  stepsLabel: 'Steg i timebestillingen',
  stepDone: 'ferdig',
  bothSteps: (one, other) => `${one} & ${other.toLowerCase()}`,
  callClinic: (phone) => `Ring klinikken ${phone}`,
  welcomeHeading: (account) => `Velkommen til ${account}`,
  welcomeText: 'Her kan du bestille time når det passer deg. Det tar bare et par minutter.',
  chooseClinic: 'Velg en klinikk',
  anyClinic: 'Hvilken som helst klinikk',
  anyClinicText: 'Søk ledige tider fra alle klinikker',
  anyInGroup: (group) => `Hvilken som helst: ${group}`,
  anyInGroupText: 'Søk ledige tider fra alle klinikkene i gruppen',
  ungroupedClinics: 'Ugrupperte klinikker',
  ourClinicians: 'Våre behandlere',
  accountOnlyOnFile:
    'Timebestilling på nett er for deg som er pasient hos oss fra før. Er du ny, så ring klinikken.',
  noClinicsHeading: 'Ingen klinikker tar imot timebestilling på nett akkurat nå',
  nothingToChoose: (canChange) =>
    canChange
      ? 'Du kan endre et tidligere valg, eller ringe klinikken, så hjelper de deg med en time.'
      : 'Ring klinikken, så hjelper de deg med en time, eller prøv igjen senere.',
  language: 'Språk',
  tryAgain: 'Prøv igjen',
  stepShown: (step, steps, name) => `Steg ${step} av ${steps}: ${name}`,
  onlySome: 'Du ser bare det lenken gjelder.',
  seeAll: 'Vis alt',
  notLoadedText: 'Prøv igjen om litt, eller ring klinikken.',
  loginElsewhere: 'Her må du logge inn, og det gjør du på klinikkens egen bestillingsside.',
  offlineHeading: 'Du er uten nett',
  offlineText:
    'Ingenting er tapt, og alt du har skrevet, står her. Vi fortsetter av oss selv når nettet er tilbake.',
  unreachableHeading: 'Vi får ikke kontakt med timeboken',
  unreachableText:
    'Ingenting er tapt, og alt du har skrevet, står her. Prøv igjen om litt, eller ring klinikken.',
  timeoutHeading: 'Dette tar lengre tid enn det skal',
  timeoutText:
    'Ingenting er tapt, og alt du har skrevet, står her. Det er trygt å prøve igjen: du får aldri to timer.',
  brokenHeading: 'Noe gikk galt hos oss',
  brokenText:
    'Ingenting er tapt, og alt du har skrevet, står her. Prøv igjen, eller ring klinikken, så hjelper de deg.',
  rateLimitedHeading: 'Det ble mange forsøk på kort tid',
  rateLimitedText: (minutes) =>
    `${minutes === undefined ? 'Vent litt' : minutes === 1 ? 'Vent ett minutt' : `Vent ${minutes} minutter`} og prøv igjen. Haster det, så ring klinikken. Det du har skrevet, står her.`,
  accountNotFoundHeading: 'Vi fant ikke denne timeboken',
  accountNotFoundText: 'Adressen kan være endret. Ring klinikken for å bestille time.',
  maintenanceHeading: 'Nede for vedlikehold',
  maintenanceText:
    'Portalen for timeregistrering er nede for vedlikehold. Vennligst prøv igjen senere eller ta kontakt med klinikken for mer informasjon.',
  unpublishedHeading: 'Timebestilling på nett er ikke åpen',
  unpublishedText: 'Ta kontakt med klinikken for å bestille time.',
  newBookingOffHeading: 'Vi tar ikke imot nye bestillinger på nett nå',
  newBookingOffText: 'Ta kontakt med klinikken for å bestille time.',
};
