import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import * as catalogue from '../../staff/catalogue.js';
import { staffRoute } from './staff-route.js';

/** Everything the catalogue is made of, stored and deleted by id (S-01, S-02, A-02, A-03). */
export function registerStaffCatalogue(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putCompany, (work, { id, body }) =>
    catalogue.putCompany(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putGroup, (work, { id, body }) =>
    catalogue.putGroup(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putCategory, (work, { id, body }) =>
    catalogue.putCategory(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putResource, (work, { id, body }) =>
    catalogue.putResource(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putClinic, (work, { id, body }) =>
    catalogue.putClinic(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putClinician, (work, { id, body }) =>
    catalogue.putClinician(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putTemplate, (work, { id, body }) =>
    catalogue.putTemplate(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putPreblock, (work, { id, body }) =>
    catalogue.putPreblock(work, id, body),
  );

  for (const [endpoint, kind] of [
    [staffEndpoints.deleteCompany, 'company'],
    [staffEndpoints.deleteGroup, 'group'],
    [staffEndpoints.deleteCategory, 'category'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id }) =>
      catalogue.deleteFromCatalogue(work, kind, id),
    );
  }
  for (const [endpoint, kind] of [
    [staffEndpoints.deleteClinic, 'clinic'],
    [staffEndpoints.deleteClinician, 'clinician'],
    [staffEndpoints.deleteResource, 'resource'],
    [staffEndpoints.deleteTemplate, 'template'],
    [staffEndpoints.deletePreblock, 'preblock'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id }) =>
      catalogue.archiveInCatalogue(work, kind, id),
    );
  }
}
