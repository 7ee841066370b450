import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { searchPatients } from '../../staff/records/patient-search.js';
import { exportPatient, readDataJournal } from '../../staff/privacy.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** Finding patients, exporting one, and what was done with personal data. */
export function registerStaffPrivacy(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.findPatient, async (work, { body }) =>
    answer(200, await searchPatients(work, body)),
  );
  staffRoute(app, services, staffEndpoints.exportPatient, async (work, { id }) =>
    answer(200, await exportPatient(work, id)),
  );
  staffRoute(app, services, staffEndpoints.dataJournal, async (work) =>
    answer(200, await readDataJournal(work)),
  );
}
