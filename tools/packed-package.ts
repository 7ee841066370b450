// The package as "npm pack" makes it, for projects that use it as anybody does.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './run.js';

const root = resolve(import.meta.dirname, '..');

/** Runs a command in a folder; throws with the end of its output when it fails. */
export async function must(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { code, output } = await run(command, args, { cwd, echo: false, env });
  if (code === 0) return;
  throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-3000)}`);
}

/** Packs what is built now into `folder`; answers the path of the archive. */
export async function packInto(folder: string): Promise<string> {
  await must('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
}

/**
 * Makes `folder/node_modules` without installing anything: the packed package as npm would unpack it, and beside it the
 * packages of this project, by links.
 */
export async function unpackBeside(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'opus-booking');
  mkdirSync(own, { recursive: true });
  await must('tar', ['xzf', await packInto(folder), '--strip-components=1', '-C', own], folder);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    // Bundlers keep what they have read in a folder with a dot; this project's own is not theirs.
    if (name.startsWith('.') || name === 'opus-booking') continue;
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}
