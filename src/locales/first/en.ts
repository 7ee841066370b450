import type { FirstMessages } from '../first-messages.js';

export const enFirst: FirstMessages = {
  logIn: 'Log in',
  stepClinic: 'Clinic',
  stepTreatment: 'Treatment',
  stepClinician: 'Clinician',
  stepTime: 'Time',
  stepDetails: 'Personal details',
  stepConfirm: 'Confirm',
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  back: 'Go back',
  next: 'Continue',
  changeWhat: (what) => `Change ${what.toLowerCase()}`,
  providedBy: (name) => `Service provided by ${name}`,
  stepsLabel: 'Booking steps',
  stepDone: 'done',
  bothSteps: (one, other) => `${one} & ${other.toLowerCase()}`,
  callClinic: (phone) => `Call the clinic ${phone}`,
  welcomeHeading: (account) => `Welcome to ${account}`,
  welcomeText: 'Book an appointment at a time that suits you. It only takes a couple of minutes.',
  chooseClinic: 'Choose a clinic',
  anyClinic: 'Any clinic',
  anyClinicText: 'Look for free times at all clinics',
  anyInGroup: (group) => `Any clinic: ${group}`,
  anyInGroupText: 'Look for free times at all clinics of the group',
  ungroupedClinics: 'Ungrouped clinics',
  ourClinicians: 'Our clinicians',
  accountOnlyOnFile:
    'Online booking is for patients who are already registered with us. If you are new, please call the clinic.',
  noClinicsHeading: 'No clinic takes online bookings right now',
  nothingToChoose: (canChange) =>
    canChange
      ? 'You can change an earlier choice, or call the clinic and they will help you.'
      : 'Call the clinic and they will help you, or try again later.',
  language: 'Language',
  tryAgain: 'Try again',
  stepShown: (step, steps, name) => `Step ${step} of ${steps}: ${name}`,
  onlySome: 'You see only what the link is about.',
  seeAll: 'Show everything',
  notLoadedText: 'Try again in a moment, or call the clinic.',
  loginElsewhere: 'You need to log in for this, and you do that on the clinic’s own booking page.',
  offlineHeading: 'You are offline',
  offlineText:
    'Nothing is lost, and everything you typed is here. We go on by ourselves when you are back online.',
  unreachableHeading: 'We cannot reach the appointment book',
  unreachableText:
    'Nothing is lost, and everything you typed is here. Try again in a moment, or call the clinic.',
  timeoutHeading: 'This takes longer than it should',
  timeoutText:
    'Nothing is lost, and everything you typed is here. Trying again is safe: you never get two appointments.',
  brokenHeading: 'Something went wrong on our side',
  brokenText:
    'Nothing is lost, and everything you typed is here. Try again, or call the clinic and they will help you.',
  rateLimitedHeading: 'That was a lot of tries in a short time',
  rateLimitedText: (minutes) =>
    `Wait ${minutes === undefined ? 'a little' : minutes === 1 ? 'one minute' : `${minutes} minutes`} and try again. If it is urgent, call the clinic. What you typed is still here.`,
  accountNotFoundHeading: 'We did not find this appointment book',
  accountNotFoundText: 'The address may have changed. Call the clinic to book an appointment.',
  maintenanceHeading: 'Down for maintenance',
  maintenanceText:
    'Online booking is down for maintenance. Please try again later, or contact the clinic for more information.',
  unpublishedHeading: 'Online booking is not open',
  unpublishedText: 'Contact the clinic to book an appointment.',
  newBookingOffHeading: 'We take no new bookings online at the moment',
  newBookingOffText: 'Contact the clinic to book an appointment.',
};
