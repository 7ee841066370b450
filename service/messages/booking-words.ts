import type { MessageEvent } from '../../src/contract/index.js';

/** The words of one language for messages about appointments, with merge fields (M-03). */
export interface BookingWords {
  greeting: string;
  treatment: string;
  address: string;
  /** Sentences with the clinic's phone. */
  call: { either: string; move: string; cancel: string; newTime: string };
  email: Record<MessageEvent, { subject: string; lines: string[] }> & {
    move: string;
    cancel: string;
    take: string;
    stop: string;
    welcome: string;
    goodbye: string;
    signature: string[];
  };
  sms: Record<MessageEvent, { opening: string; closing?: string }> & {
    move: string;
    cancel: string;
    take: string;
    stop: string;
  };
  calendar: { summary: (clinic: string) => string; description: (phone: string) => string };
}

const day = '[TIMESLOT_START_DAY]';
const month = '[TIMESLOT_START_MONTH]';
const year = '[TIMESLOT_START_YEAR]';
const hour = '[TIMESLOT_START_HOUR]';
const minute = '[TIMESLOT_START_MINUTE]';
const patient = '[PATIENT_FIRST_NAME] [PATIENT_LAST_NAME]';
const place = '[CLINIC_ADDRESS1], [CLINIC_ADDRESS2], [CLINIC_POSTALCODE] [CLINIC_CITY]';

// Dates as M-12 has them.
const inNorwegian = `${day}.${month}.${year} kl. ${hour}:${minute}`;
const inSwedish = `${year}-${month}-${day} kl. ${hour}:${minute}`;
const inFinnish = `${day}.${month}.${year} klo ${hour}:${minute}`;
const inDanish = `${day}.${month}.${year} kl. ${hour}.${minute}`;
// The one order of day and month that readers of English from anywhere understand alike (ISO 8601).
const inEnglish = `${year}-${month}-${day} at ${hour}:${minute}`;

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
      lines: ['Du har bestilt time hos [CLINICIAN_NAME], [CLINIC_NAME]', inNorwegian],
    },
    moved: {
      subject: 'Timen din hos [CLINIC_NAME] er flyttet',
      lines: ['Timen din hos [CLINICIAN_NAME], [CLINIC_NAME] er flyttet', `Ny tid: ${inNorwegian}`],
    },
    cancelled: {
      subject: 'Timen din hos [CLINIC_NAME] er avbestilt',
      lines: [`Du har avbestilt timen din hos [CLINIC_NAME] ${inNorwegian}.`],
    },
    freed: {
      subject: 'En tidligere time hos [CLINIC_NAME]',
      lines: [
        'En tidligere time er ledig hos [CLINICIAN_NAME], [CLINIC_NAME]:',
        inNorwegian,
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
    booked: { opening: `Hei [PATIENT_FIRST_NAME], du har time hos [CLINIC_NAME] ${inNorwegian}.` },
    moved: {
      opening: `Hei [PATIENT_FIRST_NAME], timen din hos [CLINIC_NAME] er flyttet til ${inNorwegian}.`,
    },
    cancelled: {
      opening: `Hei [PATIENT_FIRST_NAME], du har avbestilt timen din hos [CLINIC_NAME] ${inNorwegian}.`,
    },
    freed: {
      opening: `En tidligere time er ledig hos [CLINIC_NAME] ${inNorwegian}. Den som kommer først, får den.`,
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
      lines: ['Du har bokat tid hos [CLINICIAN_NAME] på [CLINIC_NAME]', inSwedish],
    },
    moved: {
      subject: 'Din tid hos [CLINIC_NAME] är ombokad',
      lines: [
        'Du har bokat om din tid hos [CLINICIAN_NAME] på [CLINIC_NAME]',
        `Din nya tid: ${inSwedish}`,
      ],
    },
    cancelled: {
      subject: 'Din tid hos [CLINIC_NAME] är avbokad',
      lines: [`Du har avbokat din tid hos [CLINIC_NAME] ${inSwedish}.`],
    },
    freed: {
      subject: 'En tidigare tid hos [CLINIC_NAME]',
      lines: [
        'En tidigare tid är ledig hos [CLINICIAN_NAME] på [CLINIC_NAME]:',
        inSwedish,
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
      opening: `Hej [PATIENT_FIRST_NAME], du har bokat tid hos [CLINIC_NAME] ${inSwedish}.`,
    },
    moved: {
      opening: `Hej [PATIENT_FIRST_NAME], din nya tid hos [CLINIC_NAME]: ${inSwedish}.`,
    },
    cancelled: {
      opening: `Hej [PATIENT_FIRST_NAME], du har avbokat din tid hos [CLINIC_NAME] ${inSwedish}.`,
    },
    freed: {
      opening: `En tidigare tid är ledig hos [CLINIC_NAME] ${inSwedish}. Den som kommer först får den.`,
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

export const finnish: BookingWords = {
  greeting: `Hei ${patient},`,
  treatment: 'Toimenpide: [TREATMENT_NAME]',
  address: `Paikka: [CLINIC_NAME], ${place}`,
  call: {
    either: 'Jos haluatte siirtää tai peruuttaa ajan, soittakaa numeroon [CLINIC_WORK].',
    move: 'Jos haluatte siirtää ajan, soittakaa numeroon [CLINIC_WORK].',
    cancel: 'Jos haluatte peruuttaa ajan, soittakaa numeroon [CLINIC_WORK].',
    newTime: 'Jos haluatte varata uuden ajan, soittakaa numeroon [CLINIC_WORK].',
  },
  email: {
    booked: {
      subject: 'Varausvahvistus: [CLINIC_NAME]',
      lines: [
        'Olemme vastaanottaneet varauksenne, jonka tiedot löytyvät alta.',
        `Ajankohta: ${inFinnish}`,
      ],
    },
    moved: {
      subject: 'Aikanne on siirretty: [CLINIC_NAME]',
      lines: ['Varaamanne aika on siirretty.', `Uusi ajankohta: ${inFinnish}`],
    },
    cancelled: {
      subject: 'Aikanne on peruutettu: [CLINIC_NAME]',
      lines: [`Olette peruuttanut aikanne ${inFinnish}.`],
    },
    freed: {
      subject: 'Aikaisempi aika: [CLINIC_NAME]',
      lines: [
        'Aikaisempi aika on vapaana: [CLINICIAN_NAME], [CLINIC_NAME]',
        inFinnish,
        'Ajan saa se, joka ehtii ensin.',
      ],
    },
    move: 'Siirrä aika: [MOVE_LINK]',
    cancel: 'Peruuta aika: [CANCEL_LINK]',
    take: 'Varaa aika: [TIME_LINK]',
    stop: 'Lopeta ilmoitukset: [STOP_LINK]',
    welcome: 'Terveisin,',
    goodbye: 'Terveisin,',
    signature: ['[CLINICIAN_NAME], [CLINIC_NAME]'],
  },
  sms: {
    booked: {
      opening: `Hei ${patient}, olemme vastaanottaneet ajanvarauksenne ${inFinnish}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    moved: {
      opening: `Hei ${patient}, aikanne on siirretty. Uusi aika: ${inFinnish}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    cancelled: {
      opening: `Hei ${patient}, olette peruuttanut aikanne ${inFinnish}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    freed: {
      opening: `[CLINIC_NAME]: aikaisempi aika on vapaana ${inFinnish}. Ajan saa se, joka ehtii ensin.`,
    },
    move: 'Siirrä: [MOVE_LINK]',
    cancel: 'Peruuta: [CANCEL_LINK]',
    take: 'Varaa: [TIME_LINK]',
    stop: 'Lopeta: [STOP_LINK]',
  },
  calendar: {
    summary: (clinic) => `Ajanvaraus: ${clinic}`,
    description: (phone) => `Jos haluat siirtää tai peruuttaa ajan, soita ${phone}.`,
  },
};

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
      lines: ['Du har booket tid hos [CLINICIAN_NAME], [CLINIC_NAME]', inDanish],
    },
    moved: {
      subject: 'Din tid hos [CLINIC_NAME] er flyttet',
      lines: ['Din tid hos [CLINICIAN_NAME], [CLINIC_NAME] er flyttet', `Ny tid: ${inDanish}`],
    },
    cancelled: {
      subject: 'Din tid hos [CLINIC_NAME] er aflyst',
      lines: [`Du har meldt afbud til din tid hos [CLINIC_NAME] den ${inDanish}.`],
    },
    freed: {
      subject: 'En tidligere tid hos [CLINIC_NAME]',
      lines: [
        'En tidligere tid er ledig hos [CLINICIAN_NAME], [CLINIC_NAME]:',
        inDanish,
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
      opening: `Hej [PATIENT_FIRST_NAME], du har tid hos [CLINIC_NAME] den ${inDanish}.`,
    },
    moved: {
      opening: `Hej [PATIENT_FIRST_NAME], din tid hos [CLINIC_NAME] er flyttet til den ${inDanish}.`,
    },
    cancelled: {
      opening: `Hej [PATIENT_FIRST_NAME], du har meldt afbud til din tid hos [CLINIC_NAME] den ${inDanish}.`,
    },
    freed: {
      opening: `En tidligere tid er ledig hos [CLINIC_NAME] den ${inDanish}. Den, der kommer først, får den.`,
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
      lines: ['You have booked an appointment with [CLINICIAN_NAME], [CLINIC_NAME]', inEnglish],
    },
    moved: {
      subject: 'Your appointment at [CLINIC_NAME] has been moved',
      lines: [
        'Your appointment with [CLINICIAN_NAME], [CLINIC_NAME] has been moved',
        `New time: ${inEnglish}`,
      ],
    },
    cancelled: {
      subject: 'Your appointment at [CLINIC_NAME] has been cancelled',
      lines: [`You have cancelled your appointment at [CLINIC_NAME] on ${inEnglish}.`],
    },
    freed: {
      subject: 'An earlier time at [CLINIC_NAME]',
      lines: [
        'An earlier time is free with [CLINICIAN_NAME], [CLINIC_NAME]:',
        inEnglish,
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
      opening: `Dear [PATIENT_FIRST_NAME], you have an appointment at [CLINIC_NAME] on ${inEnglish}.`,
    },
    moved: {
      opening: `Dear [PATIENT_FIRST_NAME], your appointment at [CLINIC_NAME] has been moved to ${inEnglish}.`,
    },
    cancelled: {
      opening: `Dear [PATIENT_FIRST_NAME], you have cancelled your appointment at [CLINIC_NAME] on ${inEnglish}.`,
    },
    freed: {
      opening: `An earlier time is free at [CLINIC_NAME] on ${inEnglish}. It goes to whoever comes first.`,
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
