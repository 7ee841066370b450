// Runs the service in earnest: no sample accounts, no start page. DEMO=1 lets messages land in the inbox page. With
// "rotate-data-key" it changes the key of national IDs instead, and ends.
import { changeDataKey } from './rotate-data-key.js';
import { readEnvironment } from './environment.js';
import { readyLine, runCommand, runProcess } from './run-process.js';
import { startService } from './start-service.js';

if (process.argv[2] === 'rotate-data-key') {
  await runCommand(() => changeDataKey(process.env));
} else {
  await runProcess(async () => {
    const environment = readEnvironment({ ...process.env, DEMO: process.env.DEMO || '0' });
    const service = await startService(environment, { command: 'node service/dist/main.js' });
    return { service, welcome: readyLine(service) };
  });
}
