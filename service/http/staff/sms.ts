import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import { checkInstant } from '../../context/dates.js';
import type { Services } from '../../context/services.js';
import { previewReminders } from '../../reminders/preview.js';
import { timelineOf } from '../../reminders/timeline.js';
import { changeRecord } from '../../staff/records/change-record.js';
import { readRecord } from '../../staff/records/list-records.js';
import { readAppointmentMessages } from '../../staff/appointment-messages.js';
import { checkedReminders, listReminderTexts } from '../../staff/reminders.js';
import { changeSmsGateway, readSmsGateway } from '../../staff/sms-gateway.js';
import { listRuns, readRun, startRun, stopRun, workThroughRuns } from '../../staff/message-runs.js';
import { previewRun } from '../../staff/run-preview.js';
import {
  cancelMessage,
  cancelMessages,
  changeMessage,
  listMessages,
  readMessage,
  readThread,
} from '../../staff/sms-messages.js';
import { findSmsRecipients } from '../../staff/sms-recipients.js';
import { sendMessage } from '../../staff/sms-sending.js';
import { readSmsStatistics } from '../../staff/sms-statistics.js';
import { readSmsState, readSmsStatus } from '../../staff/sms-status.js';
import { changeSmsWish, readSmsWish } from '../../staff/sms-wish.js';
import { answer } from '../routing/answer.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** Opus SMS: texts to many, and what became of messages. */
function registerStaffRuns(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.smsRecipients, async (work, { body }) =>
    answer(200, await findSmsRecipients(work, body)),
  );
  staffRoute(app, services, staffEndpoints.previewMessages, async (work, { body }) =>
    answer(200, await previewRun(work, body)),
  );
  staffRoute(app, services, staffEndpoints.startMessageRun, async (work, call) => {
    const { caller, afterwards } = call;
    const run = await startRun(caller, work, call.body);
    const { db, clock } = services;
    if (run.state === 'working') {
      afterwards(() => workThroughRuns(db, caller.accountId, clock, work.page));
    }
    caller.deliverLater();
    return answer(202, run);
  });
  staffRoute(app, services, staffEndpoints.messageRuns, async (work) =>
    answer(200, await listRuns(work)),
  );
  staffRoute(app, services, staffEndpoints.messageRun, async (work, { id }) =>
    answer(200, await readRun(work, id)),
  );
  staffRoute(app, services, staffEndpoints.stopMessageRun, async (work, { id }) =>
    answer(200, await stopRun(work, id)),
  );
  staffRoute(app, services, staffEndpoints.searchMessages, async (work, { body }) =>
    answer(200, await listMessages(work, body)),
  );
  staffRoute(app, services, staffEndpoints.cancelMessages, async (work, { body }) =>
    answer(200, await cancelMessages(work, body)),
  );
  // Behind `/messages/status`, which is the id of none.
  staffRoute(app, services, staffEndpoints.message, async (work, { id }) =>
    answer(200, await readMessage(work, id)),
  );
  staffRoute(app, services, staffEndpoints.messageThread, async (work, { id, query }) =>
    answer(200, await readThread(work, id, query)),
  );
}

/** Opus SMS: reminders, what is sent and what comes in (M-04 to M-17). */
export function registerStaffSms(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.reminders, async (work) => {
    const { body, version } = await readRecord(work, 'reminders');
    return answer(200, body, versionHeader(version));
  });
  staffRoute(
    app,
    services,
    staffEndpoints.changeReminders,
    async (work, { body, header, caller }) => {
      const change = {
        name: 'reminders',
        id: '',
        condition: conditionOf(header),
        input: body,
      } as const;
      const { value, version } = await changeRecord(work, change);
      caller.deliverLater();
      return answer(200, value, versionHeader(version));
    },
  );
  staffRoute(app, services, staffEndpoints.previewReminders, async (work, { body }) =>
    answer(200, await previewReminders(work, await checkedReminders(work, body))),
  );
  staffRoute(app, services, staffEndpoints.reminderTimeline, async (work, { body }) => {
    const { policy, ...appointment } = body;
    checkInstant('start', appointment.start);
    return answer(
      200,
      timelineOf(work, await checkedReminders(work, policy, 'policy.'), appointment),
    );
  });
  staffRoute(app, services, staffEndpoints.reminderTexts, async (work) =>
    answer(200, await listReminderTexts(work)),
  );
  staffRoute(app, services, staffEndpoints.messageState, async (work) =>
    answer(200, await readSmsState(work)),
  );
  staffRoute(app, services, staffEndpoints.messageStatus, async (work) =>
    answer(200, await readSmsStatus(work)),
  );
  staffRoute(app, services, staffEndpoints.messageStatistics, async (work, { query }) =>
    answer(200, await readSmsStatistics(work, query)),
  );
  registerStaffRuns(app, services);
  staffRoute(app, services, staffEndpoints.messages, async (work, { query }) =>
    answer(200, await listMessages(work, query)),
  );
  staffRoute(app, services, staffEndpoints.sendMessage, async (work, { body, caller }) => {
    const message = await sendMessage(work, body);
    caller.deliverLater();
    return answer(201, message);
  });
  staffRoute(app, services, staffEndpoints.changeMessage, async (work, { id, body, caller }) => {
    const message = await changeMessage(work, id, body);
    caller.deliverLater();
    return answer(200, message);
  });
  staffRoute(app, services, staffEndpoints.cancelMessage, (work, { id }) =>
    cancelMessage(work, id),
  );
  staffRoute(app, services, staffEndpoints.appointmentMessages, async (work, { id }) =>
    answer(200, await readAppointmentMessages(work, id)),
  );
  staffRoute(app, services, staffEndpoints.smsWish, async (work, { id }) =>
    answer(200, await readSmsWish(work, id)),
  );
  staffRoute(app, services, staffEndpoints.changeSmsWish, (work, { id, body }) =>
    changeSmsWish(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.smsGateway, async (work, { request }) =>
    answer(200, await readSmsGateway(work, services.publicUrl ?? new URL(request.url).origin)),
  );
  staffRoute(app, services, staffEndpoints.changeSmsGateway, (work, { body, caller }) =>
    changeSmsGateway(caller, work, body),
  );
}
