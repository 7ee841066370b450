import type { FirstMessages } from '../first-messages.js';

export const svFirst: FirstMessages = {
  logIn: 'Logga in',
  stepClinic: 'Klinik',
  stepTreatment: 'Behandling',
  stepClinician: 'Behandlare',
  stepTime: 'Tid',
  stepDetails: 'Personuppgifter',
  stepConfirm: 'Bekräfta',
  stepOf: (step, steps) => `Steg ${step} av ${steps}`,
  back: 'Gå tillbaka',
  next: 'Gå vidare',
  changeWhat: (what) => `Ändra ${what.toLowerCase()}`,
  providedBy: (name) => `Tjänsten tillhandahålls av ${name}`,
  stepsLabel: 'Steg i bokningen',
  stepDone: 'klart',
  bothSteps: (one, other) => `${one} & ${other.toLowerCase()}`,
  callClinic: (phone) => `Ring kliniken ${phone}`,
  welcomeHeading: (account) => `Välkommen till ${account}`,
  welcomeText: 'Här bokar du en tid som passar dig. Det tar bara ett par minuter.',
  chooseClinic: 'Välj en klinik',
  anyClinic: 'Vilken klinik som helst',
  anyClinicText: 'Sök lediga tider från alla kliniker',
  anyInGroup: (group) => `Vilken som helst: ${group}`,
  anyInGroupText: 'Sök lediga tider från alla kliniker i gruppen',
  ungroupedClinics: 'Övriga kliniker',
  ourClinicians: 'Våra behandlare',
  accountOnlyOnFile:
    'Bokning på nätet är för dig som redan är patient hos oss. Är du ny är du välkommen att ringa kliniken.',
  noClinicsHeading: 'Ingen klinik tar emot bokningar på nätet just nu',
  nothingToChoose: (canChange) =>
    canChange
      ? 'Du kan ändra ett tidigare val eller ringa kliniken, så hjälper de dig med en tid.'
      : 'Ring kliniken, så hjälper de dig med en tid, eller försök igen senare.',
  language: 'Språk',
  tryAgain: 'Försök igen',
  stepShown: (step, steps, name) => `Steg ${step} av ${steps}: ${name}`,
  onlySome: 'Du ser bara det som länken gäller.',
  seeAll: 'Visa allt',
  notLoadedText: 'Försök igen om en stund eller ring kliniken.',
  loginElsewhere: 'Här behöver du logga in, och det gör du på klinikens egen bokningssida.',
  offlineHeading: 'Du är offline',
  offlineText:
    'Inget har gått förlorat, och allt du har skrivit finns kvar. Vi fortsätter automatiskt när du är online igen.',
  unreachableHeading: 'Vi får ingen kontakt med tidboken',
  unreachableText:
    'Inget har gått förlorat, och allt du har skrivit finns kvar. Försök igen om en stund eller ring kliniken.',
  timeoutHeading: 'Det här tar längre tid än det ska',
  timeoutText:
    'Inget har gått förlorat, och allt du har skrivit finns kvar. Du kan tryggt försöka igen: du får aldrig två tider.',
  brokenHeading: 'Något gick fel hos oss',
  brokenText:
    'Inget har gått förlorat, och allt du har skrivit finns kvar. Försök igen eller ring kliniken, så hjälper de dig.',
  rateLimitedHeading: 'Det blev många försök på kort tid',
  rateLimitedText: (minutes) =>
    `${minutes === undefined ? 'Vänta lite' : minutes === 1 ? 'Vänta en minut' : `Vänta ${minutes} minuter`} och försök igen. Ring kliniken om det är bråttom. Det du har skrivit finns kvar.`,
  accountNotFoundHeading: 'Vi hittade inte den här tidboken',
  accountNotFoundText: 'Adressen kan ha ändrats. Ring kliniken för att boka tid.',
  maintenanceHeading: 'Stängt för underhåll',
  maintenanceText:
    'Bokningssidan är stängd för underhåll. Försök igen senare eller kontakta kliniken för mer information.',
  unpublishedHeading: 'Tidsbokning på nätet är inte öppen',
  unpublishedText: 'Kontakta kliniken för att boka tid.',
  newBookingOffHeading: 'Vi tar inte emot nya bokningar på nätet just nu',
  newBookingOffText: 'Kontakta kliniken för att boka tid.',
};
