// "npm run coverage:spec": where each requirement lives and which tests name it, from the codes in comments and titles.
//   node tools/coverage.mjs            sums it up; "--all" also lists how many tests each code has
//   node tools/coverage.mjs --write    writes docs/coverage.md
//   node tools/coverage.mjs --check    fails when that file is not what would be written, or a required code
//                                      has no test
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { filesUnder } from './files.ts';
import {
  citedCodes,
  codesBetween,
  codesOf,
  countTests,
  shortWording,
  unknownCodes,
} from './spec-codes.mjs';

const requirementsFile = 'docs/requirements.md';
const coverageFile = 'docs/coverage.md';
/** The booking page, complete, own appointments and the messages about them. */
const required = [
  ...codesBetween('P-01', 'P-46'),
  ...['A-06', 'A-08', 'A-09', 'A-11', 'A-12', 'A-16', 'A-17'],
  ...['M-01', 'M-02', 'M-03', 'M-07', 'M-12'],
];
/** Files named for one requirement; the rest are counted. */
const mostFiles = 5;

const requirements = readFileSync(requirementsFile, 'utf8');
const codes = codesOf(requirements);
const path = (file) => file.replaceAll('\\', '/');
const read = (files) =>
  files.map((file) => ({ file: path(file), source: readFileSync(file, 'utf8') }));
const tests = read([
  // Tests of the tools name codes that mean nothing.
  ...filesUnder('test', /\.test\.ts$/).filter((file) => !/^test[\\/]tools[\\/]/.test(file)),
  ...filesUnder('stories', /\.stories\.ts$/),
]);
const sources = read([
  ...filesUnder('src', /\.ts$/),
  ...filesUnder('service', /\.(ts|js)$/),
  ...filesUnder('demo', /\.(ts|js)$/),
]).filter(({ file }) => !/^src\/locales\/(?:nb|sv|fi|da|en)/.test(file));

const counts = countTests(
  codes,
  tests.map(({ source }) => source),
);
const countsByFile = tests.map(({ file, source }) => [file, countTests(codes, [source])]);
/** Shapes and words name what others do. */
const weightOf = (file) => (/^src\/(?:contract|locales)\//.test(file) ? 0.4 : 1);
const cited = sources.map(({ file, source }) => [
  file,
  new Map([...citedCodes(source)].map(([code, weight]) => [code, weight * weightOf(file)])),
]);

/** Files with a number for a code, the highest first, then by name. */
function ranked(numbers, code) {
  return numbers
    .map(([file, byCode]) => [file, byCode.get(code) ?? 0])
    .filter(([, number]) => number > 0)
    .sort(([oneFile, one], [otherFile, other]) => other - one || (oneFile < otherFile ? -1 : 1));
}

const link = (file) => `[${file.split('/').at(-1)}](../${file})`;

function places(code) {
  const files = ranked(cited, code).map(([file]) => file);
  const more = files.length - mostFiles;
  return files.slice(0, mostFiles).map(link).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function testsOf(code) {
  const files = ranked(countsByFile, code);
  const more = files.length - mostFiles;
  const named = files.slice(0, mostFiles).map(([file, count]) => `${link(file)} ${count}`);
  return named.join(', ') + (more > 0 ? ` and ${more} more files` : '');
}

function row(code) {
  const cells = [
    code,
    shortWording(requirements, code),
    places(code),
    counts.get(code),
    testsOf(code),
  ];
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

function document() {
  const withTest = codes.filter((code) => counts.get(code) > 0);
  const without = codes.filter((code) => counts.get(code) === 0);
  return [
    '# Where each requirement lives, and what tests it',
    '',
    'Written by `npm run coverage:spec -- --write`; `npm run check` fails when it is out of date. A file is named where a',
    `comment of it cites the code, a test where its title carries it. At most ${mostFiles} files are named; the words are the`,
    'beginning of each line of [requirements.md](requirements.md).',
    '',
    '| code | requirement | lives in | tests | test files |',
    '| --- | --- | --- | --- | --- |',
    ...withTest.map(row),
    '',
    ...(without.length > 0
      ? [`No test names ${without.join(', ')} yet: they are not built.`, '']
      : []),
  ].join('\n');
}

const args = process.argv.slice(2);
if (args.includes('--write')) writeFileSync(coverageFile, document());
if (args.includes('--all')) for (const [code, count] of counts) console.log(`${code} ${count}`);

const without = codes.filter((code) => counts.get(code) === 0);
console.log(`${codes.length - without.length} of ${codes.length} requirements have a test.`);
if (without.length > 0) console.log(`Without one: ${without.join(', ')}`);

const faults = [];
const unknown = unknownCodes(
  codes,
  tests.map(({ source }) => source),
);
if (unknown.length > 0) faults.push(`Named by a test, but no requirement: ${unknown.join(', ')}`);
const lacking = required.filter((code) => !counts.get(code));
if (lacking.length > 0) faults.push(`Required, without a test: ${lacking.join(', ')}`);
const homeless = required.filter((code) => ranked(cited, code).length === 0);
if (homeless.length > 0) faults.push(`Required, cited by no source: ${homeless.join(', ')}`);
if (args.includes('--check')) {
  const written = existsSync(coverageFile) ? readFileSync(coverageFile, 'utf8') : '';
  if (written !== document()) {
    faults.push(`${coverageFile} is out of date: npm run coverage:spec -- --write`);
  }
}
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
