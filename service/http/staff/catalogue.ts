import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import {
  bookingTemplates,
  categories,
  clinicGroups,
  clinicians,
  clinics,
  companies,
  preblockDefinitions,
  resources,
} from '../../store/schema/index.js';
import * as store from '../../store/staff/catalogue.js';
import type { Services } from '../services.js';
import { toStoredImage } from './images.js';
import { checkAssignedLists } from './lists.js';
import { found, staffRoute } from './staff-route.js';

/** Everything the catalogue is made of, stored and deleted by id (S-01, S-02, A-02, A-03). */
export function registerStaffCatalogue(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putCompany, async ({ tx }, call) => {
    await checkAssignedLists(tx, call.body);
    await store.putCompany(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putGroup, async ({ tx }, call) => {
    await store.putGroup(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putCategory, async ({ tx }, call) => {
    await store.putCategory(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putResource, async ({ tx }, call) => {
    await store.putResource(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putClinic, async ({ tx }, call) => {
    await store.putClinic(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putClinician, async ({ tx }, call) => {
    const { photo, ...input } = call.body;
    await checkAssignedLists(tx, input);
    const image = photo ? await toStoredImage(photo, 'photo') : photo;
    await store.putClinician(tx, call, input, image);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putTemplate, async ({ tx }, call) => {
    await store.putTemplate(tx, call, call.body);
    return undefined;
  });
  staffRoute(app, services, staffEndpoints.putPreblock, async ({ tx }, call) => {
    await store.putPreblock(tx, call, call.body);
    return undefined;
  });

  for (const [endpoint, table] of [
    [staffEndpoints.deleteCompany, companies],
    [staffEndpoints.deleteGroup, clinicGroups],
    [staffEndpoints.deleteCategory, categories],
  ] as const) {
    staffRoute(app, services, endpoint, async ({ tx }, { id }) =>
      found(await store.remove(tx, table, id)),
    );
  }
  for (const [endpoint, table] of [
    [staffEndpoints.deleteClinic, clinics],
    [staffEndpoints.deleteClinician, clinicians],
    [staffEndpoints.deleteResource, resources],
    [staffEndpoints.deleteTemplate, bookingTemplates],
    [staffEndpoints.deletePreblock, preblockDefinitions],
  ] as const) {
    staffRoute(app, services, endpoint, async ({ tx, now }, { id }) =>
      found(await store.archive(tx, table, id, new Date(now))),
    );
  }
}
