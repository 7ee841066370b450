// "npm start": builds the CDN file where it is missing or older than src, then becomes the demo.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When anything in a folder was last changed, in milliseconds. */
function lastChange(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? lastChange(path) : statSync(path).mtimeMs);
  }, 0);
}

// Written last: a build that was stopped half-way is not taken for one.
const built = 'cdn/integrity.json';
if (!existsSync(built) || statSync(built).mtimeMs < lastChange('src')) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/build.ts', 'cdn'],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(1);
  }
}

await import('../demo/main.js');
