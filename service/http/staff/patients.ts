import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { decideChange, listChanges, readJournal } from '../../staff/patients.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** Patients' journals, and the changes that they asked for (P-39, A-12). */
export function registerStaffPatients(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.journal, async (work, { id }) =>
    answer(200, await readJournal(work, id)),
  );
  staffRoute(app, services, staffEndpoints.patientChanges, async (work) =>
    answer(200, await listChanges(work)),
  );
  staffRoute(app, services, staffEndpoints.decidePatientChange, (work, { id, body }) =>
    decideChange(work, id, body.accept),
  );
}
