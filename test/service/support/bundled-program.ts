import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import { snapshotFolder } from './test-database.js';

const folder = resolve(snapshotFolder, `programs-${process.pid}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const programs = new Map<string, Promise<string>>();

/**
 * A TypeScript program of ours as one file that Node runs, with packages left where they are; made once a process. To
 * load its hundreds of files through tsx takes two seconds of work at each start.
 */
export function bundledProgram(source: string): Promise<string> {
  const known = programs.get(source);
  if (known) return known;
  const made = bundle(source);
  programs.set(source, made);
  return made;
}

async function bundle(source: string): Promise<string> {
  const name = `${basename(source, '.ts')}.mjs`;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'node20',
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(folder, name);
}
