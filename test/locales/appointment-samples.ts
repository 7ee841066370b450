import type { AppointmentMessages } from '../../src/locales/appointment-messages.js';
import type { SamplesOf } from './samples-of.js';

const whats = ['move', 'cancel', 'both'] as const;
const reasons = ['deadline', 'template', 'days', 'setting', undefined] as const;
const when = 'Tuesday 3 at 08:00';

/** Values for every word of own appointments that is put together from some. */
export const appointmentSamples: SamplesOf<AppointmentMessages> = {
  showPast: [[2], [21]],
  dateAndTime: [['Tuesday 3', '08:00']],
  changeUntil: whats.map((what) => [what, when]),
  cannotChange: whats.flatMap((what) => [
    ...reasons.map((reason): Parameters<AppointmentMessages['cannotChange']> => [
      what,
      reason,
      undefined,
    ]),
    [what, 'deadline', when],
  ]),
  moveRange: [['Tuesday 3', 'Friday 27']],
  allHere: [['Klinikken Nye Vakås']],
  movedSentence: [['Lise Negård', 'Monday 29', '08:00–08:30', 'Klinikken Nye Vakås']],
  takenText: [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ],
  cancelledNews: [[`Rotfylling 2, ${when}`]],
  recallDue: [
    [5, undefined, 'Lise Negård', 30],
    [53, 2027, undefined, 30],
  ],
  recallUntil: [['Friday 27']],
  recallPast: [
    [5, undefined],
    [53, 2027],
  ],
  recallBooked: [[when]],
};
