import type { RecallInput } from '../../src/contract/index.js';
import { mondayOf } from '../../src/domain/week.js';
import { checkDate } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import * as store from '../store/recalls.js';
import { requireFound } from './found.js';

/** Stores a need of a patient (P-38, A-08); throws `invalid` for a template that is unknown or not for needs. */
export async function putRecall(work: Work, id: string, input: RecallInput): Promise<void> {
  requireUuid(id);
  checkDate('week', input.week);
  const { rows } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === input.template);
  if (!template) throw invalid({ path: 'template', code: 'unknown' });
  if (!template.useInRecall) throw invalid({ path: 'template', code: 'not-for-recall' });
  await store.putRecall(
    work.tx,
    {
      accountId: work.account.id,
      id: id.toLowerCase(),
      patientId: input.patient,
      week: mondayOf(input.week),
      minutes: input.minutes,
      templateId: input.template,
      clinicianId: input.clinician ?? null,
      intervalMonths: input.intervalMonths ?? null,
    },
    new Date(work.now),
  );
}

/** Deletes a need; throws `not-found`. */
export async function deleteRecall({ tx }: Work, id: string): Promise<void> {
  requireUuid(id);
  requireFound(await store.deleteRecall(tx, id));
}
