import { daFirst } from './first/da.js';
import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('da');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

/** Also in the sentences about a wrong one (`problems/`). */
export const nationalIds = {
  NO: 'Fødselsnummer',
  SE: 'Personnummer',
  FI: 'Personnummer',
  DK: 'CPR-nummer',
} as const;

export const da: Messages = {
  ...daFirst,

  // Steps and shell (P-01, P-09, P-11)
  change: 'Ændr',
  yourChoices: 'Dine valg',
  noChoices: 'Her ser du det, du har valgt.',
  treatmentWith: (treatment, clinician) => `${treatment} hos ${clinician}`,
  treatmentAt: (treatment, clinic) => `${treatment} hos ${clinic}`,
  minutes: (minutes) => `${minutes} min.`,

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: 'Vælg en type behandling',
  chooseClinician: 'Vælg en behandler',
  anyClinician: 'Alle behandlere',
  anyClinicianText: 'Søg ledige tider hos alle behandlere',
  onlyOnFile: 'Kun for patienter, der allerede går her.',
  noTreatmentsHeading: 'Ingen behandlinger kan bookes online her lige nu',
  noCliniciansHeading: 'Ingen behandlere kan bookes online her lige nu',

  // Time (P-18 to P-24)
  chooseTime: 'Vælg en tid',
  previousWeek: 'Forrige uge',
  nextWeek: 'Næste uge',
  thisWeek: 'Denne uge',
  weekNumber: (week) => `uge ${week}`,
  goToDate: 'Gå til dato…',
  daysOfWeek: 'Dage i ugen',
  changeWeek: 'Skift uge',
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
  tellWhenFree: 'Giv besked, når en tid bliver ledig',
  tellWhenEarlier: 'Giv besked, når en tidligere tid bliver ledig',
  firstFreeTimes: 'Første ledige tider',
  noTimesInWeek: 'Ingen ledige tider i denne uge.',
  nextFreeWeek: (week) => `Næste uge med ledige tider: ${week}`,
  noTimesFound:
    'Vi finder ingen ledige tider det næste år. Ring til klinikken, så finder vi en tid sammen.',
  otherWay: (step) =>
    ({ clinic: 'Andre klinikker', treatment: 'Anden behandling', clinician: 'Andre behandlere' })[
      step
    ],
  noLongerFree: 'ikke længere ledig',
  severalClinicians: (clinicians) => `${clinicians} behandlere`,
  severalClinics: (clinics) => `${clinics} klinikker`,
  morning: 'Formiddag',
  afternoon: 'Eftermiddag',
  otherTimesOfDay: (times) => plural(times, 'Vis 1 anden tid', `Vis ${times} andre tider`),
  previousMonth: 'Forrige måned',
  nextMonth: 'Næste måned',
  daysWithTimes: 'Dage med ledige tider',

  // Personal details (P-25 to P-29)
  detailsHeading: 'Dine oplysninger',
  requiredLegend: '* Skal udfyldes',
  groupPerson: 'Personoplysninger',
  groupContact: 'Kontaktoplysninger',
  groupAddress: 'Hjemmeadresse',
  firstName: 'Fornavn',
  lastName: 'Efternavn',
  nationalId: (market) => nationalIds[market],
  nationalIdHint: (market) =>
    ({
      NO: '11 cifre, DDMMÅÅ-NNNNN',
      SE: '12 cifre, ÅÅÅÅMMDD-XXXX',
      FI: '11 tegn, DDMMÅÅ-XXXX',
      DK: '10 cifre, DDMMÅÅ-XXXX',
    })[market],
  message: 'Besked',
  messageHint: 'Er der noget, klinikken bør vide, for eksempel at du har tandlægeskræk?',
  email: 'E-mailadresse',
  mobile: 'Mobilnummer',
  mobileHint: 'Et udenlandsk nummer begynder med + og landekode.',
  campaignCode: 'Kampagnekode',
  address1: 'Adresse 1',
  address2: 'Adresse 2',
  postalCode: 'Postnummer',
  consent: 'Jeg giver samtykke til, at klinikken behandler mine oplysninger for at give mig tiden.',
  consentLink: 'Sådan behandler klinikken personoplysninger',
  charactersLeft: (count) => (count < 0 ? `${-count} tegn for meget` : `${count} tegn tilbage`),
  infoHeading: 'Udfyld dine oplysninger',
  infoText: (market, hasCampaignCode, hasMessage) =>
    `Udfyld alle felter, der er markeret med *. ${
      market === 'FI'
        ? 'Skriv hele personnummeret, også tegnet efter fødselsdatoen.'
        : `${nationalIds[market]} kan skrives med eller uden bindestreg.`
    }` +
    (hasCampaignCode ? ' Har du fået en kampagnekode, så skriv den i feltet »Kampagnekode«.' : '') +
    (hasMessage
      ? ' Vil du give din tandlæge eller klinikken en besked, så brug feltet »Besked«.'
      : ''),
  toReview: 'Gennemse bookingen',
  problemsHeading: (count) => (count === 1 ? 'Ét felt skal rettes' : `${count} felter skal rettes`),
  nothingLost: 'Alt andet, du har skrevet, er gemt.',
  consentProblem: 'Du skal give samtykke for at kunne booke en tid.',
  fieldEmpty: (label) => `Udfyld ${label.toLowerCase()}.`,
  fieldWrong: (label) => `${label} blev ikke godkendt. Tjek, hvad du har skrevet.`,

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: 'Gennemse og book',
  reviewLead: (withCode) =>
    withCode
      ? 'Tiden er ikke booket endnu. Når du booker, får du en kode, som bekræfter, at det er dig.'
      : 'Tiden er ikke booket endnu. Er alt rigtigt?',
  nameLabel: 'Navn',
  addressLabel: 'Adresse',
  phoneLabel: 'Telefon',
  reviewMinutes: (minutes) => `${minutes} min.`,
  bookTime: 'Book tiden',
  bookingTime: 'Booker …',
  codeHeading: 'Indtast koden',
  codeSent: (sms, email) =>
    sms && email
      ? `Vi har sendt en kode på sms til ${sms} og på e-mail til ${email}.`
      : sms
        ? `Vi har sendt en kode på sms til ${sms}.`
        : `Vi har sendt en kode på e-mail til ${email ?? ''}.`,
  codeHelp: 'Der kan gå et par minutter, før den kommer. Se også efter i din spammappe.',
  codeLabel: 'Kode',
  codeHint: 'Seks cifre',
  codeWrong: (triesLeft) =>
    `Koden passer ikke. ${triesLeft === undefined ? 'Prøv igen.' : triesLeft === 1 ? 'Du har ét forsøg tilbage.' : `Du har ${triesLeft} forsøg tilbage.`}`,
  confirmTime: 'Bekræft tiden',
  confirmingTime: 'Bekræfter …',
  resendCode: 'Send ny kode',
  resendIn: (time) => `Du kan få en ny kode om ${time}`,
  resendingCode: 'Sender …',
  codeSentAgain: 'Vi har sendt en ny kode.',
  heldUntil: (time) => `Tiden er reserveret til dig indtil kl.\u00a0${time}.`,
  changeContact: (hasMobile) => (hasMobile ? 'Ændr mit nummer' : 'Ændr min e-mailadresse'),
  saveContact: 'Gem, og send ny kode',
  savingContact: 'Gemmer …',
  cancel: 'Annuller',
  receiptHeading: 'Bookingbekræftelse',
  receiptSentence: (clinician, date, time, clinic) =>
    `Du har booket tid hos ${clinician} ${date} kl.\u00a0${time} på ${clinic}.`,
  moveOrCancelCall: 'Hvis du vil flytte eller melde afbud, så ring til',
  changeOnline: (what) =>
    `Du kan ${{ move: 'flytte tiden', cancel: 'melde afbud', both: 'flytte tiden eller melde afbud' }[what]} under`,
  orCall: 'Du kan også ringe til',
  myAppointments: 'Mine tider',
  receiptEmail: (email) =>
    `En bekræftelse er sendt på e-mail til ${email}. Der kan gå nogle minutter.`,
  receiptSms: (mobile) => `Eventuelle sms’er fra klinikken bliver sendt til ${mobile}.`,
  printReceipt: 'Udskriv bekræftelsen',
  toCalendar: 'Læg i kalenderen',
  showOnMap: 'Vis på kort',
  toStart: 'Gå til forsiden',
  calendarSummary: (clinic) => `Tid hos ${clinic}`,
  calendarDescription: (phone) => `Hvis du vil flytte eller melde afbud, så ring til ${phone}.`,
  calendarFileName: 'aftale',

  // Errors and states (P-17, P-23, P-40)
  keepTime: 'Behold tiden',
  stillThere: 'Er du der stadig?',
  chooseTimeFirst: 'Vælg først en tid. Det, du har skrevet, er gemt her.',
  sameTime: 'Flere på samme tid',
  sameTimeHeading: 'Ledige på samme tid',
  sameTimeNone: 'Ingen andre er ledige på det tidspunkt.',
  close: 'Luk',
  droppedChoices: (steps) =>
    `Du har ændret et valg, og det her passer ikke længere: ${new Intl.ListFormat('da').format(steps)}.`,
  notAllowedHeading: 'Denne tid kan ikke bookes online',
  notAllowedText: 'Ring til klinikken, så finder de en tid til dig. Det, du har skrevet, står her.',
  invalidHeading: 'Noget skal rettes, før tiden kan bookes',
  invalidText: 'Tiden er reserveret til dig. Gennemse dine oplysninger.',
  holdExpiredHeading: 'Tiden er ikke længere reserveret til dig',
  holdExpiredText: 'Prøv igen: Er den stadig ledig, får du den. Det, du har skrevet, står her.',
  codeExpiredHeading: 'Koden gælder ikke længere',
  codeExpiredText: 'Det, du har skrevet, er gemt. Book tiden en gang til, så får du en ny kode.',
  tooManyTriesHeading: 'Koden blev indtastet forkert for mange gange',
  tooManyTriesText:
    'Det, du har skrevet, er gemt. Book tiden en gang til for at få en ny kode, eller ring til klinikken.',
  slotTakenHeading: 'Tiden blev netop taget af en anden',
  slotTakenText: (hasAlternatives) =>
    hasAlternatives
      ? 'Det, du har skrevet, er gemt. Vælg en af disse tider, så fortsætter du, hvor du slap:'
      : 'Det, du har skrevet, er gemt. Vælg en anden tid, så fortsætter du, hvor du slap.',
  alternatives: 'Andre ledige tider',
  timeWith: (date, time, clinician) => `${date} ${time} hos ${clinician}`,
  otherTimes: 'Se alle ledige tider',
  typedKept: 'Det, du har skrevet, er gemt, så længe siden er åben.',
};
