// "npm run coverage:spec": requirements without a test. "-- --require P-01,P-02" fails when one of those has none;
// "-- --all" also lists how many tests each code has.
import { existsSync, readFileSync } from 'node:fs';
import { filesUnder } from './files.mjs';
import { codesOf, countTests, unknownCodes } from './spec-codes.mjs';

const file = 'docs/requirements.md';
if (!existsSync(file)) {
  console.error(`${file} is missing.`);
  process.exit(1);
}
const args = process.argv.slice(2);
const at = args.indexOf('--require');
const required = at === -1 ? [] : (args[at + 1] ?? '').split(',').filter(Boolean);

const codes = codesOf(readFileSync(file, 'utf8'));
const sources = [
  // Tests of the tools name codes that mean nothing.
  ...filesUnder('test', /\.test\.ts$/).filter((path) => !/^test[\\/]tools[\\/]/.test(path)),
  ...filesUnder('stories', /\.stories\.ts$/),
].map((path) => readFileSync(path, 'utf8'));
const counts = countTests(codes, sources);
const without = codes.filter((code) => counts.get(code) === 0);

if (args.includes('--all')) for (const [code, count] of counts) console.log(`${code} ${count}`);
console.log(`${codes.length - without.length} of ${codes.length} requirements have a test.`);
if (without.length > 0) console.log(`Without one: ${without.join(', ')}`);
const unknown = unknownCodes(codes, sources);
if (unknown.length > 0) console.log(`Named by a test, but no requirement: ${unknown.join(', ')}`);

const lacking = required.filter((code) => !counts.get(code));
if (lacking.length > 0) {
  console.error(`Required, without a test: ${lacking.join(', ')}`);
  process.exit(1);
}
