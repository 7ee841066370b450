import type { AppointmentMessages } from '../appointment-messages.js';

export const enAppointments: AppointmentMessages = {
  ownAppointments: 'My appointments',
};
