import { publicDemoKey, randomDataKey } from '../store/data-key.js';
import type { BareDatabase } from '../store/database.js';
import { withNationalIds } from '../store/database.js';
import { migrate } from '../store/migrate.js';
import { createNationalIds } from '../store/national-ids.js';
import { rotateDataKey } from '../store/rotate-data-key.js';
import { connectPglite, connectPostgres } from './connect.js';
import { dataKeysFor, newKeyName, writeDataKeys } from './data-keys.js';
import type { Environment, Variables } from './environment.js';
import { readEnvironment } from './environment.js';
import { StartError } from './start-error.js';

/**
 * Encrypts every national ID of the database that the environment names anew with the first of its data keys; returns what to
 * tell. With DATABASE_URL beside running processes; an embedded database, whose service has to be stopped, gets a new key.
 */
export async function changeDataKey(env: Variables): Promise<string> {
  // Like a demo it sends nothing, so no gateways are asked for; what the public key has sealed gets the first key too.
  const environment = readEnvironment({ ...env, DEMO: '1' });
  const { databaseUrl, dataDir, dataKeys } = environment;
  if (databaseUrl && !dataKeys) {
    throw new StartError(
      'Set DATA_KEY: the new key first, then the old one. See docs/operations.md.',
    );
  }
  const connection = databaseUrl ? connectPostgres(databaseUrl, 2) : await connectPglite(dataDir);
  try {
    return await rotate(connection.db, environment);
  } finally {
    await connection.close();
  }
}

async function rotate(bare: BareDatabase, environment: Environment): Promise<string> {
  const { dataDir, dataKeys, databaseUrl } = environment;
  const isFolder = !databaseUrl && !dataKeys;
  let keys = await dataKeysFor(bare, environment);
  if (isFolder) {
    // A run that was stopped left its new key in front of the old one: it goes on with that.
    const own = keys.filter(({ name }) => name !== publicDemoKey.name);
    if (own.length === 1) {
      const added = randomDataKey(newKeyName(keys.map(({ name }) => name)));
      writeDataKeys(dataDir, [added, ...own]);
      keys = [added, ...keys];
    }
  }
  const db = withNationalIds(bare, createNationalIds(keys));
  await migrate(db);
  const { rows, left } = await rotateDataKey(db);
  const [first] = keys;
  const done = `${rows} national IDs are encrypted anew with the key "${first!.name}".`;
  if (left.length > 0) {
    throw new StartError(
      `${done} Other processes still write with ${left.join(', ')}: give them "${first!.name}" as their first key, then run this again.`,
    );
  }
  if (!isFolder) return `${done} No row has another key any more: the old ones may leave DATA_KEY.`;
  writeDataKeys(dataDir, [first!]);
  return `${done} ${dataDir}/data-key holds that key alone; keep the old one as long as backups from before.`;
}
