import { Hono } from 'hono';
import { createDemoTransports } from '../messages/demo-transports.js';
import type { Transports } from '../messages/transport.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import { createHmac } from '../store/secrets.js';
import { registerAccount } from './account.js';
import { registerAppointments } from './appointments.js';
import { registerBookings } from './bookings.js';
import { registerCodes } from './codes.js';
import { cors } from './cors.js';
import { registerDemo } from './demo.js';
import { registerEidLogins } from './eid/logins.js';
import { registerEidRedirect } from './eid/redirect.js';
import { registerEidWindow } from './eid/window.js';
import { registerHealth } from './health.js';
import { registerHolds } from './holds.js';
import { registerImages } from './images.js';
import { standardLimits } from './limits.js';
import { registerLogins } from './logins.js';
import { registerOpenApi } from './open-api.js';
import { ProblemError, toResponse } from './problem.js';
import type { AppOptions, Services } from './services.js';
import { registerSessionCodes } from './session-codes.js';
import { registerSessions } from './sessions.js';
import { registerSlots } from './slots.js';
import { registerStaff } from './staff/index.js';

export type { AppOptions } from './services.js';

/** The booking service as a pure fetch handler: it runs in Node and in a browser alike. The database has to be migrated. */
export function createApp(options: AppOptions): Hono {
  const services = toServices(options);
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ProblemError) return toResponse(error);
    services.onError(error);
    return toResponse(new ProblemError('internal'));
  });
  app.notFound(() => toResponse(new ProblemError('not-found')));
  app.use(cors(services));
  registerHealth(app, services);
  registerOpenApi(app);
  registerAccount(app, services);
  registerImages(app, services);
  registerSlots(app, services);
  registerHolds(app, services);
  registerBookings(app, services);
  registerCodes(app, services);
  registerLogins(app, services);
  registerSessions(app, services);
  registerSessionCodes(app, services);
  registerAppointments(app, services);
  registerEidLogins(app, services);
  registerEidRedirect(app, services);
  registerEidWindow(app, services);
  registerStaff(app, services);
  if (services.demo) registerDemo(app, services);
  return app;
}

function toServices(options: AppOptions): Services {
  const { db, clock = Date.now, serverKey, demo = false, trustProxy = 0 } = options;
  return {
    db,
    clock,
    transports: options.transports ?? defaultTransports(options),
    hmac: createHmac(serverKey),
    limits: { ...standardLimits, ...options.limits },
    demo,
    trustProxy: Number(trustProxy),
    addressOf: options.addressOf ?? (() => undefined),
    publicUrl: options.publicUrl,
    pageOf: options.pageOf,
    platformKey: options.platformKey,
    operatorKey: options.operatorKey,
    later: options.later ?? later,
    eid: options.eid,
    onError: options.onError ?? (() => undefined),
    loadCatalogue: createCatalogueLoader(),
  };
}

/** Begins at any moment of a short while: the time that the next answer takes tells nothing of this one's work either (P-33). */
function later(work: () => Promise<unknown>): void {
  setTimeout(() => void work(), Math.random() * 300);
}

function defaultTransports({ db, demo, clock }: AppOptions): Transports {
  if (demo) return createDemoTransports(db, clock);
  throw new Error('Outside demo mode the service needs transports for SMS and e-mail.');
}
