import type { Reporter, TestModule } from 'vitest/node';
import { reportCounts, reportFailure } from './counts.js';

/** Lit's warnings that an element renders twice, which fail the run. */
const warnings: string[] = [];

/** Takes what a story printed; see `warnings`. */
export function watchForLitWarnings(log: string): void {
  if (log.includes('lit.dev/msg/change-in-update')) warnings.push(log.trim());
}

/** Tells tools/test.ts which stories ran. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state, errors: faults = [] } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'skipped') counts.skipped += 1;
        else {
          counts.failed += 1;
          const why = faults.map(({ message }) => message).join('\n');
          reportFailure({ test: `${module.relativeModuleId} › ${test.fullName}`, why });
        }
      }
      if (module.state() === 'failed' && counts.failed === before) counts.failed += 1;
    }
    if (errors.length > 0 && counts.failed === 0) counts.failed = 1;
    if (warnings.length > 0) {
      console.error(`Lit warned:\n${warnings.join('\n')}`);
      counts.failed += warnings.length;
      for (const why of warnings) reportFailure({ test: 'a warning of Lit', why });
      process.exitCode = 1;
    }
    reportCounts(counts);
  }
}
