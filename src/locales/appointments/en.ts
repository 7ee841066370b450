import type { AppointmentMessages } from '../appointment-messages.js';

export const enAppointments: AppointmentMessages = {
  ownAppointments: 'My appointments',
  listLoading: 'Your appointments are on their way.',
  comingHeading: 'Coming',
  pastHeading: 'Past and cancelled',
  showPast: (count) => `Show ${count} past and cancelled`,
  hidePast: 'Hide past and cancelled',
  noComing: 'You have no coming appointments.',
  bookNew: 'Book an appointment',
  onlyThisNumber:
    'You see only what you booked and confirmed with this mobile number. The clinic can tell you about the rest.',
  untitled: 'Appointment',
  stateComing: 'Booked',
  statePast: 'Past',
  stateCancelled: 'Cancelled',
  dateAndTime: (date, time) => `${date} at ${time}`,
  changeUntil: (what, when) =>
    `Can be ${{ move: 'moved', cancel: 'cancelled', both: 'moved or cancelled' }[what]} until ${when}.`,
  cannotChange: (what, reason, when) => {
    const done = { move: 'moved', cancel: 'cancelled', both: 'moved or cancelled' }[what];
    if (reason === 'deadline' && when) return `Could be ${done} until ${when}.`;
    if (reason === 'deadline') return `It is too late for this appointment to be ${done} here.`;
    if (reason === 'days')
      return 'There is no day left that this appointment can be moved to here.';
    return `This appointment cannot be ${done} here.`;
  },

  moveAppointment: 'Move',
  moveHeading: 'Move the appointment',
  presentTime: 'Your present time',
  oldTimeKept: 'You keep it until you have confirmed the new one.',
  moveRange: (from, to) => `It can be moved to a day from ${from} to ${to}.`,
  whoseTimes: 'Whose times',
  allHere: (clinic) => `Everyone at ${clinic}`,
  allEverywhere: 'All our clinics',
  backToList: 'Back to my appointments',
  moveReviewHeading: 'Is this right?',
  fromTime: 'From',
  toTime: 'To',
  moveNow: 'Move the appointment',
  movingNow: 'Moving …',
  otherTime: 'Choose another time',
  movedHeading: 'The appointment is moved',
  movedSentence: (clinician, date, time, clinic) =>
    `Your new time with ${clinician} is ${date} at ${time} at ${clinic}.`,
  takenText: (hasOld, hasAlternatives) =>
    `${hasOld ? 'You still have your present time. ' : ''}${
      hasAlternatives ? 'Choose one of these instead:' : 'Choose another time instead:'
    }`,

  cancelAppointment: 'Cancel',
  cancelHeading: 'Cancel the appointment?',
  cancelText: 'The time becomes free for others at once.',
  keepAppointment: 'Keep the appointment',
  cancelNow: 'Cancel the appointment',
  cancellingNow: 'Cancelling …',
  cancelledNews: (which) => `Cancelled: ${which}`,

  recallHeading: 'Time for a check-up',
  recallDue: (week, year, clinician, minutes) =>
    `You are due for a check-up in week ${week}${year ? ` of ${year}` : ''}${
      clinician ? ` with ${clinician}` : ''
    }, ${minutes} min.`,
  recallUntil: (date) => `Choose a day no later than ${date}.`,
  recallPast: (week, year) =>
    `You were to come for a check-up in week ${week}${year ? ` of ${year}` : ''}. It cannot be booked here, but the clinic finds a time for you.`,
  recallBooked: (when) => `Your check-up is booked: ${when}`,
  recallBookedHeading: 'The check-up is booked',

  changedHeading: 'Your appointments have changed meanwhile',
  changedText:
    'The appointment was moved or cancelled, perhaps by the clinic or in another window. Below you see how things are now.',
  refusedHeading: 'That cannot be done here any more',
  lostHeading: 'We do not find that appointment',
  lostText: 'It may have been moved or cancelled. Below you see the appointments that you have.',
  loadFailedText: 'Your appointments are as they were. Try again, or call the clinic.',
  changeFailedText:
    'It is safe to try again: you never lose a time that you have, and never get two.',
};
