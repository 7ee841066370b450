import type { BookingWords } from './booking-words.js';
import { day, hour, minute, month, patient, place, year } from './fields.js';

// The one order of day and month that readers of English from anywhere understand alike (ISO 8601).
const when = `${year}-${month}-${day} at ${hour}:${minute}`;

export const english: BookingWords = {
  greeting: `Dear ${patient},`,
  treatment: 'Treatment: [TREATMENT_NAME]',
  address: `Address: ${place}`,
  call: {
    either: 'To move or cancel the appointment, call [CLINIC_WORK].',
    move: 'To move the appointment, call [CLINIC_WORK].',
    cancel: 'To cancel the appointment, call [CLINIC_WORK].',
    newTime: 'For a new appointment, call [CLINIC_WORK].',
  },
  email: {
    booked: {
      subject: 'Your appointment at [CLINIC_NAME]',
      lines: ['You have booked an appointment with [CLINICIAN_NAME], [CLINIC_NAME]', when],
    },
    moved: {
      subject: 'Your appointment at [CLINIC_NAME] has been moved',
      lines: [
        'Your appointment with [CLINICIAN_NAME], [CLINIC_NAME] has been moved',
        `New time: ${when}`,
      ],
    },
    cancelled: {
      subject: 'Your appointment at [CLINIC_NAME] has been cancelled',
      lines: [`You have cancelled your appointment at [CLINIC_NAME] on ${when}.`],
    },
    freed: {
      subject: 'An earlier time at [CLINIC_NAME]',
      lines: [
        'An earlier time is free with [CLINICIAN_NAME], [CLINIC_NAME]:',
        when,
        'It goes to whoever comes first.',
      ],
    },
    move: 'Move the appointment: [MOVE_LINK]',
    cancel: 'Cancel the appointment: [CANCEL_LINK]',
    take: 'Take the time: [TIME_LINK]',
    stop: 'Tell me no more: [STOP_LINK]',
    welcome: 'We look forward to seeing you.',
    goodbye: 'You are welcome back any time.',
    signature: ['[CLINIC_NAME]'],
  },
  sms: {
    booked: {
      opening: `Dear [PATIENT_FIRST_NAME], you have an appointment at [CLINIC_NAME] on ${when}.`,
    },
    moved: {
      opening: `Dear [PATIENT_FIRST_NAME], your appointment at [CLINIC_NAME] has been moved to ${when}.`,
    },
    cancelled: {
      opening: `Dear [PATIENT_FIRST_NAME], you have cancelled your appointment at [CLINIC_NAME] on ${when}.`,
    },
    freed: {
      opening: `An earlier time is free at [CLINIC_NAME] on ${when}. It goes to whoever comes first.`,
    },
    move: 'Move: [MOVE_LINK]',
    cancel: 'Cancel: [CANCEL_LINK]',
    take: 'Take it: [TIME_LINK]',
    stop: 'Stop: [STOP_LINK]',
  },
  calendar: {
    summary: (clinic) => `Appointment at ${clinic}`,
    description: (phone) => `To move or cancel the appointment, call ${phone}.`,
  },
};
