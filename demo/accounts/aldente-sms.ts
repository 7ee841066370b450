import { smsPatientId, smsPatients, visitsLike } from './sms-days.js';
import type { SmsDays } from './sms-days.js';

// IDs of the series that MedCom's test patients are of (9995, 9996).
const patients = smsPatients([
  ['Karen', 'Nygaard', '+4520123411', '0104909996'],
  // Switched off.
  ['Aksel', 'Bech', '+4520123400', '1208659995'],
  ['Villads', 'Krogh', '+4520123413', '0507729996'],
  // The gateway takes nothing for this number.
  ['Gudrun', 'Toft', '+4520123414', '2310849995'],
  ['Lone', 'Dam', '+4520123415', '1702629995'],
]);

const visit = visitsLike({
  at: '12:40',
  minutes: 20,
  clinician: 'soren-holm',
  clinic: 'aarhus',
  template: 'tandpine',
});
/** Two reminders, and what patients made of them. */
export const sms: SmsDays = {
  reminders: {
    to: 'all',
    reminders: [{ hoursBefore: 48 }, { hoursBefore: 3 }],
    thankYou: { hoursAfter: 3 },
    pauses: { sunday: true, night: { from: '21:00', to: '07:00' } },
    answers: 'confirm',
  },
  patients,
  visits: [
    visit(-2, 0, { answer: { text: 'Ja tak', hoursBefore: 30 }, arrived: true }),
    visit(-1, 1),
    visit(0, 2, { answer: { text: 'Kan jeg komme et kvarter senere?', hoursBefore: 20 } }),
    visit(1, 3),
    visit(2, 0),
    visit(3, 2),
  ],
  written: [
    {
      hoursAgo: 44,
      to: '+4520123415',
      text: 'Hej Lone! Det er blevet tid til et eftersyn. Ring til os. Venlig hilsen al dente',
      answer: 'STOP',
    },
    {
      hoursAgo: 26,
      to: '+4520123421',
      text: 'Hej! Du har glemt en paraply hos os. Venlig hilsen al dente',
      answer: 'Tak, jeg henter den i morgen.',
    },
  ],
  wishes: [
    { patient: smsPatientId(0), wish: true, hoursAgo: 75 },
    { patient: smsPatientId(1), wish: false, hoursAgo: 9 },
  ],
  refusedNumber: '+4520123414',
};
