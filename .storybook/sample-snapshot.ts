import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const name = 'virtual:sample-snapshot';

/**
 * Makes the sample accounts' database a file of the Storybook: `import url from 'virtual:sample-snapshot'` is its
 * address, relative to the page, with a name that changes with schema and accounts.
 */
export function sampleSnapshot(): Plugin {
  let path: Promise<string> | undefined;
  // A process of its own: the database that it takes to make one goes away with it.
  const make = async () => {
    const script = ['--import', 'tsx', 'tools/sample-snapshot.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, script);
    return stdout.trim();
  };
  return {
    name: 'sample-snapshot',
    resolveId: (source) => (source === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      path ??= make();
      return `export { default } from ${JSON.stringify(`${await path}?url`)};`;
    },
  };
}
