import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds of processor time. */
export interface Processor {
  /** The page's main thread: scripts, styles, layout, painting. */
  readonly page: number;
  /** The service, which runs in this process, with this script itself. */
  readonly service: number;
}

/** Measures how long the processor worked for something: says less of what else the machine does than a clock does. */
export class ProcessorClock {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<ProcessorClock> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new ProcessorClock(session);
  }

  async during<T>(work: () => Promise<T>): Promise<T & { readonly processor: Processor }> {
    const page = await this.#busy();
    const service = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(service);
    return {
      ...result,
      processor: { page: (await this.#busy()) - page, service: (user + system) / 1000 },
    };
  }

  async #busy(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  }
}
