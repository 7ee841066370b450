import type { LoginMessages } from '../login-messages.js';

export const daLogin: LoginMessages = {
  loggingIn: 'Logger ind …',
  logOut: 'Log ud',
  whoIsLoggedIn: 'Logget ind',
  bookAppointment: 'Book tid',
  loginLead: 'Log ind for at se dine tider. Så kan du også flytte eller aflyse dem.',
  loginForBooking: 'Du skal logge ind for at booke tid her. Det, du har valgt, er gemt.',
  loginForAppointments: 'Log ind for at gå videre til din tid.',
  loginOver:
    'Du er logget ud, fordi der ikke skete noget i et stykke tid. Log ind igen for at fortsætte. Det, du har skrevet, er gemt.',
  loginWith: (name) => `Log ind med ${name}`,
  loginBySms: 'Log ind med kode på sms',
  sendLoginCode: 'Send mig en kode',
  loginCodeSent: (mobile) =>
    `Hvis oplysningerne svarer til dem, klinikken har, er en kode på vej på sms til ${mobile}. Det kan tage et par minutter.`,
  noLoginCode:
    'Får du ingen kode? Måske har klinikken et andet nummer til dig. Ring, så ordner de det.',
  correctLogin: 'Ret oplysningerne',
  loginCodeOver: 'Koden gælder ikke længere. Bed om en ny.',
  loginTooManyTries: 'Koden blev skrevet forkert for mange gange. Bed om en ny.',
  loginNotAllowed:
    'Man kan ikke logge ind på denne måde her. Prøv en anden måde, eller ring til klinikken.',
  loginFailed: 'Du blev ikke logget ind',
  eidWaiting: (name) => `Fortsæt i det vindue, der blev åbnet for ${name}.`,
  eidBlocked: 'Browseren stoppede vinduet. Åbn det selv her:',
  eidOpen: (name) => `Åbn ${name}`,
  eidWindowGone:
    'Vinduet er lukket. Er du færdig der, bliver du straks logget ind. Ellers kan du begynde forfra.',
  eidRefused: 'Login blev afbrudt eller lykkedes ikke. Prøv igen, eller vælg en anden måde.',
  startAgain: 'Begynd forfra',
  goOnWithout: 'Fortsæt uden at logge ind',
  notOnFileHeading: 'Vi finder dig ikke blandt klinikkens patienter',
  notOnFileText:
    'Her kan kun de, der allerede er patienter, booke tid på nettet. Ring til klinikken, så hjælper de dig.',
  filledFromRecord:
    'Udfyldt med det, klinikken har om dig. Det, du ændrer her, bliver opdateret hos klinikken.',
  filledFromBooking: 'Udfyldt med det, du oplyste, sidst du bookede tid.',
  sessionCodeLead: 'Før du flytter eller aflyser, sender vi dig en kode, så vi ved, at det er dig.',
  sendSessionCode: 'Send kode',
  sessionCodeMobile: 'Klinikken har ikke dit mobilnummer. Hvilket nummer skal koden sendes til?',
  confirmSession: 'Bekræft',
  recallNoticeHeading: 'Det er tid til et nyt besøg',
  recallNoticeText: (treatment) => `Klinikken vil gerne se dig igen: ${treatment}.`,
  seeRecall: 'Se og book',
};
