import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { ProblemError } from '../../context/problem.js';
import { asStaff } from '../../staff/operator.js';
import { checkCalendar } from '../../staff/calendar-check.js';
import { copyCalendar } from '../../staff/calendar-copies.js';
import { explain } from '../../staff/explain.js';
import { previewMessage } from '../../staff/message-preview.js';
import { findNextTimes } from '../../staff/next-times.js';
import { addTimeAlert, deleteTimeAlert, readTimeAlerts } from '../../staff/time-alerts.js';
import { changeTimebook } from '../../staff/timebook-move.js';
import { checkTimebook } from '../../staff/timebook-check.js';
import { undoOwn } from '../../staff/timebook-undo.js';
import { readRevision, readTimebook } from '../../staff/timebook-view.js';
import { addToTimebook, deleteFromTimebook } from '../../staff/timebook.js';
import { answer } from '../routing/answer.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { callerOf, staffRoute } from './staff-route.js';
import { longestStream, timebookStream } from './timebook-stream.js';

/** The timebook as the clinic sees it, and why it offers no time. */
export function registerStaffTimebook(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.timebook, async (work, { query }) =>
    answer(200, await readTimebook(work, query)),
  );
  staffRoute(app, services, staffEndpoints.nextTimes, async (work, { query }) =>
    answer(200, await findNextTimes(work, query)),
  );
  staffRoute(app, services, staffEndpoints.explain, async (work, { body }) =>
    answer(200, await explain(work, body)),
  );
  staffRoute(app, services, staffEndpoints.copyCalendar, async (work, { body }) =>
    answer(201, await copyCalendar(work, body)),
  );
  staffRoute(app, services, staffEndpoints.checkCalendar, async (work, { body }) =>
    answer(200, await checkCalendar(work, body)),
  );
  staffRoute(app, services, staffEndpoints.undoInTimebook, async (work, { body }) =>
    answer(200, await undoOwn(work, body.redo ? 'redo' : 'undo')),
  );
  staffRoute(app, services, staffEndpoints.addToTimebook, async (work, { caller, body }) => {
    const entry = await addToTimebook(work, body);
    if (body.message) caller.deliverLater();
    return answer(201, entry);
  });
  staffRoute(app, services, staffEndpoints.changeTimebook, async (work, call) => {
    const { caller, id, body, header } = call;
    const entry = await changeTimebook(work, id, body, conditionOf(header));
    if (body.message) caller.deliverLater();
    return answer(200, entry, versionHeader(entry.version));
  });
  staffRoute(app, services, staffEndpoints.previewTimebookMessage, async (work, { body }) =>
    answer(200, await previewMessage(work, body)),
  );
  staffRoute(app, services, staffEndpoints.checkTimebook, async (work, { body }) =>
    answer(200, await checkTimebook(work, body)),
  );
  staffRoute(app, services, staffEndpoints.deleteFromTimebook, async (work, call) => {
    await deleteFromTimebook(work, call.id, call.query, conditionOf(call.header));
    if (call.query.message === 'true') call.caller.deliverLater();
  });
  registerTimeAlerts(app, services);
  registerChanges(app, services);
}

/** Who waits for an earlier time (P-48). */
function registerTimeAlerts(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.timeAlerts, async (work, { query }) =>
    answer(200, await readTimeAlerts(work, query)),
  );
  staffRoute(app, services, staffEndpoints.addTimeAlert, async (work, { body }) =>
    answer(201, await addTimeAlert(work, body)),
  );
  staffRoute(app, services, staffEndpoints.deleteTimeAlert, (work, { id }) =>
    deleteTimeAlert(work, id),
  );
}

/** Changes as they come, in any process; the transaction that admits the caller is over before the stream begins. */
function registerChanges(app: Hono, services: Services): void {
  const endpoint = staffEndpoints.timebookChanges;
  staffRoute(app, services, endpoint, async (work, call) => {
    const seconds = Number(call.query.seconds ?? longestStream);
    const known = Number(call.header('Last-Event-ID') ?? NaN);
    const caller = callerOf(call, services);
    const stream = timebookStream(services.changes, {
      accountId: work.account.id,
      revision: Number.isSafeInteger(known) ? known : await readRevision(work),
      seconds: Math.min(seconds, longestStream),
      signal: call.request.signal,
      mayRead: () =>
        asStaff(caller, endpoint, () => Promise.resolve(true)).catch((error: unknown) => {
          // A database that is away for a moment closes nobody's timebook.
          if (error instanceof ProblemError && error.code !== 'busy') return false;
          return true;
        }),
    });
    return new Response(stream, {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    });
  });
}
