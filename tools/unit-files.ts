// Which test files run in the browser.
import { readdirSync } from 'node:fs';
import { filesUnder } from './files.js';

/** Folders of test/ whose tests run elsewhere: in Node, against the service, or on stories; or hold no tests. */
const elsewhere = [
  'bench',
  'demo',
  'e2e',
  'examples',
  'screens',
  'service',
  'service-package',
  'storybook',
  'tools',
];

/** Paths of all unit tests. */
export function unitTests(): string[] {
  const folders = readdirSync('test', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !elsewhere.includes(entry.name))
    .map(({ name }) => `test/${name}`);
  return folders.flatMap((folder) => filesUnder(folder, /\.test\.ts$/));
}
