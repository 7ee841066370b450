import type { BookingWords } from './booking-words.js';
import { day, hour, minute, month, patient, place, year } from './fields.js';

// As M-12 has it.
const when = `${day}.${month}.${year} kl. ${hour}.${minute}`;

export const danish: BookingWords = {
  greeting: `Hej ${patient},`,
  treatment: 'Behandling: [TREATMENT_NAME]',
  address: `Adresse: ${place}`,
  call: {
    either: 'Ring til [CLINIC_WORK], hvis du vil flytte tiden eller melde afbud.',
    move: 'Ring til [CLINIC_WORK], hvis du vil flytte tiden.',
    cancel: 'Ring til [CLINIC_WORK], hvis du vil melde afbud.',
    newTime: 'Ring til [CLINIC_WORK], hvis du vil have en ny tid.',
  },
  email: {
    booked: {
      subject: 'Din tid hos [CLINIC_NAME]',
      lines: ['Du har booket tid hos [CLINICIAN_NAME], [CLINIC_NAME]', when],
    },
    moved: {
      subject: 'Din tid hos [CLINIC_NAME] er flyttet',
      lines: ['Din tid hos [CLINICIAN_NAME], [CLINIC_NAME] er flyttet', `Ny tid: ${when}`],
    },
    cancelled: {
      subject: 'Din tid hos [CLINIC_NAME] er aflyst',
      lines: [`Du har meldt afbud til din tid hos [CLINIC_NAME] den ${when}.`],
    },
    freed: {
      subject: 'En tidligere tid hos [CLINIC_NAME]',
      lines: [
        'En tidligere tid er ledig hos [CLINICIAN_NAME], [CLINIC_NAME]:',
        when,
        'Den, der kommer først, får den.',
      ],
    },
    move: 'Flyt tiden: [MOVE_LINK]',
    cancel: 'Meld afbud: [CANCEL_LINK]',
    take: 'Tag tiden: [TIME_LINK]',
    stop: 'Giv mig ikke besked mere: [STOP_LINK]',
    welcome: 'Velkommen!',
    goodbye: 'På gensyn!',
    signature: ['[CLINIC_NAME]'],
  },
  sms: {
    booked: {
      opening: `Hej [PATIENT_FIRST_NAME], du har tid hos [CLINIC_NAME] den ${when}.`,
    },
    moved: {
      opening: `Hej [PATIENT_FIRST_NAME], din tid hos [CLINIC_NAME] er flyttet til den ${when}.`,
    },
    cancelled: {
      opening: `Hej [PATIENT_FIRST_NAME], du har meldt afbud til din tid hos [CLINIC_NAME] den ${when}.`,
    },
    freed: {
      opening: `En tidligere tid er ledig hos [CLINIC_NAME] den ${when}. Den, der kommer først, får den.`,
    },
    move: 'Flyt: [MOVE_LINK]',
    cancel: 'Meld afbud: [CANCEL_LINK]',
    take: 'Tag den: [TIME_LINK]',
    stop: 'Stop: [STOP_LINK]',
  },
  calendar: {
    summary: (clinic) => `Tid hos ${clinic}`,
    description: (phone) => `Hvis du vil flytte eller melde afbud, så ring til ${phone}.`,
  },
};
