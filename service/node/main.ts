// Runs the service in earnest: no sample accounts, no start page. DEMO=1 lets messages land in the inbox page.
import { readEnvironment } from './environment.js';
import { readyLine, runProcess } from './run-process.js';
import { startService } from './start-service.js';

await runProcess(async () => {
  const environment = readEnvironment({ ...process.env, DEMO: process.env.DEMO || '0' });
  const service = await startService(environment, { command: 'node service/dist/main.js' });
  return { service, welcome: readyLine(service) };
});
