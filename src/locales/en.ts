import { enFirst } from './first/en.js';
import type { Messages } from './messages.js';

const plurals = /* @__PURE__ */ new Intl.PluralRules('en');
const plural = (count: number, one: string, other: string) =>
  plurals.select(count) === 'one' ? one : other;

/** Also in the sentences about a wrong one (`problems/`). */
export const nationalIds = {
  NO: 'national identity number',
  SE: 'personal identity number',
  FI: 'personal identity code',
  DK: 'CPR number',
} as const;

export const en: Messages = {
  ...enFirst,

  // Steps and shell (P-01, P-09, P-11)
  change: 'Change',
  yourChoices: 'Your choices',
  noChoices: 'What you choose is shown here.',
  treatmentWith: (treatment, clinician) => `${treatment} with ${clinician}`,
  treatmentAt: (treatment, clinic) => `${treatment} at ${clinic}`,
  minutes: (minutes) => `${minutes} min`,

  // Choosing (P-07, P-12 to P-17)
  chooseTreatment: 'Choose a type of treatment',
  chooseClinician: 'Choose a clinician',
  anyClinician: 'Any clinician',
  anyClinicianText: 'Look for free times with all clinicians',
  onlyOnFile: 'Only for patients who are already registered here.',
  noTreatmentsHeading: 'No treatment can be booked online here right now',
  noCliniciansHeading: 'No clinician can be booked online here right now',

  // Time (P-18 to P-24)
  chooseTime: 'Choose a time',
  previousWeek: 'Previous week',
  nextWeek: 'Next week',
  thisWeek: 'This week',
  weekNumber: (week) => `week ${week}`,
  goToDate: 'Go to date…',
  daysOfWeek: 'Days of the week',
  changeWeek: 'Change week',
  freeTimes: (times) =>
    times === 0 ? 'no free times' : plural(times, `${times} free time`, `${times} free times`),
  freeCount: (times) => (times === 0 ? 'none' : `${times} free`),
  firstFree: 'First free',
  today: 'today',
  tomorrow: 'tomorrow',
  noneBefore: (date) => `None free before ${date}`,
  tellWhenFree: 'Tell me if a time opens',
  tellWhenEarlier: 'Tell me if an earlier time opens',
  firstFreeTimes: 'First free times',
  noTimesInWeek: 'No free times this week.',
  nextFreeWeek: (week) => `Next week with free times: ${week}`,
  noTimesFound:
    'We find no free times in the coming year. Call the clinic, and we will find one together.',
  otherWay: (step) =>
    ({ clinic: 'Other clinics', treatment: 'Another treatment', clinician: 'Other clinicians' })[
      step
    ],
  noLongerFree: 'no longer free',
  severalClinicians: (clinicians) => `${clinicians} clinicians`,
  severalClinics: (clinics) => `${clinics} clinics`,
  morning: 'Morning',
  afternoon: 'Afternoon',
  otherTimesOfDay: (times) => plural(times, 'Show 1 other time', `Show ${times} other times`),
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  daysWithTimes: 'Days with free times',

  // Personal details (P-25 to P-29)
  detailsHeading: 'Your details',
  requiredLegend: '* Required fields',
  groupPerson: 'Personal details',
  groupContact: 'Contact details',
  groupAddress: 'Home address',
  firstName: 'First name',
  lastName: 'Last name',
  nationalId: (market) =>
    ({
      NO: 'National identity number (fødselsnummer)',
      SE: 'Personal identity number (personnummer)',
      FI: 'Personal identity code (henkilötunnus)',
      DK: 'Civil registration number (CPR)',
    })[market],
  nationalIdHint: (market) =>
    ({
      NO: '11 digits, DDMMYY-NNNNN',
      SE: '12 digits, YYYYMMDD-XXXX',
      FI: '11 characters, DDMMYY-XXXX',
      DK: '10 digits, DDMMYY-XXXX',
    })[market],
  message: 'Message',
  messageHint: 'Is there anything the clinic should know, such as a fear of dental treatment?',
  email: 'E-mail address',
  mobile: 'Mobile number',
  mobileHint: 'A number from abroad begins with + and the country code.',
  campaignCode: 'Campaign code',
  address1: 'Street address 1',
  address2: 'Street address 2',
  postalCode: 'Postcode',
  consent: 'I consent to the clinic processing my details to give me this appointment.',
  consentLink: 'How the clinic processes personal data',
  charactersLeft: (count) =>
    `${Math.abs(count)} character${Math.abs(count) === 1 ? '' : 's'} ${count < 0 ? 'too many' : 'left'}`,
  infoHeading: 'Filling in your details',
  infoText: (market, hasCampaignCode, hasMessage) =>
    `Please fill in every field marked with *. ${
      market === 'FI'
        ? 'Write all of your personal identity code, with the sign after the date of birth.'
        : `Your ${nationalIds[market]} may be written with or without the hyphen.`
    }` +
    (hasCampaignCode
      ? ' If you have received a campaign code, enter it under “Campaign code”.'
      : '') +
    (hasMessage
      ? ' If there is something you would like to tell the dentist or the clinic, write it under “Message”.'
      : ''),
  toReview: 'Review the booking',
  problemsHeading: (count) =>
    count === 1 ? 'One field needs correcting' : `${count} fields need correcting`,
  nothingLost: 'Everything else you have typed is kept.',
  consentProblem: 'You need to consent before you can book an appointment.',
  fieldEmpty: (label) => `Enter your ${label.toLowerCase()}.`,
  fieldWrong: (label) => `${label} was not accepted. Please check what you have typed.`,

  // Confirm and receipt (P-30 to P-32)
  reviewHeading: 'Review and book',
  reviewLead: (withCode) =>
    withCode
      ? 'The appointment is not booked yet. When you book, we send you a code to confirm that it is you.'
      : 'The appointment is not booked yet. Is everything right?',
  nameLabel: 'Name',
  addressLabel: 'Address',
  phoneLabel: 'Phone',
  reviewMinutes: (minutes) => `${minutes} min`,
  bookTime: 'Book the appointment',
  bookingTime: 'Booking …',
  codeHeading: 'Enter the code',
  codeSent: (sms, email) =>
    sms && email
      ? `We have sent a code by text message to ${sms} and by e-mail to ${email}.`
      : sms
        ? `We have sent a code by text message to ${sms}.`
        : `We have sent a code by e-mail to ${email ?? ''}.`,
  codeHelp: 'It can take a couple of minutes to arrive. Please look in your spam folder too.',
  codeLabel: 'Code',
  codeHint: 'Six digits',
  codeWrong: (triesLeft) =>
    `The code is not right. ${triesLeft === undefined ? 'Please try again.' : triesLeft === 1 ? 'You have one try left.' : `You have ${triesLeft} tries left.`}`,
  confirmTime: 'Confirm the appointment',
  confirmingTime: 'Confirming …',
  resendCode: 'Send a new code',
  resendIn: (time) => `You can ask for a new code in ${time}`,
  resendingCode: 'Sending …',
  codeSentAgain: 'We have sent a new code.',
  heldUntil: (time) => `Reserved for you until ${time}.`,
  changeContact: (hasMobile) => (hasMobile ? 'Change my number' : 'Change my e-mail address'),
  saveContact: 'Save and send a new code',
  savingContact: 'Saving …',
  cancel: 'Cancel',
  receiptHeading: 'Booking confirmation',
  receiptSentence: (clinician, date, time, clinic) =>
    `You have an appointment with ${clinician} on ${date} at ${time} at ${clinic}.`,
  moveOrCancelCall: 'To move or cancel it, call',
  changeOnline: (what) =>
    `You can ${{ move: 'move it', cancel: 'cancel it', both: 'move or cancel it' }[what]} under`,
  orCall: 'You can also call',
  myAppointments: 'My appointments',
  receiptEmail: (email) =>
    `A confirmation has been sent by e-mail to ${email}. It can take a few minutes.`,
  receiptSms: (mobile) => `Any text messages from the clinic will be sent to ${mobile}.`,
  printReceipt: 'Print the confirmation',
  toCalendar: 'Add to calendar',
  showOnMap: 'Show on a map',
  toStart: 'Go to the start page',
  calendarSummary: (clinic) => `Appointment at ${clinic}`,
  calendarDescription: (phone) => `To move or cancel the appointment, call ${phone}.`,
  calendarFileName: 'appointment',

  // Errors and states (P-17, P-23, P-40)
  keepTime: 'Keep the time',
  stillThere: 'Are you still there?',
  chooseTimeFirst: 'Choose a time first. What you typed is kept.',
  sameTime: 'Others at this time',
  sameTimeHeading: 'Free at the same time',
  sameTimeNone: 'Nobody else is free at this time.',
  close: 'Close',
  droppedChoices: (steps) =>
    `You changed a choice, and this no longer fits: ${new Intl.ListFormat('en').format(steps)}.`,
  notAllowedHeading: 'This appointment cannot be booked online',
  notAllowedText:
    'Call the clinic and they will find a time for you. What you typed is still here.',
  invalidHeading: 'Something has to be corrected before you can book',
  invalidText: 'The time is kept for you. Please look over your details.',
  holdExpiredHeading: 'The time is no longer kept for you',
  holdExpiredText: 'Try again: if it is still free, it is yours. What you typed is still here.',
  codeExpiredHeading: 'The code is no longer valid',
  codeExpiredText: 'What you typed is kept. Book the time once more and you get a new code.',
  tooManyTriesHeading: 'The code was wrong too many times',
  tooManyTriesText:
    'What you typed is kept. Book the time once more to get a new code, or call the clinic.',
  slotTakenHeading: 'Somebody else just took that time',
  slotTakenText: (hasAlternatives) =>
    hasAlternatives
      ? 'What you typed is kept. Choose one of these and go on where you were:'
      : 'What you typed is kept. Choose another time and go on where you were.',
  alternatives: 'Other free times',
  timeWith: (date, time, clinician) => `${date} ${time} with ${clinician}`,
  otherTimes: 'See all free times',
  typedKept: 'What you typed is kept as long as this page is open.',
};
