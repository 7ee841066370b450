import type { AppointmentMessages } from '../appointment-messages.js';

export const nbAppointments: AppointmentMessages = {
  ownAppointments: 'Mine timer',
};
