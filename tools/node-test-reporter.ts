// Reporter of node:test that tells tools/test.ts what was run; a suite is no test.
import type { TestEvent } from 'node:test/reporters';
import { reportCounts, reportFailure } from './counts.js';

/** A suite fails because a test in it has failed, which is told already. */
const isOfTests = (error: Error & { failureType?: string }) =>
  error.failureType === 'subtestsFailed';

const whyOf = ({ message, cause }: Error) =>
  cause instanceof Error ? (cause.stack ?? cause.message) : message;

/** Counts the tests of one process. */
export default async function* countReporter(
  source: AsyncIterable<TestEvent>,
): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let suitesFailed = 0;
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (type === 'test:fail' && !isOfTests(data.details.error))
      reportFailure({ test: `${data.file ?? ''} › ${data.name}`, why: whyOf(data.details.error) });
    const isFile = data.nesting === 0 && /\.(ts|mjs|js)$/.test(data.name);
    if (data.details?.type === 'suite' || isFile) {
      if (type === 'test:fail') suitesFailed += 1;
    } else if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  // A hook or a whole file may fail with no test failing.
  if (counts.failed === 0) counts.failed = suitesFailed;
  reportCounts(counts);
  yield '';
}
