import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { reportCounts, reportFailure } from './counts.js';

/** Tells tools/test.ts what Playwright ran; a flaky test counts as failed. */
class CountReporter implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onError(): void {
    this.errors += 1;
  }

  onEnd(result: FullResult): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome === 'skipped') counts.skipped += 1;
      else {
        counts.failed += 1;
        const [, , ...path] = test.titlePath();
        const why = test.results.flatMap(({ errors }) => errors.map(({ message }) => message));
        reportFailure({ test: path.join(' › '), why: why.join('\n') });
      }
    }
    if (counts.failed === 0 && (this.errors > 0 || result.status !== 'passed')) counts.failed = 1;
    reportCounts(counts);
  }
}

export default CountReporter;
