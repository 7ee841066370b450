import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomToken } from '../store/secrets.js';

/** The key of an embedded database's service, made at the first start and kept in its folder: codes and tokens hang on it. */
export function serverKeyOf(dataDir: string): string {
  const path = join(dataDir, 'server-key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomToken();
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return key;
}
