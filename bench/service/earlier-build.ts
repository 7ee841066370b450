import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '../..');

/** Folder of a commit's files with its packages; made once, and kept in the system's temporary folder. */
export function buildOf(commit: string): string {
  const kept = join(tmpdir(), `opus-bench-${commit}`);
  if (existsSync(kept)) return kept;
  const making = mkdtempSync(join(tmpdir(), 'opus-bench-build-'));
  const root = join(making, 'tree');
  mkdirSync(root);
  const archive = join(making, 'tree.tar');
  writeFileSync(
    archive,
    execFileSync('git', ['archive', commit], { cwd: here, maxBuffer: 2 ** 30 }),
  );
  execFileSync('tar', ['-xf', archive, '-C', root]);
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'ignore',
  });
  // Whole, or not at all: an interrupted run leaves nothing that looks like a build.
  renameSync(root, kept);
  rmSync(making, { recursive: true });
  return kept;
}
