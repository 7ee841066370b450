import type { BookingWords } from './booking-words.js';
import { day, hour, minute, month, patient, place, year } from './fields.js';

// As M-12 has it.
const when = `${year}-${month}-${day} kl. ${hour}:${minute}`;

export const swedish: BookingWords = {
  greeting: `Hej ${patient},`,
  treatment: 'Behandling: [TREATMENT_NAME]',
  address: `Adress: ${place}`,
  call: {
    either: 'Vill du omboka eller avboka, ring [CLINIC_WORK].',
    move: 'Vill du omboka, ring [CLINIC_WORK].',
    cancel: 'Vill du avboka, ring [CLINIC_WORK].',
    newTime: 'Vill du boka en ny tid, ring [CLINIC_WORK].',
  },
  email: {
    booked: {
      subject: 'Din tid hos [CLINIC_NAME]',
      lines: ['Du har bokat tid hos [CLINICIAN_NAME] på [CLINIC_NAME]', when],
    },
    moved: {
      subject: 'Din tid hos [CLINIC_NAME] är ombokad',
      lines: [
        'Du har bokat om din tid hos [CLINICIAN_NAME] på [CLINIC_NAME]',
        `Din nya tid: ${when}`,
      ],
    },
    cancelled: {
      subject: 'Din tid hos [CLINIC_NAME] är avbokad',
      lines: [`Du har avbokat din tid hos [CLINIC_NAME] ${when}.`],
    },
    freed: {
      subject: 'En tidigare tid hos [CLINIC_NAME]',
      lines: [
        'En tidigare tid är ledig hos [CLINICIAN_NAME] på [CLINIC_NAME]:',
        when,
        'Den som kommer först får den.',
      ],
    },
    move: 'Omboka: [MOVE_LINK]',
    cancel: 'Avboka: [CANCEL_LINK]',
    take: 'Ta tiden: [TIME_LINK]',
    stop: 'Sluta meddela mig: [STOP_LINK]',
    welcome: 'Välkommen!',
    goodbye: 'Välkommen åter!',
    signature: ['[CLINIC_NAME]'],
  },
  sms: {
    booked: {
      opening: `Hej [PATIENT_FIRST_NAME], du har bokat tid hos [CLINIC_NAME] ${when}.`,
    },
    moved: {
      opening: `Hej [PATIENT_FIRST_NAME], din nya tid hos [CLINIC_NAME]: ${when}.`,
    },
    cancelled: {
      opening: `Hej [PATIENT_FIRST_NAME], du har avbokat din tid hos [CLINIC_NAME] ${when}.`,
    },
    freed: {
      opening: `En tidigare tid är ledig hos [CLINIC_NAME] ${when}. Den som kommer först får den.`,
    },
    move: 'Omboka: [MOVE_LINK]',
    cancel: 'Avboka: [CANCEL_LINK]',
    take: 'Ta den: [TIME_LINK]',
    stop: 'Stopp: [STOP_LINK]',
  },
  calendar: {
    summary: (clinic) => `Tid hos ${clinic}`,
    description: (phone) => `Om du vill omboka eller avboka, ring ${phone}.`,
  },
};
