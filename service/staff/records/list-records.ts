import type { RecordKindName } from '../../../src/contract/index.js';
import { ProblemError, invalid } from '../../context/problem.js';
import type { RecordValue } from '../../core/record-diff.js';
import { findNeed } from '../../store/recalls.js';
import { findNeeds } from '../../store/staff/find-patients.js';
import type { StaffWork } from '../actor.js';
import { listEidProviders } from '../eid-providers.js';
import { listMessageTexts } from '../message-texts.js';
import { listPatients } from './patient-search.js';
import { listClinicians } from './catalogue-kinds.js';
import { toRecall } from './patient-kinds.js';
import type { FoundRecord } from './record-kind.js';
import type { RecordName } from './registry.js';
import { kindOf } from './registry.js';
import { recordVersion, versionOf } from './version.js';

/** An answer with its version. */
export interface Versioned {
  body: RecordValue;
  version: string;
}

/** Which part of a long list. */
export interface ListQuery {
  cursor?: string | undefined;
  patient?: string | undefined;
}

const pageSize = 100;

/** One record as the call that stores it takes it (C-03); throws `not-found`. */
export async function readRecord(work: StaffWork, name: RecordName, id = ''): Promise<Versioned> {
  const body = await kindOf(name).read(work, id);
  if (!body) throw new ProblemError('not-found');
  return { body, version: await recordVersion(work, name, id, body) };
}

/** All records of a kind in the account's order; patients and needs page by page. */
export async function listRecords(
  work: StaffWork,
  name: RecordKindName,
  query: ListQuery,
): Promise<Versioned> {
  const body = { ...(await lists(work, name, query)) };
  return { body, version: await versionOf(body) };
}

function lists(work: StaffWork, name: RecordKindName, query: ListQuery): Promise<object> {
  switch (name) {
    case 'patients':
      return listPatients(work, query.cursor);
    case 'recalls':
      return listRecalls(work, query);
    case 'message-texts':
      return listMessageTexts(work);
    case 'eid-providers':
      return listEidProviders(work);
    case 'clinicians':
      return listClinicians(work).then(toList);
    default:
      return kindOf(name).all!(work).then(toList);
  }
}

const toList = (records: readonly FoundRecord[]) => ({
  items: records.map(({ id, value }) => ({ id, ...value })),
});

async function listRecalls(work: StaffWork, { cursor, patient }: ListQuery): Promise<object> {
  const after = cursor === undefined ? undefined : await findNeed(work.tx, cursor);
  if (cursor !== undefined && !after) throw invalid({ path: 'cursor', code: 'unknown' });
  const rows = await findNeeds(work.tx, patient, after?.recall, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    items: page.map((need) => ({
      id: need.recall.id,
      ...toRecall(need),
      isBooked: need.reservation !== null,
    })),
    ...(last ? { next: last.recall.id } : {}),
  };
}
