// How each stage of "npm test" tells its counts: a JSON file named by OPUS_COUNTS, added to by every reporter.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

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

/** Sum of all counts in a file; all zero where nothing was reported. */
export function readCounts(file: string): Counts {
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
    : [];
  return sumCounts(lines.map((line) => JSON.parse(line) as Counts));
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
