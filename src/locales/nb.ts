import { nbFirst } from './first/nb.js';
import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('nb');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

const nationalIds = {
  NO: 'Fødselsnummer',
  SE: 'Personnummer',
  FI: 'Personnummer',
  DK: 'CPR-nummer',
} as const;

export const nb: Messages = {
  ...nbFirst,

  // Steps and shell (P-01, P-09, P-11)
  change: 'Endre',
  yourChoices: 'Dine valg',
  noChoices: 'Her ser du det du har valgt.',
  treatmentWith: (treatment, clinician) => `${treatment} hos ${clinician}`,
  treatmentAt: (treatment, clinic) => `${treatment} hos ${clinic}`,
  minutes: (minutes) => `${minutes} min`,

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: 'Velg en type behandling',
  chooseClinician: 'Velg en behandler',
  anyClinician: 'Hvilken som helst behandler',
  anyClinicianText: 'Søk ledige tider hos alle behandlere',
  onlyOnFile: 'Kun for pasienter som går her fra før.',
  noTreatmentsHeading: 'Ingen behandlinger kan bestilles på nett her akkurat nå',
  noCliniciansHeading: 'Ingen behandlere kan bestilles på nett her akkurat nå',

  // Time (P-18 to P-24)
  chooseTime: 'Velg en tid',
  previousWeek: 'Forrige uke',
  nextWeek: 'Neste uke',
  thisWeek: 'Denne uken',
  weekNumber: (week) => `uke ${week}`,
  goToDate: 'Gå til dato…',
  daysOfWeek: 'Dager i uken',
  changeWeek: 'Bytt uke',
  freeTimes: (times) =>
    times === 0
      ? 'ingen ledige tider'
      : plural(times, `${times} ledig tid`, `${times} ledige tider`),
  freeCount: (times) =>
    times === 0 ? 'ingen' : plural(times, `${times} ledig`, `${times} ledige`),
  firstFree: 'Første ledige',
  today: 'i dag',
  tomorrow: 'i morgen',
  noneBefore: (date) => `Ingen ledige før ${date}`,
  tellWhenFree: 'Si fra når en time blir ledig',
  tellWhenEarlier: 'Si fra når en tidligere time blir ledig',
  firstFreeTimes: 'Første ledige timer',
  noTimesInWeek: 'Ingen ledige tider denne uken.',
  nextFreeWeek: (week) => `Neste uke med ledige tider: ${week}`,
  noTimesFound:
    'Vi finner ingen ledige tider det neste året. Ring klinikken, så finner vi en tid sammen.',
  otherWay: (step) =>
    ({ clinic: 'Andre klinikker', treatment: 'Annen behandling', clinician: 'Andre behandlere' })[
      step
    ],
  noLongerFree: 'ikke lenger ledig',
  severalClinicians: (clinicians) => `${clinicians} behandlere`,
  severalClinics: (clinics) => `${clinics} klinikker`,
  morning: 'Formiddag',
  afternoon: 'Ettermiddag',
  otherTimesOfDay: (times) => plural(times, 'Vis 1 annen tid', `Vis ${times} andre tider`),
  previousMonth: 'Forrige måned',
  nextMonth: 'Neste måned',
  daysWithTimes: 'Dager med ledige tider',

  // Personal details (P-25 to P-29)
  detailsHeading: 'Dine opplysninger',
  requiredLegend: '* Obligatoriske felt',
  groupPerson: 'Personopplysninger',
  groupContact: 'Kontaktopplysninger',
  groupAddress: 'Hjemadresse',
  firstName: 'Fornavn',
  lastName: 'Etternavn',
  nationalId: (market) => nationalIds[market],
  nationalIdHint: (market) =>
    ({
      NO: '11 siffer, DDMMÅÅ-NNNNN',
      SE: '12 siffer, ÅÅÅÅMMDD-XXXX',
      FI: '11 tegn, DDMMÅÅ-XXXX',
      DK: '10 siffer, DDMMÅÅ-XXXX',
    })[market],
  message: 'Beskjed',
  messageHint: 'Er det noe klinikken bør vite, for eksempel at du har tannskrekk?',
  email: 'E-postadresse',
  mobile: 'Mobiltelefonnummer',
  mobileHint: 'Utenlandsk nummer begynner med + og landkode.',
  campaignCode: 'Kampanjekode',
  address1: 'Gateadresse 1',
  address2: 'Gateadresse 2',
  postalCode: 'Postnummer',
  consent: 'Jeg samtykker til at klinikken behandler opplysningene mine for å gi meg timen.',
  consentLink: 'Slik behandler klinikken personopplysninger',
  charactersLeft: (count) => (count < 0 ? `${-count} tegn for mye` : `${count} tegn igjen`),
  infoHeading: 'Utfylling av personopplysninger',
  infoText: (market, hasCampaignCode, hasMessage) =>
    `Du må fylle ut alle felt merket med *. ${
      market === 'FI'
        ? 'Skriv hele personnummeret, også tegnet etter fødselsdatoen.'
        : `${nationalIds[market]} kan skrives med eller uten bindestrek.`
    }` +
    (hasCampaignCode
      ? ' Hvis du har mottatt en kampanjekode, så fyll den ut i feltet «Kampanjekode».'
      : '') +
    (hasMessage
      ? ' Ønsker du å gi tannlegen din eller klinikken en beskjed, bruk feltet «Beskjed».'
      : ''),
  toReview: 'Se over bestillingen',
  problemsHeading: (count) => (count === 1 ? 'Ett felt må rettes' : `${count} felt må rettes`),
  nothingLost: 'Alt annet du har skrevet, er tatt vare på.',
  consentProblem: 'Du må samtykke for å kunne bestille time.',
  fieldEmpty: (label) => `Fyll ut ${label.toLowerCase()}.`,
  fieldWrong: (label) => `${label} ble ikke godtatt. Sjekk hva du har skrevet.`,

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: 'Se over og bestill',
  reviewLead: (withCode) =>
    withCode
      ? 'Timen er ikke bestilt ennå. Når du bestiller, får du en kode som bekrefter at det er deg.'
      : 'Timen er ikke bestilt ennå. Stemmer alt?',
  nameLabel: 'Navn',
  addressLabel: 'Adresse',
  phoneLabel: 'Telefon',
  reviewMinutes: (minutes) => `${minutes} min`,
  bookTime: 'Bestill timen',
  bookingTime: 'Bestiller …',
  codeHeading: 'Skriv inn koden',
  codeSent: (sms, email) =>
    sms && email
      ? `Vi har sendt en kode på SMS til ${sms} og på e-post til ${email}.`
      : sms
        ? `Vi har sendt en kode på SMS til ${sms}.`
        : `Vi har sendt en kode på e-post til ${email ?? ''}.`,
  codeHelp: 'Det kan ta et par minutter før den kommer. Se også i mappen for søppelpost.',
  codeLabel: 'Kode',
  codeHint: 'Seks siffer',
  codeWrong: (triesLeft) =>
    `Koden stemmer ikke. ${triesLeft === undefined ? 'Prøv igjen.' : triesLeft === 1 ? 'Du har ett forsøk igjen.' : `Du har ${triesLeft} forsøk igjen.`}`,
  confirmTime: 'Bekreft timen',
  confirmingTime: 'Bekrefter …',
  resendCode: 'Send ny kode',
  resendIn: (time) => `Ny kode kan sendes om ${time}`,
  resendingCode: 'Sender …',
  codeSentAgain: 'Vi har sendt en ny kode.',
  heldUntil: (time) => `Tiden holdes av for deg til kl.\u00a0${time}.`,
  changeContact: (hasMobile) => (hasMobile ? 'Endre nummeret mitt' : 'Endre e-postadressen min'),
  saveContact: 'Lagre og send ny kode',
  savingContact: 'Lagrer …',
  cancel: 'Avbryt',
  receiptHeading: 'Bestillingsbekreftelse',
  receiptSentence: (clinician, date, time, clinic) =>
    `Du har bestilt tid hos ${clinician} ${date.replace(' ', ' den ')} klokka ${time} på ${clinic}.`,
  moveOrCancelCall: 'Om du vil flytte eller avbestille, ring',
  changeOnline: (what) =>
    `Du kan ${{ move: 'flytte timen', cancel: 'avbestille timen', both: 'flytte eller avbestille timen' }[what]} under`,
  orCall: 'Du kan også ringe',
  myAppointments: 'Mine timer',
  receiptEmail: (email) =>
    `En bekreftelse er sendt på e-post til ${email}. Det kan ta noen minutter.`,
  receiptSms: (mobile) => `Eventuelle SMS fra klinikken blir sendt til ${mobile}.`,
  printReceipt: 'Skriv ut bekreftelse',
  toCalendar: 'Legg i kalenderen',
  showOnMap: 'Vis på kart',
  toStart: 'Gå til startside',
  calendarSummary: (clinic) => `Time hos ${clinic}`,
  calendarDescription: (phone) => `Om du vil flytte eller avbestille, ring ${phone}.`,
  calendarFileName: 'time',

  // Errors and states (P-17, P-23, P-40)
  keepTime: 'Behold tiden',
  stillThere: 'Er du der fortsatt?',
  chooseTimeFirst: 'Velg en tid først. Alt du har skrevet, er tatt vare på.',
  sameTime: 'Flere på samme tid',
  sameTimeHeading: 'Ledig på samme tid',
  sameTimeNone: 'Ingen andre er ledige på denne tiden.',
  close: 'Lukk',
  droppedChoices: (steps) =>
    `Du har endret et valg, og dette passer ikke lenger: ${new Intl.ListFormat('nb').format(steps)}.`,
  notAllowedHeading: 'Denne timen kan ikke bestilles på nett',
  notAllowedText: 'Ring klinikken, så finner de en time til deg. Det du har skrevet, står her.',
  invalidHeading: 'Noe må rettes før timen kan bestilles',
  invalidText: 'Timen holdes av til deg. Se over opplysningene dine.',
  holdExpiredHeading: 'Timen er ikke lenger holdt av',
  holdExpiredText: 'Prøv igjen: er den fortsatt ledig, får du den. Det du har skrevet, står her.',
  codeExpiredHeading: 'Koden gjelder ikke lenger',
  codeExpiredText:
    'Det du har skrevet, er tatt vare på. Bestill timen en gang til, så får du en ny kode.',
  tooManyTriesHeading: 'Koden ble skrevet feil for mange ganger',
  tooManyTriesText:
    'Det du har skrevet, er tatt vare på. Bestill timen en gang til for å få en ny kode, eller ring klinikken.',
  slotTakenHeading: 'Timen ble nettopp tatt av en annen',
  slotTakenText: (hasAlternatives) =>
    hasAlternatives
      ? 'Det du har skrevet, er tatt vare på. Velg en av disse, så fortsetter du der du var:'
      : 'Det du har skrevet, er tatt vare på. Velg en annen tid, så fortsetter du der du var.',
  alternatives: 'Andre ledige tider',
  timeWith: (date, time, clinician) => `${date} ${time} hos ${clinician}`,
  otherTimes: 'Se alle ledige tider',
  typedKept: 'Det du har skrevet, er tatt vare på så lenge siden er åpen.',
};
