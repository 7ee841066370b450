import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import { formatInstant } from '../../../src/domain/clock-time.js';
import { mondayOf } from '../../../src/domain/week.js';
import { listJournal } from '../../store/journal.js';
import { findPatientById } from '../../store/patients.js';
import { deleteRecall, putRecall } from '../../store/recalls.js';
import { checkDate } from '../dates.js';
import { invalid, ProblemError } from '../problem.js';
import { answer } from '../route.js';
import type { Services } from '../services.js';
import { requireUuid } from './calendar.js';
import { found, staffRoute } from './staff-route.js';

/** Needs (P-38, A-08), and what patients did to their appointments online. */
export function registerStaffRecalls(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putRecall, async (work, { id, accountId, body }) => {
    requireUuid(id);
    checkDate('week', body.week);
    const { rows } = await work.catalogue();
    const template = rows.templates.find((row) => row.id === body.template);
    if (!template) throw invalid({ path: 'template', code: 'unknown' });
    if (!template.useInRecall) throw invalid({ path: 'template', code: 'not-for-recall' });
    await putRecall(
      work.tx,
      {
        accountId,
        id: id.toLowerCase(),
        patientId: body.patient,
        week: mondayOf(body.week),
        minutes: body.minutes,
        templateId: body.template,
        clinicianId: body.clinician ?? null,
        intervalMonths: body.intervalMonths ?? null,
      },
      new Date(work.now),
    );
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.deleteRecall, async ({ tx }, { id }) => {
    requireUuid(id);
    return found(await deleteRecall(tx, id));
  });

  staffRoute(app, services, staffEndpoints.journal, async ({ tx, account }, { id }) => {
    requireUuid(id);
    if (!(await findPatientById(tx, id))) throw new ProblemError('not-found');
    const rows = await listJournal(tx, id);
    return answer(200, {
      entries: rows.map(({ at, kind, text }) => ({
        at: formatInstant(at.getTime(), account.timeZone),
        kind,
        text,
      })),
    });
  });
}
