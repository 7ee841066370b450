import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomToken } from '../store/secrets.js';
import { toFolderError } from './data-folder.js';

/** The key of an embedded database's service, made at the first start and kept in its folder: codes and tokens hang on it. */
export function serverKeyOf(dataDir: string): string {
  const path = join(dataDir, 'server-key');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw toFolderError(error, dataDir);
  }
  const key = randomToken();
  try {
    writeFileSync(path, `${key}\n`, { mode: 0o600 });
  } catch (error) {
    throw toFolderError(error, dataDir);
  }
  return key;
}
