import type { Reporter, TestModule } from 'vitest/node';
import { reportCounts } from './counts.js';

/** Tells tools/test.ts which stories ran. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'skipped') counts.skipped += 1;
        else counts.failed += 1;
      }
      if (module.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    if (errors.length > 0 && counts.failed === 0) counts.failed = 1;
    reportCounts(counts);
  }
}
