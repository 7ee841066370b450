import type { LoginMessages } from '../login-messages.js';

export const enLogin: LoginMessages = {
  loggingIn: 'Logging in …',
  logOut: 'Log out',
  whoIsLoggedIn: 'Logged in',
  bookAppointment: 'Book an appointment',
  loginLead: 'Log in to see your appointments. You can then also move or cancel them.',
  loginForBooking: 'You need to log in to book a time here. What you have chosen is kept.',
  loginForAppointments: 'Log in to go on to your appointment.',
  loginOver:
    'You have been logged out, as nothing happened for a while. Log in again to go on. What you have typed is kept.',
  loginWith: (name) => `Log in with ${name}`,
  loginBySms: 'Log in with a code by SMS',
  sendLoginCode: 'Send me a code',
  loginCodeSent: (mobile) =>
    `If these details match those the clinic has, a code is on its way by SMS to ${mobile}. It can take a couple of minutes.`,
  noLoginCode:
    'No code? The clinic may have another number for you. Call them, and they will sort it out.',
  correctLogin: 'Correct the details',
  loginCodeOver: 'The code is no longer valid. Ask for a new one.',
  loginTooManyTries: 'The code was wrong too many times. Ask for a new one.',
  loginNotAllowed:
    'It is not possible to log in this way here. Try another way, or call the clinic.',
  loginFailed: 'You were not logged in',
  eidWaiting: (name) => `Go on in the window that was opened for ${name}.`,
  eidBlocked: 'Your browser stopped the window. Open it yourself here:',
  eidOpen: (name) => `Open ${name}`,
  eidWindowGone:
    'The window is closed. If you have finished there, you will be logged in shortly. Otherwise you can start again.',
  eidRefused: 'Logging in was cancelled, or it failed. Try again, or choose another way.',
  startAgain: 'Start again',
  goOnWithout: 'Go on without logging in',
  notOnFileHeading: 'We do not find you among the patients of the clinic',
  notOnFileText:
    'Only those who are patients already can book online here. Call the clinic, and they will help you.',
  filledFromRecord:
    'Filled in with what the clinic has about you. What you change here is updated at the clinic.',
  filledFromBooking: 'Filled in with what you told us when you last booked.',
  sessionCodeLead: 'Before you move or cancel, we send you a code, so that we know it is you.',
  sendSessionCode: 'Send the code',
  sessionCodeMobile:
    'The clinic does not have your mobile number. Which number should the code go to?',
  confirmSession: 'Confirm',
  recallNoticeHeading: 'It is time for another visit',
  recallNoticeText: (treatment) => `The clinic would like to see you again: ${treatment}.`,
  seeRecall: 'See and book',
};
