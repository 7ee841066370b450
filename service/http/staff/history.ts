import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { ProblemError } from '../../context/problem.js';
import { exportAccount, importAccount } from '../../staff/records/exchange.js';
import { readEntry, readHistory } from '../../staff/records/read-history.js';
import { undo } from '../../staff/records/undo.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** What was changed by whom, undo, and all of an account's set-up as one document (C-04, C-12). */
export function registerStaffHistory(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.history, async (work, { query }) =>
    answer(200, await readHistory(work, query)),
  );
  staffRoute(app, services, staffEndpoints.undo, async (work, { id }) => {
    if (!/^\d{1,15}$/.test(id)) throw new ProblemError('not-found');
    return answer(201, await readEntry(work, await undo(work, Number(id))));
  });
  staffRoute(app, services, staffEndpoints.exportAccount, async (work) =>
    answer(200, await exportAccount(work)),
  );
  staffRoute(app, services, staffEndpoints.importAccount, async (work, { body }) =>
    answer(200, await importAccount(work, body)),
  );
}
