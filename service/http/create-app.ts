import { Hono } from 'hono';
import { busy, isOutage } from '../context/admission.js';
import { ProblemError } from '../context/problem.js';
import { createServices } from '../context/services.js';
import type { AppOptions } from '../context/services.js';
import { registerAccount } from './account.js';
import { registerAlerts } from './alerts.js';
import { registerAppointments } from './appointments.js';
import { registerBookings } from './bookings.js';
import { cors } from './routing/cors.js';
import { dateHeader } from './routing/date-header.js';
import { registerCspReports } from './csp-reports.js';
import { registerDemo } from './demo.js';
import { registerEidLogins } from './eid/logins.js';
import { registerEidWindow } from './eid/window.js';
import { registerGateway } from './gateway/gateway.js';
import { registerHealth } from './health.js';
import { registerHolds } from './holds.js';
import { registerImages } from './images.js';
import { registerLogins } from './logins.js';
import { registerMarketplace } from './marketplace.js';
import { registerOpenApi } from './open-api.js';
import { toResponse } from './routing/problem-response.js';
import { securityHeaders } from './routing/security-headers.js';
import { registerSessions } from './sessions.js';
import { registerSlots } from './slots.js';
import { registerStaff } from './staff/index.js';

export type { AppOptions } from '../context/services.js';

/** The booking service as a pure fetch handler: it runs in Node and in a browser. The database has to be migrated. */
export function createApp(options: AppOptions): Hono {
  const services = createServices(options);
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof ProblemError) return toResponse(error);
    // Nobody reads this answer, and nothing went wrong.
    if (error === context.req.raw.signal.reason) return toResponse(busy());
    services.onError(error);
    return toResponse(isOutage(error) ? busy() : new ProblemError('internal'));
  });
  app.notFound(() => toResponse(new ProblemError('not-found')));
  app.use(securityHeaders(services));
  app.use(dateHeader(services));
  app.use(cors(services));
  registerHealth(app, services);
  registerCspReports(app, services);
  registerOpenApi(app);
  registerMarketplace(app, services);
  registerAccount(app, services);
  registerImages(app, services);
  registerSlots(app, services);
  registerHolds(app, services);
  registerBookings(app, services);
  registerLogins(app, services);
  registerSessions(app, services);
  registerAppointments(app, services);
  registerAlerts(app, services);
  registerEidLogins(app, services);
  registerEidWindow(app, services);
  registerGateway(app, services);
  registerStaff(app, services);
  if (services.demo) registerDemo(app, services);
  return app;
}
