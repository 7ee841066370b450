// "npm start": builds the CDN file where it is missing or older than src, then becomes the demo.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }, 0);
}

const built = 'cdn/opus-booking.js';
if (!existsSync(built) || statSync(built).mtimeMs < newest('src')) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build:cdn'], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(1);
  }
}

register();
await import('../demo/main.ts');
