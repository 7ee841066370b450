import type { LoginMessages } from '../login-messages.js';

export const nbLogin: LoginMessages = {
  loggingIn: 'Logger inn …',
  logOut: 'Logg ut',
  whoIsLoggedIn: 'Innlogget',
  bookAppointment: 'Bestill time',
  loginLead: 'Logg inn for å se timene dine. Da kan du også flytte eller avbestille dem.',
  loginForBooking: 'Du må logge inn for å bestille time her. Det du har valgt, er tatt vare på.',
  loginForAppointments: 'Logg inn for å gå videre til timen din.',
  loginOver:
    'Du er logget ut fordi det ikke skjedde noe på en stund. Logg inn igjen for å fortsette. Det du har skrevet, er tatt vare på.',
  loginWith: (name) => `Logg inn med ${name}`,
  loginBySms: 'Logg inn med kode på SMS',
  sendLoginCode: 'Send meg en kode',
  loginCodeSent: (mobile) =>
    `Hvis opplysningene stemmer med dem klinikken har, er en kode på vei på SMS til ${mobile}. Det kan ta et par minutter.`,
  noLoginCode:
    'Får du ingen kode? Kanskje har klinikken et annet nummer til deg. Ring, så ordner de det.',
  correctLogin: 'Rett opplysningene',
  loginCodeOver: 'Koden gjelder ikke lenger. Be om en ny.',
  loginTooManyTries: 'Koden ble skrevet feil for mange ganger. Be om en ny.',
  loginNotAllowed:
    'Det går ikke an å logge inn på denne måten her. Prøv en annen måte, eller ring klinikken.',
  loginFailed: 'Du ble ikke logget inn',
  eidWaiting: (name) => `Fortsett i vinduet som ble åpnet for ${name}.`,
  eidBlocked: 'Nettleseren stoppet vinduet. Åpne det selv her:',
  eidOpen: (name) => `Åpne ${name}`,
  eidWindowGone:
    'Vinduet er lukket. Er du ferdig der, blir du straks logget inn. Ellers kan du begynne på nytt.',
  eidRefused:
    'Innloggingen ble avbrutt, eller den lyktes ikke. Prøv igjen, eller velg en annen måte.',
  startAgain: 'Begynn på nytt',
  goOnWithout: 'Fortsett uten å logge inn',
  notOnFileHeading: 'Vi finner deg ikke blant klinikkens pasienter',
  notOnFileText:
    'Her kan bare de som alt er pasienter, bestille time på nett. Ring klinikken, så hjelper de deg.',
  filledFromRecord:
    'Fylt ut med det klinikken har om deg. Det du endrer her, blir oppdatert hos klinikken.',
  filledFromBooking: 'Fylt ut med det du oppga sist du bestilte time.',
  sessionCodeLead:
    'Før du flytter eller avbestiller, sender vi deg en kode, så vi vet at det er deg.',
  sendSessionCode: 'Send kode',
  sessionCodeMobile: 'Klinikken har ikke mobilnummeret ditt. Hvilket nummer skal koden sendes til?',
  confirmSession: 'Bekreft',
  recallNoticeHeading: 'Det er tid for en ny time',
  recallNoticeText: (treatment) => `Klinikken vil gjerne se deg igjen: ${treatment}.`,
  seeRecall: 'Se og bestill',
};
