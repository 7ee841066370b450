// Puts several test files on one page of the browser: a page costs more to open than most files take to run.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** How many test files share a page; with more, workers would wait for the last page. */
const filesPerPage = 5;

/** A file named so gets a page of its own, for what can be seen only once a page, as words that are not loaded yet. */
const ownPage = /\.page\.test\.ts$/;

/** Groups of test files, one group a page; files of one folder stay together. */
export function groupByPage(files: readonly string[]): string[][] {
  const folders = [...new Set(files.map((file) => dirname(file)))];
  const shared = folders.flatMap((folder) => {
    const inFolder = files.filter((file) => dirname(file) === folder && !ownPage.test(file));
    const count = Math.ceil(inFolder.length / filesPerPage);
    // Dealt out in turn: neighbours by name, such as the tests of the calendar, take long together.
    return Array.from({ length: count }, (_, page) =>
      inFolder.filter((_, position) => position % count === page),
    );
  });
  return [...shared, ...files.filter((file) => ownPage.test(file)).map((file) => [file])];
}

/** Writes a file for each page, since web-test-runner asks for files that exist; they go with the process. */
export function writePages(files: readonly string[]): string[] {
  const folder = join('node_modules/.cache/opus-booking', `unit-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  return groupByPage(files).map((group, page) => {
    // Its name tells which tests are on it when one fails.
    const names = group.map((file) => basename(file, '.test.ts')).join('+');
    const path = join(folder, `${page + 1}-${names}.ts`);
    const imports = group.map((file) => `import '${relative(folder, file)}';\n`);
    writeFileSync(path, imports.join(''));
    return path;
  });
}
