import type { FirstMessages } from '../first-messages.js';

export const fiFirst: FirstMessages = {
  logIn: 'Kirjaudu',
  stepClinic: 'Vastaanotto',
  stepTreatment: 'Toimenpide',
  stepClinician: 'Hoitohenkilö',
  stepTime: 'Aika',
  stepDetails: 'Henkilötiedot',
  stepConfirm: 'Vahvistus',
  stepOf: (step, steps) => `Vaihe ${step}/${steps}`,
  back: 'Takaisin',
  next: 'Jatka',
  changeWhat: (what) => `Muuta: ${what.toLowerCase()}`,
  providedBy: (name) => `Palvelun tarjoaa ${name}`,
  stepsLabel: 'Ajanvarauksen vaiheet',
  stepDone: 'valmis',
  bothSteps: (one, other) => `${one} ja ${other.toLowerCase()}`,
  callClinic: (phone) => `Soita vastaanotolle: ${phone}`,
  welcomeHeading: (account) => `${account} – tervetuloa ajanvaraukseen`,
  welcomeText: 'Täällä voit varata sinulle sopivan ajan. Se vie vain pari minuuttia.',
  chooseClinic: 'Valitse vastaanotto',
  anyClinic: 'Kaikki vastaanotot',
  anyClinicText: 'Hae vapaita aikoja kaikilta vastaanotoilta',
  anyInGroup: (group) => `Kaikki vastaanotot: ${group}`,
  anyInGroupText: 'Hae vapaita aikoja ryhmän kaikilta vastaanotoilta',
  ungroupedClinics: 'Yksittäiset vastaanotot',
  ourClinicians: 'Hoitohenkilömme',
  accountOnlyOnFile:
    'Ajanvaraus netissä on nykyisille potilaillemme. Jos olet uusi potilas, soita vastaanotolle.',
  noClinicsHeading: 'Mikään vastaanotto ei ota juuri nyt vastaan nettivarauksia',
  nothingToChoose: (canChange) =>
    canChange
      ? 'Voit muuttaa aiempaa valintaa tai soittaa vastaanotolle, niin sinua autetaan.'
      : 'Soita vastaanotolle, niin sinua autetaan, tai yritä myöhemmin uudelleen.',
  language: 'Kieli',
  tryAgain: 'Yritä uudelleen',
  stepShown: (step, steps, name) => `Vaihe ${step}/${steps}: ${name}`,
  onlySome: 'Näet vain sen, mitä linkki koskee.',
  seeAll: 'Näytä kaikki',
  notLoadedText: 'Yritä hetken kuluttua uudelleen tai soita vastaanotolle.',
  loginElsewhere: 'Tähän tarvitaan kirjautuminen. Kirjaudu vastaanoton omalla ajanvaraussivulla.',
  offlineHeading: 'Verkkoyhteys on poikki',
  offlineText:
    'Mitään ei ole kadonnut, ja kirjoittamasi tiedot ovat tallessa. Jatkamme automaattisesti, kun yhteys palaa.',
  unreachableHeading: 'Ajanvarauskirjaan ei saada yhteyttä',
  unreachableText:
    'Mitään ei ole kadonnut, ja kirjoittamasi tiedot ovat tallessa. Yritä hetken kuluttua uudelleen tai soita vastaanotolle.',
  timeoutHeading: 'Tämä kestää tavallista pidempään',
  timeoutText:
    'Mitään ei ole kadonnut, ja kirjoittamasi tiedot ovat tallessa. Voit huoletta yrittää uudelleen: et koskaan saa kahta aikaa.',
  brokenHeading: 'Meillä tapahtui virhe',
  brokenText:
    'Mitään ei ole kadonnut, ja kirjoittamasi tiedot ovat tallessa. Yritä uudelleen tai soita vastaanotolle, niin sinua autetaan.',
  rateLimitedHeading: 'Monta yritystä lyhyessä ajassa',
  rateLimitedText: (minutes) =>
    `Odota ${minutes === undefined ? 'hetki' : minutes === 1 ? 'minuutti' : `${minutes} minuuttia`} ja yritä uudelleen. Jos on kiire, soita vastaanotolle. Kirjoittamasi tiedot ovat tallessa.`,
  accountNotFoundHeading: 'Tätä ajanvarauskirjaa ei löytynyt',
  accountNotFoundText: 'Osoite on voinut muuttua. Varaa aika soittamalla vastaanotolle.',
  maintenanceHeading: 'Huoltokatko',
  maintenanceText:
    'Ajanvaraussivu on huollon vuoksi poissa käytöstä. Yritä myöhemmin uudelleen tai kysy lisätietoja vastaanotolta.',
  unpublishedHeading: 'Ajanvaraus netissä ei ole avoinna',
  unpublishedText: 'Varaa aika ottamalla yhteyttä vastaanottoon.',
  newBookingOffHeading: 'Emme ota juuri nyt vastaan uusia varauksia netissä',
  newBookingOffText: 'Varaa aika ottamalla yhteyttä vastaanottoon.',
};
