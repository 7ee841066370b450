import type { BookingWords } from './booking-words.js';
import { day, hour, minute, month, patient, place, year } from './fields.js';

// As M-12 has it.
const when = `${day}.${month}.${year} klo ${hour}:${minute}`;

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
        `Ajankohta: ${when}`,
      ],
    },
    moved: {
      subject: 'Aikanne on siirretty: [CLINIC_NAME]',
      lines: ['Varaamanne aika on siirretty.', `Uusi ajankohta: ${when}`],
    },
    cancelled: {
      subject: 'Aikanne on peruutettu: [CLINIC_NAME]',
      lines: [`Olette peruuttanut aikanne ${when}.`],
    },
    freed: {
      subject: 'Aikaisempi aika: [CLINIC_NAME]',
      lines: [
        'Aikaisempi aika on vapaana: [CLINICIAN_NAME], [CLINIC_NAME]',
        when,
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
      opening: `Hei ${patient}, olemme vastaanottaneet ajanvarauksenne ${when}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    moved: {
      opening: `Hei ${patient}, aikanne on siirretty. Uusi aika: ${when}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    cancelled: {
      opening: `Hei ${patient}, olette peruuttanut aikanne ${when}.`,
      closing: 'Terveisin, [CLINIC_NAME]',
    },
    freed: {
      opening: `[CLINIC_NAME]: aikaisempi aika on vapaana ${when}. Ajan saa se, joka ehtii ensin.`,
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
