import { smsPatientId, smsPatients } from './sms-days.js';
import type { SmsDays, SmsVisit } from './sms-days.js';

// IDs of Tenor's test series (month + 80).
const patients = smsPatients([
  ['Testesen', 'Test', '+4740000011', '01815012352'],
  ['Petter', 'Olsen', '+4740000012', '12835512337'],
  // Switched off.
  ['Lise', 'Gunnarsen', '+4740000100', '23846012370'],
  ['Anette', 'Moe', '+4740000014', '05857512490'],
  ['Ulla', 'Kristiansen', '+4740000015', '17888212485'],
  ['Kåre', 'Moen', '+4740000016', '30899012379'],
  // The gateway takes nothing for this number.
  ['Tommy', 'Jensen', '+4740000017', '09819512342'],
  ['Hilde', 'Hansen', '+4740000018', '21846012483'],
]);

const visit = (
  day: number,
  patient: number,
  where: Pick<SmsVisit, 'at' | 'clinician'>,
  more: Partial<SmsVisit> = {},
): SmsVisit => ({
  ...{ day, minutes: 30, clinic: 'hvalstad', template: 'undersokelse', ...where },
  patient: smsPatientId(patient),
  ...more,
});
const lise = { clinician: 'lise-negard', at: '13:30' };
const late = { clinician: 'lise-negard', at: '16:40' };
const early = { clinician: 'evelyn-andersen', at: '08:15' };

/** Reminders as in the manual's pictures, and what patients made of them. */
export const sms: SmsDays = {
  reminders: {
    to: 'all',
    reminders: [{ hoursBefore: 70 }, { hoursBefore: 22 }],
    thankYou: { hoursAfter: 3 },
    pauses: { sunday: true, night: { from: '22:00', to: '07:00' } },
    answers: 'confirm',
  },
  patients,
  visits: [
    visit(-2, 0, lise, { answer: { text: 'JA', hoursBefore: 20 }, arrived: true }),
    visit(-2, 1, early, { arrived: true }),
    visit(-1, 2, lise),
    visit(-1, 3, early, { answer: { text: 'Nei', hoursBefore: 19 } }),
    visit(0, 4, lise, {
      answer: { text: 'Hei! Kan jeg komme en halvtime senere?', hoursBefore: 17 },
    }),
    visit(0, 5, late, { answer: { text: 'STOP', hoursBefore: 40 } }),
    visit(1, 6, lise),
    visit(1, 7, early, { answer: { text: 'Ja takk', hoursBefore: 60 } }),
    visit(2, 0, early),
    visit(3, 1, lise),
    visit(4, 3, lise),
    visit(5, 4, early),
  ],
  written: [
    {
      hoursAgo: 50,
      to: '+4740000021',
      text: 'Hei! Vi har funnet et skjerf på venterommet. Er det ditt? Mvh, Opus Dental Klinikken',
      answer: 'Ja, tusen takk! Jeg henter det i morgen.',
    },
  ],
  wishes: [
    { patient: smsPatientId(7), wish: true, hoursAgo: 75 },
    { patient: smsPatientId(1), wish: false, hoursAgo: 9 },
  ],
  refusedNumber: '+4740000017',
};
