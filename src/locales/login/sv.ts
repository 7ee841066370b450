import type { LoginMessages } from '../login-messages.js';

export const svLogin: LoginMessages = {
  loggingIn: 'Loggar in …',
  logOut: 'Logga ut',
  whoIsLoggedIn: 'Inloggad',
  bookAppointment: 'Boka tid',
  loginLead: 'Logga in för att se dina tider. Då kan du också boka om eller avboka dem.',
  loginForBooking: 'Du måste logga in för att boka tid här. Det du har valt finns kvar.',
  loginForAppointments: 'Logga in för att gå vidare till din tid.',
  loginOver:
    'Du har loggats ut eftersom inget hände på en stund. Logga in igen för att fortsätta. Det du har skrivit finns kvar.',
  loginWith: (name) => `Logga in med ${name}`,
  loginBySms: 'Logga in med kod via sms',
  sendLoginCode: 'Skicka en kod',
  loginCodeSent: (mobile) =>
    `Om uppgifterna stämmer med dem som kliniken har är en kod på väg via sms till ${mobile}. Det kan ta ett par minuter.`,
  noLoginCode:
    'Får du ingen kod? Kliniken kanske har ett annat nummer till dig. Ring, så ordnar de det.',
  correctLogin: 'Rätta uppgifterna',
  loginCodeOver: 'Koden gäller inte längre. Be om en ny.',
  loginTooManyTries: 'Koden skrevs fel för många gånger. Be om en ny.',
  loginNotAllowed:
    'Det går inte att logga in på det sättet här. Prova ett annat sätt eller ring kliniken.',
  loginFailed: 'Du loggades inte in',
  eidWaiting: (name) => `Fortsätt i fönstret som öppnades för ${name}.`,
  eidBlocked: 'Webbläsaren stoppade fönstret. Öppna det själv här:',
  eidOpen: (name) => `Öppna ${name}`,
  eidWindowGone: 'Fönstret är stängt. Är du klar där loggas du strax in. Annars kan du börja om.',
  eidRefused: 'Inloggningen avbröts eller misslyckades. Försök igen eller välj ett annat sätt.',
  startAgain: 'Börja om',
  goOnWithout: 'Fortsätt utan att logga in',
  notOnFileHeading: 'Vi hittar dig inte bland klinikens patienter',
  notOnFileText:
    'Här kan bara de som redan är patienter boka tid på webben. Ring kliniken, så hjälper de dig.',
  filledFromRecord:
    'Ifyllt med det som kliniken har om dig. Det du ändrar här uppdateras hos kliniken.',
  filledFromBooking: 'Ifyllt med det du uppgav när du senast bokade tid.',
  sessionCodeLead:
    'Innan du bokar om eller avbokar skickar vi en kod till dig, så att vi vet att det är du.',
  sendSessionCode: 'Skicka kod',
  sessionCodeMobile:
    'Kliniken har inget mobilnummer till dig. Vilket nummer ska koden skickas till?',
  confirmSession: 'Bekräfta',
  recallNoticeHeading: 'Det är dags för ett nytt besök',
  recallNoticeText: (treatment) => `Kliniken vill gärna träffa dig igen: ${treatment}.`,
  seeRecall: 'Se och boka',
};
