import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '..');

/** The build that later ones are compared with, of 27 November 2026: before times first, the dialog and the early request. */
export const earlier = '3f9e761';

/**
 * A checkout of the earlier build with its `cdn/`. `BEFORE` names one; without it one is made of the repository's own history and
 * built with the packages that are here.
 */
export function earlierBuild(): { readonly root: string; readonly remove: () => void } {
  const known = process.env.BEFORE;
  if (known) return { root: known, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'opus-earlier-'));
  const root = join(folder, 'source');
  mkdirSync(root);
  const archive = execFileSync('git', ['archive', earlier], { cwd: here, maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', root], { input: archive });
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  const build = ['vite', 'build', '--config', 'tools/vite.cdn.config.ts'];
  execFileSync('npx', build, { cwd: root, stdio: 'ignore' });
  if (!existsSync(join(root, 'cdn', 'opus-booking.js'))) throw new Error(`${root} was not built`);
  return { root, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
