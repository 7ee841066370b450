import type { Hono } from 'hono';
import type { Services } from '../../context/services.js';
import { registerStaffAccount } from './account.js';
import { registerStaffCalendar } from './calendar.js';
import { registerDemoPeople } from './demo-people.js';
import { registerStaffHistory } from './history.js';
import { registerStaffMessages } from './messages.js';
import { registerStaffPatients } from './patients.js';
import { registerStaffPeople } from './people.js';
import { registerStaffPrivacy } from './privacy.js';
import { registerProviderChecks } from './provider-checks.js';
import { registerStaffRecords } from './records.js';
import { registerSignInProviders } from './sign-in-providers.js';
import { registerStaffSms } from './sms.js';
import { registerStaffSignIns } from './sign-ins.js';
import { registerStaffTimebook } from './timebook.js';

/** Everything that a clinic's staff must be able to change. */
export function registerStaff(app: Hono, services: Services): void {
  registerStaffAccount(app, services);
  registerStaffRecords(app, services);
  registerStaffHistory(app, services);
  registerStaffCalendar(app, services);
  registerStaffTimebook(app, services);
  registerStaffMessages(app, services);
  registerStaffSms(app, services);
  registerStaffPatients(app, services);
  registerStaffPrivacy(app, services);
  registerStaffSignIns(app, services);
  registerSignInProviders(app, services);
  registerProviderChecks(app, services);
  registerStaffPeople(app, services);
  if (services.demo) registerDemoPeople(app, services);
}
