import type { AppointmentMessages } from '../appointment-messages.js';

export const daAppointments: AppointmentMessages = {
  ownAppointments: 'Mine aftaler',
};
