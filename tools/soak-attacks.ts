// "npm run soak -- --attack": the attacks of tools/attacks/ against the sample accounts on PostgreSQL, from this machine, each
// bounded in time; a table of what was tried and whether the service held (docs/security.md, docs/reliability.md).
import { randomBytes } from 'node:crypto';
import type { AttackResult } from './attacks/attack.js';
import { emptyDay } from './attacks/empty-day.js';
import { flood } from './attacks/flood.js';
import { lockOut } from './attacks/lock-out.js';
import { attackPersonalData } from './attacks/personal-data.js';
import { shutLogin } from './attacks/shut-login.js';
import { slowBodies } from './attacks/slow-bodies.js';
import { whoIsAPatient } from './attacks/who-is-a-patient.js';
import { startPostgres } from './postgres.js';
import { startDemo } from './running-demo.js';

/** Whether every attack was held off. */
export async function soakAttacks(port = 4398): Promise<boolean> {
  const server = await startPostgres();
  const operatorKey = randomBytes(24).toString('base64url');
  const stop = await startDemo(port, {
    DATABASE_URL: server.url,
    SERVER_KEY: randomBytes(24).toString('base64url'),
    OPERATOR_KEY: operatorKey,
    TRUST_PROXY: '1',
  });
  const url = `http://127.0.0.1:${port}`;
  const accounts = { url, chain: 'kjeden', small: 'kodefri' };
  const stranger = { url, operatorKey };
  const attacks: Readonly<Record<string, () => Promise<AttackResult>>> = {
    flood: () => flood(accounts),
    'slow bodies': () => slowBodies(accounts),
    'lock out': () => lockOut(stranger),
    'shut a login': () => shutLogin(stranger),
    'empty a day': () => emptyDay(stranger),
    'who is a patient': () => whoIsAPatient(stranger),
    'personal data': () => attackPersonalData(url),
  };
  let isHeld = true;
  console.log('| attack | tried | result | held |\n| --- | --- | --- | --- |');
  try {
    for (const [name, attack] of Object.entries(attacks)) {
      const { tried, result, held } = await attack();
      isHeld &&= held;
      console.log(`| ${name} | ${tried} | ${result} | ${held ? 'yes' : 'NO'} |`);
    }
  } finally {
    await stop();
    server.stop();
  }
  return isHeld;
}
