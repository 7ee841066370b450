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

/**
 * Where a message's link leads: the hosted page at `root`, asked to move or cancel one appointment. The link shows nothing
 * and changes nothing, for mail scanners follow links: acting needs the login.
 */
export function changeLink(root: string, change: 'move' | 'cancel', bookingId: string): string {
  const query = new URLSearchParams({ view: 'appointments', do: change, appointment: bookingId });
  return `${root.replace(/\/+$/, '')}/?${query.toString()}`;
}
