import type { StaffSettings } from '../../src/contract/index.js';
import { hasLogin } from '../core/settings.js';
import type { Ways } from './booking-texts.js';

/** Whether the account lets patients log in and move or cancel what a template allows (P-33, P-36, P-37). */
export function waysOnline(
  settings: StaffSettings,
  template: { moveOnline: boolean; cancelOnline: boolean } | undefined,
): Pick<Ways, 'move' | 'cancel'> {
  const { viewAppointments, moveAppointment, cancelAppointment } = settings;
  const isOpen = viewAppointments && hasLogin(settings);
  return {
    move: isOpen && moveAppointment && (template?.moveOnline ?? settings.moveWithoutTemplate),
    cancel:
      isOpen && cancelAppointment && (template?.cancelOnline ?? settings.cancelWithoutTemplate),
  };
}

/** What a link to a freed time chooses beforehand (P-10). */
export interface FreedTime {
  /** The appointment that moves there; without it, what is booked anew. */
  appointment?: string | undefined;
  clinic?: string | undefined;
  clinician?: string | undefined;
  treatment?: string | undefined;
}

/**
 * Where the link to a freed time leads (P-48): the page with all of it chosen, which holds the time as if the patient had picked it.
 * Whoever has it may take the time, for it is anybody's; an appointment moves there only after its patient has logged in.
 * `start` in epoch milliseconds.
 */
export function timeLink(root: string, start: number, freed: FreedTime): string {
  const { appointment, clinic, clinician, treatment } = freed;
  const choices = appointment
    ? { view: 'appointments', do: 'move', appointment, clinic, clinician }
    : { clinic, treatment, clinician };
  const given = Object.entries(choices).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const time = new Date(start).toISOString().replace(':00.000Z', 'Z');
  const query = new URLSearchParams([...given, ['time', time]]);
  // A colon may stand in a query as it is, and an SMS is short.
  return `${root.replace(/\/+$/, '')}/?${query.toString().replaceAll('%3A', ':')}`;
}

/** Where an alert can be ended: its id shows nothing, and is good for nothing else. */
export function stopLink(root: string, alertId: string): string {
  return `${root.replace(/\/+$/, '')}/?alert=${alertId}`;
}

/**
 * Where a message's link leads: the hosted page at `root`, asked to move or cancel one appointment. The link shows nothing
 * and changes nothing, for mail scanners follow links: acting needs the login.
 */
export function changeLink(root: string, change: 'move' | 'cancel', bookingId: string): string {
  const query = new URLSearchParams({ view: 'appointments', do: change, appointment: bookingId });
  return `${root.replace(/\/+$/, '')}/?${query.toString()}`;
}
