import type { AccountExport, ImportAnswer, ImportRequest } from '../../../src/contract/index.js';
import { exportVersion } from '../../../src/contract/index.js';
import { invalid, ProblemError } from '../../context/problem.js';
import type { RecordValue } from '../../core/record-diff.js';
import { changedPaths, merged, withoutNulls } from '../../core/record-diff.js';
import { tryOut } from '../../store/database.js';
import type { StaffWork } from '../actor.js';
import { changeRecord, withLock } from './change-record.js';
import type { RecordName } from './registry.js';
import { kindOf } from './registry.js';

/** Records by their ids, in the order of their references: what others name comes first. */
const listed = [
  'groups',
  'categories',
  'templates',
  'preblock-definitions',
  'template-lists',
  'preblock-lists',
  'companies',
  'clinics',
  'resources',
  'clinicians',
  'message-texts',
  'eid-providers',
  'sms-senders',
] as const satisfies (RecordName & keyof AccountExport)[];

/** What an account has one of. */
const single = [
  'lists',
  'settings',
  'texts',
  'theme',
  'script',
  'reminders',
  'status',
] as const satisfies (RecordName & keyof AccountExport)[];

/** All settings and the catalogue as one document (S-08, C-12), without secrets and patients. */
export async function exportAccount(work: StaffWork): Promise<AccountExport> {
  const { id, name, market, timeZone, textLanguage } = work.account;
  const document: Record<string, unknown> = {
    version: exportVersion,
    account: { id, name, market, timeZone, textLanguage },
  };
  for (const kind of listed) {
    const records = await kindOf(kind).all!(work);
    document[kind] = records.map((record) => ({ id: record.id, ...record.value }));
  }
  for (const kind of single) document[kind] = await kindOf(kind).read(work, '');
  return document as AccountExport;
}

type Difference = ImportAnswer['differences'][number];
/** A difference with what has to be stored. */
type Step = Difference & { kind: RecordName; input: RecordValue };

/**
 * Takes over a document, all of it or nothing, or only tells what it would change. It deletes nothing. Throws `invalid` with the
 * record and the field that is wrong; a dry run does so too, since it does the same and takes it back.
 */
export async function importAccount(
  given: StaffWork,
  { document, dryRun: isDryRun = false }: ImportRequest,
): Promise<ImportAnswer> {
  const work = await withLock(given, 'settings', '');
  if (document.account.textLanguage !== work.account.textLanguage) {
    throw invalid({ path: 'document.account.textLanguage', code: 'other-language' });
  }
  const importId = crypto.randomUUID();
  const take = async (inside: StaffWork) => {
    const steps = await stepsTo(inside, document);
    for (const step of steps) await store(inside, step, importId);
    return steps.map(({ input: _input, ...difference }) => difference);
  };
  const differences = isDryRun
    ? await tryOut(work.tx, (tx) => take({ ...work, tx }))
    : await take(work);
  const isImported = !isDryRun && differences.length > 0;
  return { differences, isDryRun, ...(isImported ? { import: importId } : {}) };
}

/** What has to be stored so that the account has what a document has, in the order of references. */
async function stepsTo(work: StaffWork, document: AccountExport): Promise<Step[]> {
  const steps: Step[] = [];
  for (const kind of listed) {
    const present = new Map((await kindOf(kind).all!(work)).map(({ id, value }) => [id, value]));
    // Absent in a document of before there was the kind.
    for (const { id, ...value } of document[kind] ?? []) {
      const before = present.get(id);
      // What older documents have beside, and nothing reads (decision 25).
      const { validFor: _valid, mayPublish: _may, ...known } = value as RecordValue;
      const wanted = withoutNulls(known);
      const fields = changedPaths(before, wanted);
      if (fields.length === 0) continue;
      const input = kindOf(kind).toInput?.(wanted, fields) ?? wanted;
      steps.push({ kind, id, input, ...(before ? changed(fields) : { what: 'new', fields: [] }) });
    }
  }
  for (const kind of single) {
    if (document[kind] === undefined) continue;
    const before = (await kindOf(kind).read(work, ''))!;
    // What an older document does not know stays as it is; but texts that it does not have go.
    const isPatch = kind === 'settings' || kind === 'status' || kind === 'reminders';
    const wanted = isPatch ? merged(before, document[kind]) : document[kind];
    const fields = changedPaths(before, wanted);
    if (fields.length === 0) continue;
    const input = kindOf(kind).toInput?.(wanted, fields) ?? wanted;
    steps.push({ kind, input, ...changed(fields) });
  }
  return steps;
}

const changed = (fields: string[]) => ({ what: 'changed', fields }) as const;

async function store(work: StaffWork, { kind, id, input }: Step, importId: string): Promise<void> {
  try {
    await changeRecord(work, { name: kind, id: id ?? '', input, importId });
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.extras.fields) throw error;
    const place = ['document', kind, ...(id === undefined ? [] : [id])].join('.');
    const fields = error.extras.fields.map(({ path, code }) => ({
      path: `${place}.${path}`,
      code,
    }));
    throw new ProblemError(error.code, { ...error.extras, fields });
  }
}
