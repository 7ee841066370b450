import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import { parseNationalId } from '../../../src/domain/national-id/national-id.js';
import { putPatient } from '../../store/staff/patients.js';
import { checkRecord } from '../patient-check.js';
import type { Services } from '../services.js';
import { requireUuid } from './calendar.js';
import { staffRoute } from './staff-route.js';

/** Patients on file (P-39). */
export function registerStaffPatients(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putPatient, async (work, { accountId, id, body }) => {
    requireUuid(id);
    const { tx, account, now } = work;
    const patient = checkRecord(body, work);
    const today = toClockTime(now, account.timeZone).date;
    const read = parseNationalId(account.market, patient.nationalId, { today });
    const birthDate = (read.ok && read.value.birthDate) || null;
    await putPatient(tx, { accountId, id: id.toLowerCase(), birthDate, ...patient }, new Date(now));
    return undefined;
  });
}
