// "npm run coverage:spec": where each requirement lives and which tests name it, from the codes in comments and titles.
//   tsx tools/coverage.ts            sums it up; "--all" also lists how many tests each code has
//   tsx tools/coverage.ts --write    writes docs/coverage.md
// Fails when a requirement that is built has no test or no source, and when only tests use an export.
import { readFileSync, writeFileSync } from 'node:fs';
import { filesUnder } from './files.js';
import { findReachable, withoutTestsOf, type SourceText } from './reachable-exports.js';
import {
  citedCodes,
  codesOf,
  countTests,
  plannedCodes,
  shortWording,
  unknownCodes,
} from './spec-codes.js';

const requirementsFile = 'docs/requirements.md';
const coverageFile = 'docs/coverage.md';
/**
 * Where the product begins: what the package publishes, what starts the service or answers for it, what a page loads by
 * itself, and the tools.
 */
const isEntry = (file: string) =>
  /^src\/(?:index|all|embed|frame|define\/[\w-]+|domain\/index|contract\/index)\.ts$/.test(file) ||
  /^src\/console\/(?:.*\/)?(?:index|define)\.ts$/.test(file) ||
  /^(?:service\/http\/create-app|service\/(?:node\/)?(?:main|serve)|demo\/main)\.ts$/.test(file) ||
  /^(?:service|demo)\/.*\.js$/.test(file) ||
  /^(?:tools|bench|stories|\.storybook)\//.test(file);
/** Files named for one requirement; the rest are counted. */
const maxFiles = 5;

const read = (files: readonly string[]): SourceText[] =>
  files.map((file) => ({
    file: file.replaceAll('\\', '/'),
    source: readFileSync(file, 'utf8'),
  }));
const requirements = readFileSync(requirementsFile, 'utf8');
const codes = codesOf(requirements);
const planned = new Set(plannedCodes(requirements));

const product = read([
  ...filesUnder('src', /\.ts$/),
  ...filesUnder('service', /\.(ts|js)$/),
  ...filesUnder('demo', /\.(ts|js)$/),
]).filter(
  // Examples of frameworks are projects of their own.
  ({ file }) =>
    !/node_modules\/|^demo\/examples\/(?:react|vue)\//.test(file) && !file.endsWith('.d.ts'),
);
const others = read([
  ...filesUnder('tools', /\.m?[jt]s$/),
  ...filesUnder('bench', /\.m?[jt]s$/),
  ...filesUnder('stories', /\.ts$/),
  ...filesUnder('.storybook', /\.ts$/),
]);
const entries = [...product, ...others].map(({ file }) => file).filter(isEntry);
const reachable = findReachable([...product, ...others], entries);

const tests = read([
  // Tests of the tools name codes that mean nothing.
  ...filesUnder('test', /\.test\.ts$/).filter((file) => !/^test[\\/]tools[\\/]/.test(file)),
  ...filesUnder('stories', /\.stories\.ts$/),
]).map((text) => ({ ...text, source: withoutTestsOf(text, reachable.onlyInTests) }));
const testSources = tests.map(({ source }) => source);
const counts = countTests(codes, testSources);
type CountsByFile = readonly (readonly [file: string, counts: ReadonlyMap<string, number>])[];
const countsByFile: CountsByFile = tests.map(({ file, source }) => [
  file,
  countTests(codes, [source]),
]);
/** Schemas and texts name a code beside the code that does the work. */
const weightOf = (file: string) => (/^src\/(?:contract|locales)\//.test(file) ? 0.4 : 1);
const cited: CountsByFile = product
  .filter(
    ({ file }) => reachable.files.has(file) && !/^src\/locales\/(?:nb|sv|fi|da|en)/.test(file),
  )
  .map(({ file, source }) => [
    file,
    new Map([...citedCodes(source)].map(([code, weight]) => [code, weight * weightOf(file)])),
  ]);

/** Files with a number for a code, the highest first, then by name. */
function ranked(numbers: CountsByFile, code: string): [file: string, number: number][] {
  return numbers
    .map(([file, byCode]): [string, number] => [file, byCode.get(code) ?? 0])
    .filter(([, number]) => number > 0)
    .sort(([oneFile, one], [otherFile, other]) => other - one || (oneFile < otherFile ? -1 : 1));
}

const link = (file: string) => `[${file.split('/').at(-1) ?? file}](../${file})`;

function places(code: string): string {
  const files = ranked(cited, code).map(([file]) => file);
  const more = files.length - maxFiles;
  return files.slice(0, maxFiles).map(link).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function testsOf(code: string): string {
  const files = ranked(countsByFile, code);
  const more = files.length - maxFiles;
  const named = files.slice(0, maxFiles).map(([file, count]) => `${link(file)} ${count}`);
  return named.join(', ') + (more > 0 ? ` and ${more} more files` : '');
}

function row(code: string): string {
  const wording = shortWording(requirements, code);
  const cells = [code, wording, places(code), String(counts.get(code)), testsOf(code)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function document(): string {
  const withTest = codes.filter((code) => counts.get(code));
  return [
    '# Where each requirement lives, and what tests it',
    '',
    'Written by `npm run coverage:spec -- --write`. A file is named where a comment of it cites the code, a test where its',
    `title carries it. At most ${maxFiles} files are named; the words are the beginning of each line of`,
    '[requirements.md](requirements.md).',
    '',
    '| code | requirement | lives in | tests | test files |',
    '| --- | --- | --- | --- | --- |',
    ...withTest.map(row),
    '',
    `Planned: ${[...planned].join(', ')}.`,
    '',
  ].join('\n');
}

const args = process.argv.slice(2);
if (args.includes('--write')) writeFileSync(coverageFile, document());
if (args.includes('--all')) for (const [code, count] of counts) console.log(`${code} ${count}`);

const built = codes.filter((code) => !planned.has(code));
const withTest = built.filter((code) => counts.get(code));
console.log(
  `${withTest.length} of ${built.length} built requirements have a test; ${planned.size} more are planned.`,
);

const faults: string[] = [];
const report = (what: string, found: readonly string[]) => {
  if (found.length > 0) faults.push(`${what}: ${found.join(', ')}`);
};
report('Named by a test, but no requirement', unknownCodes(codes, testSources));
report(
  'Built, without a test',
  built.filter((code) => !counts.get(code)),
);
report(
  'Built, cited by no source that runs',
  built.filter((code) => ranked(cited, code).length === 0),
);
for (const { file, name } of reachable.onlyInTests) {
  if (!file.startsWith('tools/')) faults.push(`Only tests call this: ${name} (${file})`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
