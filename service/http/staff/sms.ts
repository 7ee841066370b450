import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { previewReminders } from '../../reminders/preview.js';
import { changeRecord } from '../../staff/records/change-record.js';
import { readRecord } from '../../staff/records/list-records.js';
import { checkedReminders, listReminderTexts } from '../../staff/reminders.js';
import { answer } from '../routing/answer.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** Opus SMS: reminders, what is sent and what comes in (M-04 to M-17). */
export function registerStaffSms(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.reminders, async (work) => {
    const { body, version } = await readRecord(work, 'reminders');
    return answer(200, body, versionHeader(version));
  });
  staffRoute(app, services, staffEndpoints.changeReminders, async (work, { body, header, caller }) => {
    const change = { name: 'reminders', id: '', condition: conditionOf(header), input: body } as const;
    const { value, version } = await changeRecord(work, change);
    caller.deliverLater();
    return answer(200, value, versionHeader(version));
  });
  staffRoute(app, services, staffEndpoints.previewReminders, async (work, { body }) =>
    answer(200, await previewReminders(work, await checkedReminders(work, body))),
  );
  staffRoute(app, services, staffEndpoints.reminderTexts, async (work) =>
    answer(200, await listReminderTexts(work)),
  );
}
