// What "npm start" runs: the service with the demo around it.
import { readyLine, runProcess } from '../service/node/run-process.js';
import { readDemoEnvironment } from './environment.js';
import { startDemo } from './start-demo.js';

function welcome(port: number, domain: string, issuer: string | undefined): string {
  const at = (host: string) => `http://${host}:${port}/`;
  return [
    '',
    'Opus Booking is ready.',
    '',
    `  Start page             ${at(domain)}`,
    `  A clinic's home page   ${at(domain)}homepage/`,
    `  An account's own page  ${at(`opusdentalklinikken.${domain}`)}`,
    `  The clinic's console   ${at(`console.${domain}`)}opusdentalklinikken`,
    `  Messages to patients   ${at(domain)}demo/inbox`,
    `  The API                ${at(domain)}openapi.json`,
    ...(issuer ? [`  e-ID of test persons   ${issuer}/`] : []),
    '',
    'Stop with Ctrl+C.',
  ].join('\n');
}

await runProcess(async () => {
  const environment = readDemoEnvironment(process.env);
  const { service, issuer } = await startDemo(environment);
  const { isDemo, domain } = environment;
  return { service, welcome: isDemo ? welcome(service.port, domain, issuer) : readyLine(service) };
});
