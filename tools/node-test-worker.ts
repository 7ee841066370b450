// Runs test files of node:test one after another in one process, so that packages and an embedded database are loaded
// once. Each file is a suite of its own: hooks at its top are that suite's. Files come as messages from
// tools/node-tests.ts.
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

/** What the parent sends: a file, or nothing when there are no more. */
export interface NextFile {
  readonly file?: string;
}

/** What a worker sends: ready for the first file, or done with one. */
export interface WorkerState {
  readonly done?: string;
}

function nextFile(state: WorkerState): Promise<string | undefined> {
  return new Promise((resolve) => {
    process.once('message', ({ file }: NextFile) => resolve(file));
    process.send?.(state);
  });
}

function runFile(file: string): Promise<void> {
  return new Promise((ended) => {
    void describe(file, async () => {
      try {
        await import(pathToFileURL(file).href);
      } catch (error) {
        it('can be loaded', () => {
          throw error;
        });
      }
      // Registered last, so that the file's own hooks have run by then.
      after(() => ended());
    });
  });
}

for (let file = await nextFile({}); file; file = await nextFile({ done: file })) {
  await runFile(file);
}
process.disconnect();
