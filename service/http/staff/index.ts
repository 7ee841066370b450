import type { Hono } from 'hono';
import type { Services } from '../../context/services.js';
import { registerStaffAccount } from './account.js';
import { registerStaffCalendar } from './calendar.js';
import { registerStaffCatalogue } from './catalogue.js';
import { registerDemoPeople } from './demo-people.js';
import { registerStaffEidProviders } from './eid-providers.js';
import { registerStaffLists } from './lists.js';
import { registerStaffMessageTexts } from './message-texts.js';
import { registerStaffPatients } from './patients.js';
import { registerStaffPeople } from './people.js';
import { registerStaffPrivacy } from './privacy.js';
import { registerStaffRecalls } from './recalls.js';
import { registerStaffSignIns } from './sign-ins.js';
import { registerStaffTimebook } from './timebook.js';

/** Everything that a clinic's staff must be able to change. */
export function registerStaff(app: Hono, services: Services): void {
  registerStaffAccount(app, services);
  registerStaffCatalogue(app, services);
  registerStaffLists(app, services);
  registerStaffCalendar(app, services);
  registerStaffTimebook(app, services);
  registerStaffPatients(app, services);
  registerStaffPrivacy(app, services);
  registerStaffRecalls(app, services);
  registerStaffEidProviders(app, services);
  registerStaffMessageTexts(app, services);
  registerStaffSignIns(app, services);
  registerStaffPeople(app, services);
  if (services.demo) registerDemoPeople(app, services);
}
