import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { listAppointments } from '../store/appointments.js';
import { cancelOnce, moveOnce } from './appointment-changes.js';
import { requireKey } from './idempotency.js';
import { isVisible, toOwnAppointment } from './own-appointments.js';
import { listOwnNeeds } from './own-needs.js';
import { ProblemError } from './problem.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';
import { requireSession } from './session.js';

/** The patient's own appointments: the list, moving, cancelling (P-35 to P-38, P-43, P-44). */
export function registerAppointments(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.appointments, (call) =>
    call.transaction(async (work) => {
      const open = await requireSession(call, work);
      const { account, tx, now } = work;
      if (!account.settings.viewAppointments) {
        throw new ProblemError('not-allowed', { reason: 'setting' });
      }
      const { rows } = await work.catalogue();
      const found = open.patient ? await listAppointments(tx, open.patient.id) : [];
      const { all: needs, shown: recalls } = await listOwnNeeds(work, open);
      const times = found.filter((time) => isVisible(open, time));
      const isAhead = ({ reservation }: (typeof times)[number]) =>
        reservation.startsAt.getTime() > now;
      const coming = times.filter(isAhead).reverse();
      const past = times.filter((time) => !isAhead(time));
      const appointments = [...coming, ...past].map((time) => {
        const need = needs.find(({ recall }) => recall.bookingId === time.booking.id);
        return toOwnAppointment(work, time, rows, need?.recall);
      });
      return answer(200, { appointments, recalls });
    }),
  );

  route(app, services, prefix.public, publicEndpoints.moveAppointment, async (call) => {
    const key = requireKey(call);
    const response = await call.transaction((work) => moveOnce(call, work, key));
    await call.deliver();
    return response;
  });

  route(app, services, prefix.public, publicEndpoints.cancelAppointment, async (call) => {
    const key = requireKey(call);
    const response = await call.transaction((work) => cancelOnce(call, work, key));
    await call.deliver();
    return response;
  });
}
