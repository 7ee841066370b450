import type { AppointmentList } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { listSessionNeeds } from '../recall/needs.js';
import { requireSession } from '../session/session.js';
import { listAppointments } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { isVisible, toSessionAppointment } from './session-appointments.js';

/**
 * The appointments and needs of the caller's session, coming ones first and soonest first, past ones after them and newest
 * first (P-35, P-38). Throws `login-required`, and `not-allowed` where the account does not show them.
 */
export function listSessionAppointments(caller: Caller): Promise<AppointmentList> {
  return caller.transaction(async (work) => {
    const open = await requireSession(caller, work);
    const { account, tx, now } = work;
    if (!account.settings.viewAppointments) {
      throw new ProblemError('not-allowed', { reason: 'setting' });
    }
    const { rows } = await work.catalogue();
    const found = open.patient ? await listAppointments(tx, open.patient.id) : [];
    const { all: needs, shown: recalls } = await listSessionNeeds(work, open);
    const times = found.filter((time) => isVisible(open, time));
    const isComing = ({ reservation }: BookedTime) => reservation.startsAt.getTime() > now;
    const coming = times.filter(isComing).reverse();
    const past = times.filter((time) => !isComing(time));
    const appointments = [...coming, ...past].map((time) => {
      const need = needs.find(({ recall }) => recall.bookingId === time.booking.id);
      return toSessionAppointment(work, time, rows, need?.recall);
    });
    return { appointments, recalls };
  });
}
