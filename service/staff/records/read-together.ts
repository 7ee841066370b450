import type { ReadTogether, RecordKindName } from '../../../src/contract/index.js';
import { recordKinds } from '../../../src/contract/index.js';
import type { StaffWork } from '../actor.js';
import { listRecords, readRecord, type Versioned } from './list-records.js';
import type { RecordName } from './registry.js';

/** Kinds by the call that reads all of one. */
const listed = new Map<string, RecordKindName>(
  Object.entries(recordKinds).map(([kind, { many }]) => [many, kind as RecordKindName]),
);

/** What the calls of these names would answer, in one transaction: all of the same moment (C-03). */
export async function readTogether(
  work: StaffWork,
  names: ReadonlySet<ReadTogether>,
): Promise<Map<ReadTogether, Versioned>> {
  const readings = new Map<ReadTogether, Versioned>();
  // One after the other: a transaction has one connection.
  for (const name of names) {
    const kind = listed.get(name);
    const reading = kind ? listRecords(work, kind, {}) : readRecord(work, name as RecordName);
    readings.set(name, await reading);
  }
  return readings;
}
