import type { LoginMessages } from '../login-messages.js';

export const fiLogin: LoginMessages = {
  loggingIn: 'Kirjaudutaan …',
  logOut: 'Kirjaudu ulos',
  whoIsLoggedIn: 'Kirjautunut käyttäjä',
  bookAppointment: 'Varaa aika',
  loginLead: 'Kirjaudu, niin näet varaamasi ajat. Silloin voit myös siirtää tai perua ne.',
  loginForBooking: 'Ajan varaaminen vaatii kirjautumisen. Tekemäsi valinnat säilyvät.',
  loginForAppointments: 'Kirjaudu jatkaaksesi aikaasi.',
  loginOver:
    'Sinut on kirjattu ulos, koska hetkeen ei tapahtunut mitään. Jatka kirjautumalla uudelleen. Kirjoittamasi tiedot ovat tallessa.',
  loginWith: (name) => `Kirjaudu: ${name}`,
  loginBySms: 'Kirjaudu tekstiviestikoodilla',
  sendLoginCode: 'Lähetä koodi',
  loginCodeSent: (mobile) =>
    `Jos tiedot vastaavat vastaanoton tietoja, koodi on tulossa tekstiviestillä numeroon ${mobile}. Siihen voi mennä pari minuuttia.`,
  noLoginCode:
    'Eikö koodia tule? Vastaanotolla voi olla sinulle toinen numero. Soita, niin asia hoituu.',
  correctLogin: 'Korjaa tiedot',
  loginCodeOver: 'Koodi ei ole enää voimassa. Pyydä uusi.',
  loginTooManyTries: 'Koodi oli väärin liian monta kertaa. Pyydä uusi.',
  loginNotAllowed:
    'Tällä tavalla ei voi kirjautua täällä. Kokeile toista tapaa tai soita vastaanotolle.',
  loginFailed: 'Kirjautuminen ei onnistunut',
  eidWaiting: (name) => `Jatka avautuneessa ikkunassa: ${name}.`,
  eidBlocked: 'Selain esti ikkunan. Avaa se itse tästä:',
  eidOpen: (name) => `Avaa ${name}`,
  eidWindowGone:
    'Ikkuna on suljettu. Jos olit valmis, sinut kirjataan pian. Muuten voit aloittaa alusta.',
  eidRefused: 'Kirjautuminen keskeytyi tai epäonnistui. Yritä uudelleen tai valitse toinen tapa.',
  startAgain: 'Aloita alusta',
  goOnWithout: 'Jatka kirjautumatta',
  notOnFileHeading: 'Emme löydä sinua vastaanoton potilaista',
  notOnFileText:
    'Täällä vain vastaanoton potilaat voivat varata ajan verkossa. Soita vastaanotolle, niin sinua autetaan.',
  filledFromRecord:
    'Täytetty vastaanoton tiedoilla. Tähän tekemäsi muutokset päivittyvät vastaanotolle.',
  filledFromBooking: 'Täytetty tiedoilla, jotka annoit edellisessä varauksessa.',
  sessionCodeLead:
    'Ennen kuin siirrät tai perut ajan, lähetämme sinulle koodin varmistaaksemme, että se olet sinä.',
  sendSessionCode: 'Lähetä koodi',
  sessionCodeMobile: 'Vastaanotolla ei ole matkapuhelinnumeroasi. Mihin numeroon koodi lähetetään?',
  confirmSession: 'Vahvista',
  recallNoticeHeading: 'On aika uudelle käynnille',
  recallNoticeText: (treatment) => `Vastaanotto toivoo tapaavansa sinut taas: ${treatment}.`,
  seeRecall: 'Katso ja varaa',
};
