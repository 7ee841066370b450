// The calendar as it ships.
import '../../src/define/week-calendar.js';
import type { Draw } from './weeks.js';

export const draw: Draw = (host, { monday }) => {
  const calendar = document.createElement('opus-week-calendar');
  calendar.timeZone = 'Europe/London';
  calendar.today = monday;
  calendar.clinicianNames = new Map(
    [0, 1, 2, 3].map((clinician) => [`clinician-${clinician}`, `Clinician ${clinician}`]),
  );
  return {
    show: ({ monday: shown, slots }) => {
      calendar.week = shown;
      calendar.slots = slots;
      if (!calendar.isConnected) host.append(calendar);
    },
    buttons: () => calendar.renderRoot.querySelectorAll('.slot'),
  };
};
