import type { Hono } from 'hono';
import type { Services } from '../../context/services.js';
import { registerStaffAccount } from './account.js';
import { registerStaffCalendar } from './calendar.js';
import { registerStaffHistory } from './history.js';
import { registerStaffPatients } from './patients.js';
import { registerStaffPrivacy } from './privacy.js';
import { registerStaffRecords } from './records.js';
import { registerStaffTimebook } from './timebook.js';

/** Everything that a clinic's staff must be able to change. */
export function registerStaff(app: Hono, services: Services): void {
  registerStaffAccount(app, services);
  registerStaffRecords(app, services);
  registerStaffHistory(app, services);
  registerStaffCalendar(app, services);
  registerStaffTimebook(app, services);
  registerStaffPatients(app, services);
  registerStaffPrivacy(app, services);
}
