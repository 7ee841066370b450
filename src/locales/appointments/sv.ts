import type { AppointmentMessages } from '../appointment-messages.js';

export const svAppointments: AppointmentMessages = {
  ownAppointments: 'Mina bokningar',
};
