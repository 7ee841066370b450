// Finds files; Node 20 has no glob of its own.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files under `folder` whose name matches, sorted; none when the folder is missing. */
export function filesUnder(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
