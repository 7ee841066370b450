import type { BookingWords } from './booking-words.js';
import { day, hour, minute, month, patient, place, year } from './fields.js';

// As M-12 has it.
const when = `${day}.${month}.${year} kl. ${hour}:${minute}`;

export const norwegian: BookingWords = {
  greeting: `Hei ${patient},`,
  treatment: 'Behandling: [TREATMENT_NAME]',
  address: `Adresse: ${place}`,
  call: {
    either: 'For å flytte eller avbestille, ring [CLINIC_WORK].',
    move: 'For å flytte, ring [CLINIC_WORK].',
    cancel: 'For å avbestille, ring [CLINIC_WORK].',
    newTime: 'For ny time, ring [CLINIC_WORK].',
  },
  email: {
    booked: {
      subject: 'Ny time hos [CLINIC_NAME]',
      lines: ['Du har bestilt time hos [CLINICIAN_NAME], [CLINIC_NAME]', when],
    },
    moved: {
      subject: 'Timen din hos [CLINIC_NAME] er flyttet',
      lines: ['Timen din hos [CLINICIAN_NAME], [CLINIC_NAME] er flyttet', `Ny tid: ${when}`],
    },
    cancelled: {
      subject: 'Timen din hos [CLINIC_NAME] er avbestilt',
      lines: [`Du har avbestilt timen din hos [CLINIC_NAME] ${when}.`],
    },
    freed: {
      subject: 'En tidligere time hos [CLINIC_NAME]',
      lines: [
        'En tidligere time er ledig hos [CLINICIAN_NAME], [CLINIC_NAME]:',
        when,
        'Den som kommer først, får den.',
      ],
    },
    move: 'Flytte timen: [MOVE_LINK]',
    cancel: 'Avbestille timen: [CANCEL_LINK]',
    take: 'Ta timen: [TIME_LINK]',
    stop: 'Ikke si fra flere ganger: [STOP_LINK]',
    welcome: 'Velkommen!',
    goodbye: 'Velkommen tilbake!',
    signature: ['[CLINIC_NAME]'],
  },
  sms: {
    booked: { opening: `Hei [PATIENT_FIRST_NAME], du har time hos [CLINIC_NAME] ${when}.` },
    moved: {
      opening: `Hei [PATIENT_FIRST_NAME], timen din hos [CLINIC_NAME] er flyttet til ${when}.`,
    },
    cancelled: {
      opening: `Hei [PATIENT_FIRST_NAME], du har avbestilt timen din hos [CLINIC_NAME] ${when}.`,
    },
    freed: {
      opening: `En tidligere time er ledig hos [CLINIC_NAME] ${when}. Den som kommer først, får den.`,
    },
    move: 'Flytt: [MOVE_LINK]',
    cancel: 'Avbestill: [CANCEL_LINK]',
    take: 'Ta den: [TIME_LINK]',
    stop: 'Stopp: [STOP_LINK]',
  },
  calendar: {
    summary: (clinic) => `Time hos ${clinic}`,
    description: (phone) => `Om du vil flytte eller avbestille, ring ${phone}.`,
  },
};
