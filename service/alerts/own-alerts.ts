import type { TimeAlertList } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { requireSession } from '../session/session.js';
import * as store from '../store/alerts.js';
import { toTimeAlert } from './alert.js';
import { spendRequest } from './request-alert.js';

/** What the patient of a session waits for (P-48); throws `login-required`. A session of one mobile sees that mobile's only (P-39). */
export function listOwnAlerts(caller: Caller): Promise<TimeAlertList> {
  return caller.transaction(async (work) => {
    const { session, patient } = await requireSession(caller, work);
    const mobile = session.onlyMobile ?? (patient?.mobileTrusted ? patient.mobile : null);
    const patientId = session.onlyMobile === null ? (patient?.id ?? null) : null;
    const recipients = mobile === null ? [] : [mobile];
    const rows = await store.listAlerts(work.tx, { recipients, patientId }, new Date(work.now));
    return { alerts: rows.map((row) => toTimeAlert(row, work)) };
  });
}

/**
 * Ends an alert and takes back what waits to be sent of it (P-48). Its random id, which only its own messages hold, is all that it
 * takes: whoever has it can do nothing else, and learns nothing, whether there was one or not.
 */
export function endAlert(caller: Caller, id: string): Promise<void> {
  return caller.transaction(async (work) => {
    await spendRequest(caller, work);
    const alert = isUuid(id) ? await store.lockAlert(work.tx, id.toLowerCase()) : undefined;
    if (!alert) return;
    await store.endAlert(work.tx, alert.id);
    await store.takeBackNews(work.tx, alert.recipient);
  });
}
