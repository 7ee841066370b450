import { oneReminder, smsPatientId, smsPatients, visitsLike } from './sms-days.js';
import type { SmsDays } from './sms-days.js';

// Numbers that Post- och telestyrelsen keeps for fiction; IDs of Skatteverket's brochures and test series.
const patients = smsPatients([
  ['Svea', 'Bengtsson', '+46701740611', '640823-3234'],
  // Switched off.
  ['Morgan', 'Sms', '+46701740600', '701063-2391'],
  ['Astrid', 'Svahn', '+46701740613', '20121212-1212'],
  ['Ernst', 'Grafik', '+46701740614', '19701060-2394'],
  ['Stina', 'Okänd', '+46701740615', '19700060-2396'],
]);

const visit = visitsLike({
  at: '10:30',
  minutes: 30,
  clinician: 'olle-ohlsson',
  clinic: 'stockholm',
});
/** One reminder, and what patients made of it. */
export const sms: SmsDays = {
  reminders: oneReminder,
  patients,
  visits: [
    visit(-2, 0, { answer: { text: 'Ja', hoursBefore: 20 }, arrived: true }),
    visit(-1, 1),
    visit(0, 2, { answer: { text: 'Nej, jag är sjuk', hoursBefore: 18 } }),
    visit(1, 3),
    visit(2, 0),
    visit(4, 2),
  ],
  written: [
    {
      hoursAgo: 44,
      to: '+46701740615',
      text: 'Hej Stina! Det är dags för en kontroll. Hälsningar, Opus Tandläkarna',
      answer: 'STOPP',
    },
  ],
  wishes: [
    { patient: smsPatientId(0), wish: true, hoursAgo: 75 },
    { patient: smsPatientId(1), wish: false, hoursAgo: 9 },
  ],
  refusedNumber: '+46701740699',
};
