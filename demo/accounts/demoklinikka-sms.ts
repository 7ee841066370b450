import { oneReminder, smsPatientId, smsPatients, visitsLike } from './sms-days.js';
import type { SmsDays } from './sms-days.js';

// IDs of the 900-series, which is given to nobody.
const patients = smsPatients([
  ['Eino', 'Virtanen', '+358401234511', '010180-9015'],
  // Switched off.
  ['Helmi', 'Nieminen', '+358401234500', '150375-902J'],
  ['Onni', 'Laine', '+358401234513', '240691-903X'],
  // The gateway takes nothing for this number.
  ['Lempi', 'Heikkinen', '+358401234514', '070859-904B'],
  ['Sisko', 'Rantala', '+358401234515', '130888-905R'],
]);

const visit = visitsLike({
  at: '12:00',
  minutes: 30,
  clinician: 'mika-jarvinen',
  clinic: 'helsinki',
  template: 'tarkastus',
});
/** One reminder, and what patients made of it. */
export const sms: SmsDays = {
  reminders: oneReminder,
  patients,
  visits: [
    visit(-2, 0, { answer: { text: 'Kyllä', hoursBefore: 20 }, arrived: true }),
    visit(-1, 1),
    visit(0, 2, { answer: { text: 'Ei, olen kipeänä', hoursBefore: 18 } }),
    visit(1, 3),
    visit(2, 0),
    visit(4, 2),
  ],
  written: [
    {
      hoursAgo: 44,
      to: '+358401234515',
      text: 'Hei Sisko! On aika varata tarkastus. Terveisin, Demoklinikka',
      answer: 'Lopeta',
    },
    {
      hoursAgo: 30,
      to: '+358401234514',
      text: 'Hei! Lääkereseptinne on uusittu. Terveisin, Demoklinikka',
    },
  ],
  wishes: [
    { patient: smsPatientId(0), wish: true, hoursAgo: 75 },
    { patient: smsPatientId(1), wish: false, hoursAgo: 9 },
  ],
  refusedNumber: '+358401234514',
};
