// How each stage of "npm test" tells its counts: a JSON file named by OPUS_COUNTS, added to by every reporter.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Tests by what became of them. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds counts to the file that OPUS_COUNTS names; without it does nothing. */
export function reportCounts({ passed, failed, skipped }: Counts): void {
  const file = process.env.OPUS_COUNTS;
  if (file) appendFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
}

/** A test that failed. */
export interface Failure {
  /** Its name, with its file where the runner knows it. */
  readonly test: string;
  /** What was wrong, as the runner says it. */
  readonly why: string;
}

const failuresFile = (file: string) => `${file}.failures`;

/** Adds a failed test to what the closing summary names; without OPUS_COUNTS does nothing. */
export function reportFailure({ test, why }: Failure): void {
  const file = process.env.OPUS_COUNTS;
  const plain = stripVTControlCharacters(why).trim();
  if (file)
    appendFileSync(failuresFile(file), `${JSON.stringify({ test, why: plain.slice(0, 600) })}\n`);
}

/** The failed tests of a stage, in their order. */
export function readFailures(file: string): readonly Failure[] {
  return lines(failuresFile(file)).map((line) => JSON.parse(line) as Failure);
}

function lines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : [];
}

/** Sum of all counts in a file; all zero where nothing was reported. */
export function readCounts(file: string): Counts {
  return sumCounts(lines(file).map((line) => JSON.parse(line) as Counts));
}

/** Adds counts up. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/** The closing line, e.g. `opus-booking: 12 passed, 0 failed, 0 skipped`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `opus-booking: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}
