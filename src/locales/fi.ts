import { onFinnishDate } from './finnish-date.js';
import { fiFirst } from './first/fi.js';
import type { Messages } from './messages.js';

// Names, dates and numbers are put where Finnish leaves them uninflected.

const plurals = /* @__PURE__ */ new Intl.PluralRules('fi');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

export const fi: Messages = {
  ...fiFirst,

  // Steps and shell (P-01, P-09, P-11)
  change: 'Muuta',
  yourChoices: 'Valintasi',
  noChoices: 'Valintasi näkyvät tässä.',
  treatmentWith: (treatment, clinician) => `${treatment}, ${clinician}`,
  treatmentAt: (treatment, clinic) => `${treatment}, ${clinic}`,
  minutes: (minutes) => `${minutes} min`,

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: 'Valitse toimenpide',
  chooseClinician: 'Valitse hoitohenkilö',
  anyClinician: 'Kaikki hoitohenkilöt',
  anyClinicianText: 'Hae kaikkien hoitohenkilöiden vapaita aikoja',
  onlyOnFile: 'Vain vastaanoton nykyisille potilaille.',
  noTreatmentsHeading: 'Mitään toimenpidettä ei voi juuri nyt varata netissä',
  noCliniciansHeading: 'Kenellekään hoitohenkilölle ei voi juuri nyt varata aikaa netissä',

  // Time (P-18 to P-24)
  chooseTime: 'Valitse aika',
  previousWeek: 'Edellinen viikko',
  nextWeek: 'Seuraava viikko',
  thisWeek: 'Tämä viikko',
  weekNumber: (week) => `viikko ${week}`,
  goToDate: 'Siirry päivään…',
  daysOfWeek: 'Viikon päivät',
  changeWeek: 'Vaihda viikkoa',
  freeTimes: (times) =>
    times === 0
      ? 'ei vapaita aikoja'
      : plural(times, `${times} vapaa aika`, `${times} vapaata aikaa`),
  freeCount: (times) =>
    times === 0 ? 'ei aikoja' : plural(times, `${times} vapaa`, `${times} vapaata`),
  firstFree: 'Ensimmäinen vapaa',
  today: 'tänään',
  tomorrow: 'huomenna',
  noneBefore: (date) => `Ei vapaita ennen ${date}`,
  tellWhenFree: 'Ilmoita, kun aika vapautuu',
  tellWhenEarlier: 'Ilmoita, kun aikaisempi aika vapautuu',
  firstFreeTimes: 'Ensimmäiset vapaat ajat',
  noTimesInWeek: 'Tällä viikolla ei ole vapaita aikoja.',
  nextFreeWeek: (week) => `Seuraavat vapaat ajat: ${week}`,
  noTimesFound:
    'Vapaita aikoja ei löytynyt seuraavan vuoden ajalta. Soita vastaanotolle, niin etsitään aika yhdessä.',
  otherWay: (step) =>
    ({ clinic: 'Muut vastaanotot', treatment: 'Muu toimenpide', clinician: 'Muut hoitohenkilöt' })[
      step
    ],
  noLongerFree: 'ei enää vapaa',
  severalClinicians: (clinicians) => `${clinicians} hoitohenkilöä`,
  severalClinics: (clinics) => `${clinics} vastaanottoa`,
  morning: 'Aamupäivä',
  afternoon: 'Iltapäivä',
  otherTimesOfDay: (times) => plural(times, 'Näytä 1 muu aika', `Näytä ${times} muuta aikaa`),
  previousMonth: 'Edellinen kuukausi',
  nextMonth: 'Seuraava kuukausi',
  daysWithTimes: 'Päivät, joina on vapaita aikoja',

  // Personal details (P-25 to P-29)
  detailsHeading: 'Tietosi',
  requiredLegend: '* Pakolliset kentät',
  groupPerson: 'Henkilötiedot',
  groupContact: 'Yhteystiedot',
  groupAddress: 'Kotiosoite',
  firstName: 'Etunimi',
  lastName: 'Sukunimi',
  nationalId: (market) =>
    ({
      NO: 'Henkilötunnus (fødselsnummer)',
      SE: 'Henkilötunnus (personnummer)',
      FI: 'Henkilötunnus',
      DK: 'Henkilötunnus (CPR)',
    })[market],
  nationalIdHint: (market) =>
    ({
      NO: '11 numeroa, PPKKVV-NNNNN',
      SE: '12 numeroa, VVVVKKPP-XXXX',
      FI: '11 merkkiä, PPKKVV-XXXX',
      DK: '10 numeroa, PPKKVV-XXXX',
    })[market],
  message: 'Viesti',
  messageHint: 'Onko jotain, mitä vastaanoton olisi hyvä tietää, esimerkiksi hammashoitopelko?',
  email: 'Sähköpostiosoite',
  mobile: 'Matkapuhelinnumero',
  mobileHint: 'Ulkomainen numero alkaa plusmerkillä ja maatunnuksella.',
  campaignCode: 'Kampanjakoodi',
  address1: 'Katuosoite 1',
  address2: 'Katuosoite 2',
  postalCode: 'Postinumero',
  consent: 'Suostun siihen, että vastaanotto käsittelee tietojani ajanvarausta varten.',
  consentLink: 'Näin vastaanotto käsittelee henkilötietoja',
  charactersLeft: (count) => {
    const number = Math.abs(count);
    return `${plural(number, `${number} merkki`, `${number} merkkiä`)} ${count < 0 ? 'liikaa' : 'jäljellä'}`;
  },
  infoHeading: 'Henkilötietojen täyttäminen',
  infoText: (market, hasCampaignCode, hasMessage) =>
    `Täytä kaikki tähdellä (*) merkityt kentät. ${
      market === 'FI'
        ? 'Kirjoita henkilötunnus kokonaan, myös syntymäajan jälkeinen merkki.'
        : 'Henkilötunnuksen voi kirjoittaa väliviivan kanssa tai ilman.'
    }` +
    (hasCampaignCode
      ? ' Jos olet saanut kampanjakoodin, kirjoita se kenttään ”Kampanjakoodi”.'
      : '') +
    (hasMessage
      ? ' Jos haluat kertoa jotain hammaslääkärillesi tai vastaanotolle, käytä kenttää ”Viesti”.'
      : ''),
  toReview: 'Tarkista varaus',
  problemsHeading: (count) =>
    count === 1 ? 'Yksi kenttä pitää korjata' : `${count} kenttää pitää korjata`,
  nothingLost: 'Kaikki muu, mitä olet kirjoittanut, on tallessa.',
  consentProblem: 'Ajan varaaminen edellyttää suostumustasi.',
  fieldEmpty: (label) => `${label} puuttuu.`,
  fieldWrong: (label) => `${label} ei kelvannut. Tarkista, mitä kirjoitit.`,

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: 'Tarkista ja varaa',
  reviewLead: (withCode) =>
    withCode
      ? 'Aikaa ei ole vielä varattu. Kun varaat, saat koodin, jolla vahvistat varauksen.'
      : 'Aikaa ei ole vielä varattu. Onko kaikki oikein?',
  nameLabel: 'Nimi',
  addressLabel: 'Osoite',
  phoneLabel: 'Puhelin',
  reviewMinutes: (minutes) => `${minutes} min`,
  bookTime: 'Varaa aika',
  bookingTime: 'Varataan …',
  codeHeading: 'Kirjoita koodi',
  codeSent: (sms, email) =>
    sms && email
      ? `Lähetimme koodin tekstiviestillä numeroon ${sms} ja sähköpostilla osoitteeseen ${email}.`
      : sms
        ? `Lähetimme koodin tekstiviestillä numeroon ${sms}.`
        : `Lähetimme koodin sähköpostilla osoitteeseen ${email ?? ''}.`,
  codeHelp: 'Koodin tulo voi kestää pari minuuttia. Katso myös roskapostikansiosta.',
  codeLabel: 'Koodi',
  codeHint: 'Kuusi numeroa',
  codeWrong: (triesLeft) =>
    `Koodi ei täsmää. ${triesLeft === undefined ? 'Yritä uudelleen.' : triesLeft === 1 ? 'Sinulla on yksi yritys jäljellä.' : `Sinulla on ${triesLeft} yritystä jäljellä.`}`,
  confirmTime: 'Vahvista varaus',
  confirmingTime: 'Vahvistetaan …',
  resendCode: 'Lähetä uusi koodi',
  resendIn: (time) => `Voit pyytää uuden koodin ${time} kuluttua`,
  resendingCode: 'Lähetetään …',
  codeSentAgain: 'Lähetimme uuden koodin.',
  heldUntil: (time) => `Aika on varattuna sinulle klo\u00a0${time} asti.`,
  changeContact: (hasMobile) => (hasMobile ? 'Muuta puhelinnumeroa' : 'Muuta sähköpostiosoitetta'),
  saveContact: 'Tallenna ja lähetä uusi koodi',
  savingContact: 'Tallennetaan …',
  cancel: 'Peruuta',
  receiptHeading: 'Varausvahvistus',
  // Every weekday's name takes the same ending.
  receiptSentence: (clinician, date, time, clinic) =>
    `Sinulla on varattu aika ${onFinnishDate(date)} klo\u00a0${time}. Hoitohenkilö: ${clinician}. Paikka: ${clinic}.`,
  moveOrCancelCall: 'Jos haluat siirtää tai peruuttaa ajan, soita',
  changeOnline: (what) =>
    `Voit ${{ move: 'siirtää ajan', cancel: 'peruuttaa ajan', both: 'siirtää tai peruuttaa ajan' }[what]} kohdassa`,
  orCall: 'Voit myös soittaa numeroon',
  myAppointments: 'Omat aikani',
  receiptEmail: (email) =>
    `Vahvistus on lähetetty osoitteeseen ${email}. Sen tulo voi kestää muutaman minuutin.`,
  receiptSms: (mobile) => `Mahdolliset tekstiviestit vastaanotolta tulevat numeroon ${mobile}.`,
  printReceipt: 'Tulosta vahvistus',
  toCalendar: 'Lisää kalenteriin',
  showOnMap: 'Näytä kartalla',
  toStart: 'Siirry etusivulle',
  calendarSummary: (clinic) => `Ajanvaraus: ${clinic}`,
  calendarDescription: (phone) => `Jos haluat siirtää tai peruuttaa ajan, soita ${phone}.`,
  calendarFileName: 'ajanvaraus',

  // Errors and states (P-17, P-23, P-40)
  keepTime: 'Pidä aika varattuna',
  stillThere: 'Oletko vielä paikalla?',
  chooseTimeFirst: 'Valitse ensin aika. Kirjoittamasi tiedot säilyvät.',
  sameTime: 'Muita samaan aikaan',
  sameTimeHeading: 'Vapaana samaan aikaan',
  sameTimeNone: 'Kukaan muu ei ole vapaana tähän aikaan.',
  close: 'Sulje',
  droppedChoices: (steps) =>
    `Muutit valintaa, eikä tämä enää sovi siihen: ${new Intl.ListFormat('fi').format(steps)}.`,
  notAllowedHeading: 'Tätä aikaa ei voi varata netissä',
  notAllowedText:
    'Soita vastaanotolle, niin sinulle etsitään aika. Kirjoittamasi tiedot ovat tallessa.',
  invalidHeading: 'Jotain pitää korjata ennen varaamista',
  invalidText: 'Aika on varattuna sinulle. Tarkista tietosi.',
  holdExpiredHeading: 'Aika ei ole enää varattuna sinulle',
  holdExpiredText:
    'Yritä uudelleen: jos aika on yhä vapaa, saat sen. Kirjoittamasi tiedot ovat tallessa.',
  codeExpiredHeading: 'Koodi ei ole enää voimassa',
  codeExpiredText:
    'Kirjoittamasi tiedot ovat tallessa. Varaa aika uudelleen, niin saat uuden koodin.',
  tooManyTriesHeading: 'Koodi oli väärin liian monta kertaa',
  tooManyTriesText:
    'Kirjoittamasi tiedot ovat tallessa. Varaa aika uudelleen, niin saat uuden koodin, tai soita vastaanotolle.',
  slotTakenHeading: 'Joku muu ehti juuri varata tämän ajan',
  slotTakenText: (hasAlternatives) =>
    hasAlternatives
      ? 'Kirjoittamasi tiedot ovat tallessa. Valitse jokin näistä, niin jatkat siitä, mihin jäit:'
      : 'Kirjoittamasi tiedot ovat tallessa. Valitse toinen aika, niin jatkat siitä, mihin jäit.',
  alternatives: 'Muut vapaat ajat',
  timeWith: (date, time, clinician) => `${date} klo\u00a0${time}, ${clinician}`,
  otherTimes: 'Katso kaikki vapaat ajat',
  typedKept: 'Kirjoittamasi tiedot säilyvät, kun pidät sivun auki.',
};
