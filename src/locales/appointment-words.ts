import type { Loaders } from './load-locale.js';
import type { AppointmentMessages } from './appointment-messages.js';

/** Loads the words of a patient's own appointments. */
export const appointmentWords: Loaders<AppointmentMessages> = {
  nb: () => import('./appointments/nb.js').then(({ nbAppointments }) => nbAppointments),
  sv: () => import('./appointments/sv.js').then(({ svAppointments }) => svAppointments),
  fi: () => import('./appointments/fi.js').then(({ fiAppointments }) => fiAppointments),
  da: () => import('./appointments/da.js').then(({ daAppointments }) => daAppointments),
  en: () => import('./appointments/en.js').then(({ enAppointments }) => enAppointments),
};
