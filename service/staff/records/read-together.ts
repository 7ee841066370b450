import type { ReadTogether, RecordKindName } from '../../../src/contract/index.js';
import { recordKinds } from '../../../src/contract/index.js';
import type { StaffWork } from '../actor.js';
import { listRecords, readRecord, type Versioned } from './list-records.js';
import type { RecordName } from './registry.js';
import { remembered } from './remembered.js';

/** Kinds by the call that reads all of one. */
const listed = new Map<string, RecordKindName>(
  Object.entries(recordKinds).map(([kind, { many }]) => [many, kind as RecordKindName]),
);

/** An answer; without its body where the caller knows it by its version. */
type Reading = Pick<Versioned, 'version'> & Partial<Versioned>;

/** What the calls of these names would answer, in one transaction: all of the same moment (C-03). */
export async function readTogether(
  work: StaffWork,
  names: ReadonlySet<ReadTogether>,
  known: ReadonlySet<string>,
): Promise<Map<ReadTogether, Reading>> {
  const readings = new Map<ReadTogether, Reading>();
  // One after the other: a transaction has one connection.
  for (const name of names) readings.set(name, await readOne(work, name, known));
  return readings;
}

async function readOne(
  work: StaffWork,
  name: ReadTogether,
  known: ReadonlySet<string>,
): Promise<Reading> {
  const kind = listed.get(name);
  const read = () => (kind ? listRecords(work, kind, {}) : readRecord(work, name as RecordName));
  // Former names of the page come to their end by themselves, under the same version.
  if (name === 'subdomain') return read();
  const { body, version } = await remembered(work, name, read);
  return known.has(version) ? { version } : { version, body };
}
