// Lets web-test-runner run the unit tests in any browser that "npm run browsers" can drive.
import type { TestRunnerConfig } from '@web/test-runner';
import { findBuild } from './builds.js';
import { start, type Driver } from './drivers.js';

type BrowserLauncher = NonNullable<TestRunnerConfig['browsers']>[number];

/** A launcher for a browser of `builds.ts`; one page, so one file after another. `port` is free for its driver. */
export function engineLauncher(name: string, port: number): BrowserLauncher {
  let driver: Driver | undefined;
  let session: { id: string; url: string } | undefined;
  return {
    name,
    type: 'engine',
    concurrency: 1,
    async stop() {
      await driver?.close();
      driver = undefined;
    },
    async startSession(id, url) {
      driver ??= await start(await findBuild(name), port);
      session = { id, url };
      await driver.open(url);
    },
    isActive: (id) => session?.id === id,
    getBrowserUrl: () => session?.url ?? '',
    async stopSession() {
      session = undefined;
      await driver?.open('about:blank');
      return {};
    },
    startDebugSession() {
      throw new Error('Run the file in Chromium to look into it.');
    },
  };
}
