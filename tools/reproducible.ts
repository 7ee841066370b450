// "npm run check:reproducible": builds everything that is published twice, in folders of different names, and says whether both
// have the same bytes. It takes some minutes and is no part of "npm test".
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { filesUnder } from './files.js';

const root = resolve(import.meta.dirname, '..');
const built = ['dist', 'cdn', 'service/dist'];
const scripts = ['build:cdn', 'build:lib', 'build:service', 'sbom'];

function must(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${(stdout + stderr).slice(-2000)}`);
  }
  return stdout;
}

/** The project's own files, as git knows them, in a folder of their own. */
function copyTo(folder: string): void {
  const files = must('git', ['ls-files', '-z'], root).split('\0').filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { dereference: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/** The hash of every built file, by its path. */
function build(folder: string): Map<string, string> {
  copyTo(folder);
  for (const script of scripts) must('npm', ['run', '--silent', script], folder);
  return new Map(
    built.flatMap((name) =>
      filesUnder(join(folder, name), /./).map((file) => [
        relative(folder, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
    ),
  );
}

// Side by side: source maps name packages by their way from the built file, which here leads out of the copy.
const place = mkdtempSync(join(tmpdir(), 'opus-reproducible-'));
try {
  const [first, second] = ['first', 'the-second'].map((name) => build(join(place, name)));
  const paths = new Set([...first!.keys(), ...second!.keys()]);
  const differing = [...paths].filter((path) => first!.get(path) !== second!.get(path));
  for (const path of differing) console.error(`differs: ${path}`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`${paths.size} files, the same bytes in both builds.`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
