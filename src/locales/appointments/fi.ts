import type { AppointmentMessages } from '../appointment-messages.js';

export const fiAppointments: AppointmentMessages = {
  ownAppointments: 'Omat varaukset',
};
