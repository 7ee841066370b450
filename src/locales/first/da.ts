import type { FirstMessages } from '../first-messages.js';

export const daFirst: FirstMessages = {
  logIn: 'Log ind',
  stepClinic: 'Klinik',
  stepTreatment: 'Behandling',
  stepClinician: 'Behandler',
  stepTime: 'Tid',
  stepDetails: 'Personoplysninger',
  stepConfirm: 'Bekræft',
  stepOf: (step, steps) => `Trin ${step} af ${steps}`,
  back: 'Gå tilbage',
  next: 'Gå videre',
  changeWhat: (what) => `Ændr ${what.toLowerCase()}`,
  providedBy: (name) => `Tjenesten leveres af ${name}`,
  stepsLabel: 'Trin i bookingen',
  stepDone: 'færdig',
  bothSteps: (one, other) => `${one} & ${other.toLowerCase()}`,
  callClinic: (phone) => `Ring til klinikken ${phone}`,
  welcomeHeading: (account) => `Velkommen til ${account}`,
  welcomeText: 'Her kan du booke en tid, der passer dig. Det tager kun et par minutter.',
  chooseClinic: 'Vælg en klinik',
  anyClinic: 'Alle klinikker',
  anyClinicText: 'Søg ledige tider på alle klinikker',
  anyInGroup: (group) => `Alle klinikker: ${group}`,
  anyInGroupText: 'Søg ledige tider på alle klinikker i gruppen',
  ungroupedClinics: 'Øvrige klinikker',
  ourClinicians: 'Vores behandlere',
  accountOnlyOnFile:
    'Onlinebooking er for dig, der allerede er patient hos os. Er du ny, er du velkommen til at ringe til klinikken.',
  noClinicsHeading: 'Ingen klinikker tager imod onlinebooking lige nu',
  nothingToChoose: (canChange) =>
    canChange
      ? 'Du kan ændre et tidligere valg eller ringe til klinikken, så hjælper de dig med en tid.'
      : 'Ring til klinikken, så hjælper de dig med en tid, eller prøv igen senere.',
  language: 'Sprog',
  tryAgain: 'Prøv igen',
  stepShown: (step, steps, name) => `Trin ${step} af ${steps}: ${name}`,
  onlySome: 'Du ser kun det, linket handler om.',
  seeAll: 'Vis alt',
  notLoadedText: 'Prøv igen om lidt, eller ring til klinikken.',
  loginElsewhere: 'Her skal du logge ind, og det gør du på klinikkens egen bookingside.',
  offlineHeading: 'Du er offline',
  offlineText:
    'Intet er gået tabt, og alt, du har skrevet, står her. Vi fortsætter automatisk, når du er online igen.',
  unreachableHeading: 'Vi kan ikke få kontakt med aftalebogen',
  unreachableText:
    'Intet er gået tabt, og alt, du har skrevet, står her. Prøv igen om lidt, eller ring til klinikken.',
  timeoutHeading: 'Det tager længere tid, end det skal',
  timeoutText:
    'Intet er gået tabt, og alt, du har skrevet, står her. Du kan trygt prøve igen: Du får aldrig to tider.',
  brokenHeading: 'Noget gik galt hos os',
  brokenText:
    'Intet er gået tabt, og alt, du har skrevet, står her. Prøv igen, eller ring til klinikken, så hjælper de dig.',
  rateLimitedHeading: 'Det blev mange forsøg på kort tid',
  rateLimitedText: (minutes) =>
    `${minutes === undefined ? 'Vent lidt' : minutes === 1 ? 'Vent et minut' : `Vent ${minutes} minutter`}, og prøv igen. Haster det, så ring til klinikken. Det, du har skrevet, står her.`,
  accountNotFoundHeading: 'Vi fandt ikke denne aftalebog',
  accountNotFoundText: 'Adressen kan være ændret. Ring til klinikken for at booke en tid.',
  maintenanceHeading: 'Lukket for vedligeholdelse',
  maintenanceText:
    'Onlinebooking er lukket for vedligeholdelse. Prøv igen senere, eller kontakt klinikken for mere information.',
  unpublishedHeading: 'Onlinebooking er ikke åben',
  unpublishedText: 'Kontakt klinikken for at booke en tid.',
  newBookingOffHeading: 'Vi tager ikke imod nye onlinebookinger lige nu',
  newBookingOffText: 'Kontakt klinikken for at booke en tid.',
};
