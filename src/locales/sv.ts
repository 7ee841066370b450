import { svFirst } from './first/sv.js';
import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('sv');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

const nationalIds = {
  NO: 'Födelsenummer',
  SE: 'Personnummer',
  // Its name in the Swedish of Finland.
  FI: 'Personbeteckning',
  DK: 'CPR-nummer',
} as const;

export const sv: Messages = {
  ...svFirst,

  // Steps and shell (P-01, P-09, P-11)
  change: 'Ändra',
  yourChoices: 'Dina val',
  noChoices: 'Här ser du det du har valt.',
  treatmentWith: (treatment, clinician) => `${treatment} hos ${clinician}`,
  treatmentAt: (treatment, clinic) => `${treatment} hos ${clinic}`,
  minutes: (minutes) => `${minutes} min`,

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: 'Välj typ av behandling',
  chooseClinician: 'Välj en behandlare',
  anyClinician: 'Vilken behandlare som helst',
  anyClinicianText: 'Sök lediga tider hos alla behandlare',
  onlyOnFile: 'Endast för patienter som redan går här.',
  noTreatmentsHeading: 'Inga behandlingar kan bokas på nätet här just nu',
  noCliniciansHeading: 'Inga behandlare kan bokas på nätet här just nu',

  // Time (P-18 to P-24)
  chooseTime: 'Välj en tid',
  previousWeek: 'Föregående vecka',
  nextWeek: 'Nästa vecka',
  thisWeek: 'Den här veckan',
  weekNumber: (week) => `vecka ${week}`,
  goToDate: 'Gå till datum…',
  daysOfWeek: 'Dagar i veckan',
  changeWeek: 'Byt vecka',
  freeTimes: (times) =>
    times === 0
      ? 'inga lediga tider'
      : plural(times, `${times} ledig tid`, `${times} lediga tider`),
  freeCount: (times) => (times === 0 ? 'inga' : plural(times, `${times} ledig`, `${times} lediga`)),
  firstFree: 'Första lediga',
  today: 'i dag',
  tomorrow: 'i morgon',
  noneBefore: (date) => `Inga lediga före ${date}`,
  tellWhenFree: 'Säg till när en tid blir ledig',
  tellWhenEarlier: 'Säg till när en tidigare tid blir ledig',
  firstFreeTimes: 'Första lediga tider',
  noTimesInWeek: 'Inga lediga tider den här veckan.',
  nextFreeWeek: (week) => `Nästa vecka med lediga tider: ${week}`,
  noTimesFound:
    'Vi hittar inga lediga tider det närmaste året. Ring kliniken, så hittar vi en tid tillsammans.',
  otherWay: (step) =>
    ({ clinic: 'Andra kliniker', treatment: 'Annan behandling', clinician: 'Andra behandlare' })[
      step
    ],
  noLongerFree: 'inte längre ledig',
  severalClinicians: (clinicians) => `${clinicians} behandlare`,
  severalClinics: (clinics) => `${clinics} kliniker`,
  morning: 'Förmiddag',
  afternoon: 'Eftermiddag',
  otherTimesOfDay: (times) => plural(times, 'Visa 1 annan tid', `Visa ${times} andra tider`),
  previousMonth: 'Föregående månad',
  nextMonth: 'Nästa månad',
  daysWithTimes: 'Dagar med lediga tider',

  // Personal details (P-25 to P-29)
  detailsHeading: 'Dina uppgifter',
  requiredLegend: '* Obligatoriska fält',
  groupPerson: 'Personuppgifter',
  groupContact: 'Kontaktuppgifter',
  groupAddress: 'Hemadress',
  firstName: 'Förnamn',
  lastName: 'Efternamn',
  nationalId: (market) => nationalIds[market],
  nationalIdHint: (market) =>
    ({
      NO: '11 siffror, DDMMÅÅ-NNNNN',
      SE: '12 siffror, ÅÅÅÅMMDD-XXXX',
      FI: '11 tecken, DDMMÅÅ-XXXX',
      DK: '10 siffror, DDMMÅÅ-XXXX',
    })[market],
  message: 'Meddelande',
  messageHint: 'Är det något kliniken bör veta, till exempel att du är tandvårdsrädd?',
  email: 'E-postadress',
  mobile: 'Mobiltelefonnummer',
  mobileHint: 'Ett utländskt nummer börjar med + och landskod.',
  campaignCode: 'Kampanjkod',
  address1: 'Gatuadress 1',
  address2: 'Gatuadress 2',
  postalCode: 'Postnummer',
  consent: 'Jag samtycker till att kliniken behandlar mina uppgifter för att ge mig tiden.',
  consentLink: 'Så behandlar kliniken personuppgifter',
  charactersLeft: (count) => (count < 0 ? `${-count} tecken för mycket` : `${count} tecken kvar`),
  infoHeading: 'Fyll i dina uppgifter',
  infoText: (market, hasCampaignCode, hasMessage) =>
    `Fyll i alla fält som är märkta med *. ${
      market === 'FI'
        ? 'Skriv hela personbeteckningen, även tecknet efter födelsedatumet.'
        : `${nationalIds[market]} kan skrivas med eller utan bindestreck.`
    }` +
    (hasCampaignCode ? ' Har du fått en kampanjkod skriver du den i fältet ”Kampanjkod”.' : '') +
    (hasMessage
      ? ' Vill du berätta något för din tandläkare eller kliniken, skriv det i fältet ”Meddelande”.'
      : ''),
  toReview: 'Granska bokningen',
  problemsHeading: (count) =>
    count === 1 ? 'Ett fält behöver rättas' : `${count} fält behöver rättas`,
  nothingLost: 'Allt annat du har skrivit finns kvar.',
  consentProblem: 'Du behöver samtycka för att kunna boka en tid.',
  fieldEmpty: (label) => `Fyll i ${label.toLowerCase()}.`,
  fieldWrong: (label) => `${label} godtogs inte. Kontrollera vad du har skrivit.`,

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: 'Granska och boka',
  reviewLead: (withCode) =>
    withCode
      ? 'Tiden är inte bokad än. När du bokar får du en kod som bekräftar att det är du.'
      : 'Tiden är inte bokad än. Stämmer allt?',
  nameLabel: 'Namn',
  addressLabel: 'Adress',
  phoneLabel: 'Telefon',
  reviewMinutes: (minutes) => `${minutes} min`,
  bookTime: 'Boka tiden',
  bookingTime: 'Bokar …',
  codeHeading: 'Skriv in koden',
  codeSent: (sms, email) =>
    sms && email
      ? `Vi har skickat en kod via sms till ${sms} och via e-post till ${email}.`
      : sms
        ? `Vi har skickat en kod via sms till ${sms}.`
        : `Vi har skickat en kod via e-post till ${email ?? ''}.`,
  codeHelp: 'Det kan ta ett par minuter innan den kommer. Titta även i skräpposten.',
  codeLabel: 'Kod',
  codeHint: 'Sex siffror',
  codeWrong: (triesLeft) =>
    `Koden stämmer inte. ${triesLeft === undefined ? 'Försök igen.' : triesLeft === 1 ? 'Du har ett försök kvar.' : `Du har ${triesLeft} försök kvar.`}`,
  confirmTime: 'Bekräfta tiden',
  confirmingTime: 'Bekräftar …',
  resendCode: 'Skicka ny kod',
  resendIn: (time) => `Du kan be om en ny kod om ${time}`,
  resendingCode: 'Skickar …',
  codeSentAgain: 'Vi har skickat en ny kod.',
  heldUntil: (time) => `Tiden är reserverad åt dig till kl.\u00a0${time}.`,
  changeContact: (hasMobile) => (hasMobile ? 'Ändra mitt nummer' : 'Ändra min e-postadress'),
  saveContact: 'Spara och skicka ny kod',
  savingContact: 'Sparar …',
  cancel: 'Avbryt',
  receiptHeading: 'Bokningsbekräftelse',
  receiptSentence: (clinician, date, time, clinic) =>
    `Du har bokat tid hos ${clinician} på ${clinic} ${date.replace(' ', 'en den ')} kl.\u00a0${time}. Välkommen!`,
  moveOrCancelCall: 'Om du vill omboka eller avboka, ring',
  changeOnline: (what) =>
    `Du kan ${{ move: 'omboka tiden', cancel: 'avboka tiden', both: 'omboka eller avboka tiden' }[what]} under`,
  orCall: 'Du kan också ringa',
  myAppointments: 'Mina tider',
  receiptEmail: (email) =>
    `En bekräftelse har skickats via e-post till ${email}. Det kan ta några minuter.`,
  receiptSms: (mobile) => `Eventuella sms från kliniken skickas till ${mobile}.`,
  printReceipt: 'Skriv ut bekräftelsen',
  toCalendar: 'Lägg i kalendern',
  showOnMap: 'Visa på karta',
  toStart: 'Gå till startsidan',
  calendarSummary: (clinic) => `Tid hos ${clinic}`,
  calendarDescription: (phone) => `Om du vill omboka eller avboka, ring ${phone}.`,
  calendarFileName: 'bokad-tid',

  // Errors and states (P-17, P-23, P-40)
  keepTime: 'Behåll tiden',
  stillThere: 'Är du kvar?',
  chooseTimeFirst: 'Välj en tid först. Det du har skrivit finns kvar.',
  sameTime: 'Fler på samma tid',
  sameTimeHeading: 'Lediga på samma tid',
  sameTimeNone: 'Ingen annan är ledig på den här tiden.',
  close: 'Stäng',
  droppedChoices: (steps) =>
    `Du har ändrat ett val, och det här passar inte längre: ${new Intl.ListFormat('sv').format(steps)}.`,
  notAllowedHeading: 'Den här tiden kan inte bokas på nätet',
  notAllowedText: 'Ring kliniken, så hittar de en tid åt dig. Det du har skrivit finns kvar.',
  invalidHeading: 'Något behöver rättas innan tiden kan bokas',
  invalidText: 'Tiden är reserverad åt dig. Se över dina uppgifter.',
  holdExpiredHeading: 'Tiden är inte längre reserverad åt dig',
  holdExpiredText:
    'Försök igen: är den fortfarande ledig får du den. Det du har skrivit finns kvar.',
  codeExpiredHeading: 'Koden gäller inte längre',
  codeExpiredText: 'Det du har skrivit finns kvar. Boka tiden en gång till, så får du en ny kod.',
  tooManyTriesHeading: 'Koden skrevs fel för många gånger',
  tooManyTriesText:
    'Det du har skrivit finns kvar. Boka tiden en gång till för att få en ny kod, eller ring kliniken.',
  slotTakenHeading: 'Tiden blev precis bokad av någon annan',
  slotTakenText: (hasAlternatives) =>
    hasAlternatives
      ? 'Det du har skrivit finns kvar. Välj en av de här tiderna, så fortsätter du där du var:'
      : 'Det du har skrivit finns kvar. Välj en annan tid, så fortsätter du där du var.',
  alternatives: 'Andra lediga tider',
  timeWith: (date, time, clinician) => `${date} ${time} hos ${clinician}`,
  otherTimes: 'Se alla lediga tider',
  typedKept: 'Det du har skrivit finns kvar så länge sidan är öppen.',
};
