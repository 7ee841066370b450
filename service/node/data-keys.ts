import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { missing, notedKeyNames } from '../store/check-data-keys.js';
import type { DataKey } from '../store/data-key.js';
import { formatDataKeys, parseDataKeys, publicDemoKey, randomDataKey } from '../store/data-key.js';
import type { BareDatabase, Database } from '../store/database.js';
import { withNationalIds } from '../store/database.js';
import { createNationalIds } from '../store/national-ids.js';
import type { Environment } from './environment.js';
import { StartError } from './start-error.js';

/** Gives a database that was opened the keys that the environment or its folder names. Throws as `dataKeysFor` does. */
export async function withDataKeys(db: BareDatabase, environment: Environment): Promise<Database> {
  return withNationalIds(db, createNationalIds(await dataKeysFor(db, environment)));
}

/**
 * The keys of a database: those of `DATA_KEY`, else those in the folder of an embedded one, which are made at its first start.
 * A demo knows its public key too, and has it alone on a PostgreSQL server without `DATA_KEY`. Throws a `StartError` or a
 * `DataKeyError` where a key is missing or unreadable: nothing is ever written with a key that was made in place of a lost one.
 */
export async function dataKeysFor(
  db: BareDatabase,
  { dataKeys, databaseUrl, dataDir, isDemo }: Environment,
): Promise<readonly DataKey[]> {
  const demo = isDemo ? [publicDemoKey] : [];
  if (dataKeys) return [...dataKeys, ...demo];
  if (databaseUrl) return demo;
  const stored = readDataKeys(dataDir);
  if (stored) return [...stored, ...demo];
  const lost = (await notedKeyNames(db)).find((name) => name !== publicDemoKey.name);
  if (lost !== undefined) throw missing(lost);
  const made = [randomDataKey(newKeyName([]))];
  writeDataKeys(dataDir, made);
  return [...made, ...demo];
}

const pathIn = (dataDir: string) => join(dataDir, 'data-key');

/** The keys in the folder of an embedded database; undefined where it has none. Throws a `StartError` for an unreadable file. */
export function readDataKeys(dataDir: string): DataKey[] | undefined {
  let text: string;
  try {
    text = readFileSync(pathIn(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
  const keys = parseDataKeys(text.trim());
  if (!keys)
    throw new StartError(`${pathIn(dataDir)} holds no data key. Restore it from its backup.`);
  return keys;
}

/** Writes the keys of an embedded database, on the disk before anything is written with them. */
export function writeDataKeys(dataDir: string, keys: readonly DataKey[]): void {
  const unfinished = `${pathIn(dataDir)}.${process.pid}`;
  const file = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(file, `${formatDataKeys(keys)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, pathIn(dataDir));
}

/** A name for a key that is made today: the date, with a number where there is one of today. */
export function newKeyName(taken: readonly string[], today = new Date()): string {
  const date = today.toISOString().slice(0, 10);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? date : `${date}-${number}`;
    if (!taken.includes(name)) return name;
  }
}
