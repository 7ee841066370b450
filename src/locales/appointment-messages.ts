/** The words of a patient's own appointments (P-35 to P-38): loaded after logging in. */
export interface AppointmentMessages {
  ownAppointments: string;
}
