// Runs test files of node:test in a few processes that take the next file as soon as they are done with one.
import { run, type RunOptions, type RunResult } from './run.js';
import type { NextFile, WorkerState } from './node-test-worker.js';

const options = [
  '--import',
  'tsx',
  '--import',
  './tools/assert-at-once.ts',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./tools/node-test-reporter.ts',
  '--test-reporter-destination=stderr',
  'tools/node-test-worker.ts',
];

export interface NodeTestOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly echo: NonNullable<RunOptions['echo']>;
  /** How many processes. */
  readonly workers: number;
}

/** Runs all files; the code is not 0 unless every file was run to its end and every process ended well. */
export async function runNodeTests(
  files: readonly string[],
  { env, echo, workers }: NodeTestOptions,
): Promise<Pick<RunResult, 'code'>> {
  const waiting = [...files];
  const done = new Set<string>();
  const results = await Promise.all(
    Array.from({ length: Math.min(workers, files.length) }, () =>
      run('node', options, {
        env,
        echo,
        onStart: (child) => {
          child.on('message', (state: WorkerState) => {
            if (state.done !== undefined) done.add(state.done);
            const file = waiting.shift();
            const next: NextFile = file === undefined ? {} : { file };
            // A worker that has died takes no file; its code tells.
            child.send(next, () => undefined);
          });
        },
      }),
    ),
  );
  const unfinished = files.filter((file) => !done.has(file));
  if (unfinished.length > 0) console.error(`Not run to the end: ${unfinished.join(', ')}`);
  const failed = results.find(({ code }) => code !== 0);
  return { code: failed?.code ?? (unfinished.length > 0 || files.length === 0 ? 1 : 0) };
}
