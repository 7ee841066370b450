import type { OwnAppointment, Recall } from '../../../src/contract/index.js';
import { appointment } from '../../../stories/fixtures/patient.js';

/** One's own appointment of Monday 25 January 2027, 08:00 in Oslo, which can be moved and cancelled. */
export function ownAppointment(changes: Partial<OwnAppointment> = {}): OwnAppointment {
  return {
    ...appointment,
    id: 'appointment-1',
    slot: { ...appointment.slot, start: '2027-01-25T08:00:00+01:00' },
    move: {
      allowed: true,
      until: '2027-01-24T08:00:00+01:00',
      from: '2027-01-20',
      to: '2027-02-04',
    },
    cancel: { allowed: true, until: '2027-01-24T08:00:00+01:00' },
    ...changes,
  };
}

/** The same at another start. */
export function ownAt(start: string, changes: Partial<OwnAppointment> = {}): OwnAppointment {
  const own = ownAppointment(changes);
  return { ...own, slot: { ...own.slot, start } };
}

/** A need of week 5 of 2027 with Lise Negård. */
export function need(changes: Partial<Recall> = {}): Recall {
  return {
    id: 'recall-1',
    week: '2027-02-01',
    minutes: 30,
    treatment: { id: 'undersokelse', name: 'Undersøkelse' },
    clinician: { id: 'lise', name: 'Lise Negård' },
    mayChooseClinician: false,
    until: '2027-03-01',
    bookable: true,
    phone: '66776040',
    ...changes,
  };
}
