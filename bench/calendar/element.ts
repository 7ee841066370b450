import '../../src/define/week-calendar.js';
import { expose, firstWeek, preparedWeek } from './weeks.js';

const calendar = document.createElement('opus-week-calendar');
calendar.timeZone = 'Europe/London';
calendar.today = firstWeek;
calendar.clinicianNames = new Map(
  [0, 1, 2, 3].map((clinician) => [`clinician-${clinician}`, `Clinician ${clinician}`]),
);

expose({
  show: (index) => {
    const { monday, slots } = preparedWeek(index);
    calendar.week = monday;
    calendar.slots = slots;
    if (!calendar.isConnected) document.body.append(calendar);
  },
  buttons: () => calendar.renderRoot.querySelectorAll('.slot'),
});
