import { DataKeyError } from '../store/check-data-keys.js';
import { DataFolderInUseError } from './lock-file.js';
import { StartError } from './start-error.js';
import type { RunningService } from './start-service.js';

/** Runs a service as this process: prints its `welcome`, ends with 0 on SIGINT and SIGTERM, with 1 when it cannot start. */
export async function runProcess(
  start: () => Promise<{ service: RunningService; welcome: string }>,
): Promise<void> {
  try {
    const { service, welcome } = await start();
    const stop = () => void service.stop().then(() => process.exit(0));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    console.log(welcome);
  } catch (error) {
    endWith(error);
  }
}

/** Does one thing as this process and says how it went; ends with 1 when it fails. */
export async function runTask(task: () => Promise<string>): Promise<void> {
  try {
    console.log(await task());
    process.exit(0);
  } catch (error) {
    endWith(error);
  }
}

/** Failures with words for whoever starts the process. */
const expected = [StartError, DataFolderInUseError, DataKeyError];

function endWith(error: unknown): never {
  const isExpected = error instanceof Error && expected.some((kind) => error instanceof kind);
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
}

/** What a service without a demo prints once it serves. */
export function readyLine({ port }: RunningService): string {
  return `Opus Booking is ready at port ${port}.`;
}
