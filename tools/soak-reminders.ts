// "npm run soak -- --sms-hour 100000": so many reminders that are due within one hour, sent by two workers on PostgreSQL while patients
// book; "--sms-policy 100000": a changed policy over so many that wait, worked through by workers of which one is killed on the way.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connectPostgres } from '../service/node/connect.js';
import type { BareDatabase as Database } from '../service/store/database.js';
import { withNationalIds } from '../service/store/database.js';
import type { SmsServiceStatus } from '../src/contract/index.js';
import { addDays, weekday } from '../src/domain/civil-date.js';
import { manyAppointments } from './reminders/appointments.js';
import { BookingPatients, share } from './reminders/booking-patients.js';
import { startGateway } from './reminders/gateway.js';
import { killProgram, residentOf, startProgram, type Program } from './reminders/processes.js';
import { startPostgres } from './postgres.js';

const account = 'demo';
const operatorKey = 'the-key-of-whoever-runs-the-service';
/** How long patients book before the workers begin, milliseconds. */
const quietTime = 60_000;

/** What both runs work with. */
interface World {
  db: Database;
  databaseUrl: string;
  monday: string;
  close: () => Promise<void>;
}

async function openWorld(count: number): Promise<World> {
  const server = await startPostgres({ isOwn: true, isDurable: true });
  process.env.TEST_DATABASE_URL = server.url;
  const { openTestDatabase, testIds } = await import('../test/service/support/test-database.js');
  const database = await openTestDatabase('postgres');
  const today = new Date().toISOString().slice(0, 10);
  const monday = addDays(today, 15 - weekday(today));
  const from = new Date(`${addDays(monday, 7)}T00:00:00Z`);
  // Statements over all of them take longer than those of a call may.
  const { unhurried: db, close } = connectPostgres(database.url!, 1);
  await manyAppointments(withNationalIds(db, testIds), { account, monday, from, count });
  return {
    db,
    databaseUrl: database.url!,
    monday,
    async close() {
      await close();
      await database.close();
      server.stop();
    },
  };
}

const countWhere = async (db: Database, condition: string): Promise<number> => {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql.raw(`outbox WHERE account_id = '${account}' AND ${condition}`));
  return row!.count;
};

/** Whether each was sent once by its id in twenty minutes, while bookings took no more than half as long again as without. */
export async function soakReminders(count: number): Promise<boolean> {
  const world = await openWorld(count);
  const gateway = await startGateway(() => ({ takes: true, answers: 'ok' }));
  const env = {
    DATABASE_URL: world.databaseUrl,
    GATEWAY_URL: gateway.url,
    OPERATOR_KEY: operatorKey,
    EPOCH: String(Date.now()),
  };
  const service = await startProgram('sms-service-process', env);
  const workers: Program[] = [];
  try {
    await enqueueReminders(world.db, count);
    const patients = new BookingPatients(service.said, account, world.monday);
    patients.begin();
    await pause(quietTime);
    const without = patients.takeTimes();
    const began = performance.now();
    workers.push(
      ...(await Promise.all([
        startProgram('worker-process', { ...env, NAME: 'first' }),
        startProgram('worker-process', { ...env, NAME: 'second' }),
      ])),
    );
    const memory: number[] = [];
    while ((await countWhere(world.db, "planned AND status IN ('V', 'FV')")) > 0) {
      await pause(2000);
      memory.push(Math.max(...workers.map(residentOf)));
    }
    const seconds = (performance.now() - began) / 1000;
    const meanwhile = patients.takeTimes();
    await patients.end();
    const planned = [...gateway.texts.values()].filter(({ text }) => text.startsWith('reminder '));
    const twice = planned.filter(({ id }) => gateway.arrived.get(id)! > 1).length;
    const sent = await countWhere(world.db, "planned AND status = 'S'");
    const quarter = Math.max(1, Math.floor(memory.length / 4));
    const [first, last] = [
      Math.max(...memory.slice(0, quarter)),
      Math.max(...memory.slice(-quarter)),
    ];
    console.log(
      `${count} reminders in ${seconds.toFixed(0)} s (${(count / seconds).toFixed(0)} a second): ${planned.length} arrived, ${twice} of them more than once, ${sent} noted down as sent.`,
    );
    console.log(
      `Memory of the larger worker: ${first.toFixed(0)} MB at most in the first quarter, ${last.toFixed(0)} MB in the last.`,
    );
    for (const [name, times] of [
      ['without', without],
      ['meanwhile', meanwhile],
    ] as const) {
      console.log(
        `Bookings ${name}: ${times.length}, median ${share(times, 0.5)} ms, 99 % within ${share(times, 0.99)} ms.`,
      );
    }
    const slower = share(meanwhile, 0.99) / share(without, 0.99);
    console.log(`99 % of bookings take ${slower.toFixed(2)} times as long meanwhile.`);
    console.log(`Calls that failed: ${patients.failures}.`);
    return (
      planned.length === count &&
      twice === 0 &&
      sent === count &&
      seconds <= 1200 &&
      slower <= 1.5 &&
      last <= first * 1.25 &&
      patients.failures === 0
    );
  } finally {
    await Promise.all([service, ...workers].map(killProgram));
    gateway.close();
    await world.close();
  }
}

/** Reminders that were due within the last hour. */
async function enqueueReminders(db: Database, count: number): Promise<void> {
  await db.execute(sql`
    INSERT INTO outbox (account_id, id, kind, channel, recipient, text, lang, status, booking_id, planned, created_at, send_at, expires_at)
    SELECT account_id, gen_random_uuid(), 'reminder-1', 'sms', mobile, 'reminder ' || id, 'nb', 'V', id, true, now() - interval '1 day',
      now() - interval '1 hour' * row_number() OVER () / ${count}, now() + interval '10 days'
    FROM bookings WHERE account_id = ${account}`);
  await db.execute(sql`ANALYZE outbox`);
}

/** Whether a changed policy is worked through in a minute, exactly, and on from where a worker was killed. */
export async function soakPolicy(count: number): Promise<boolean> {
  const world = await openWorld(count);
  const gateway = await startGateway(() => ({ takes: true, answers: 'ok' }));
  const env = {
    DATABASE_URL: world.databaseUrl,
    GATEWAY_URL: gateway.url,
    OPERATOR_KEY: operatorKey,
    EPOCH: String(Date.now()),
  };
  const service = await startProgram('sms-service-process', env);
  let worker = await startProgram('worker-process', { ...env, NAME: 'first' });
  let isRight = true;
  try {
    for (const [title, hours, kills] of [
      ['first policy: each is made', 24, 0],
      ['changed policy: each is moved', 48, 0],
      ['changed again, the worker killed three times', 36, 3],
    ] as const) {
      const began = performance.now();
      await changePolicy(service.said, hours);
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(1500);
        await killProgram(worker);
        worker = await startProgram('worker-process', { ...env, NAME: `successor ${kill}` });
      }
      while (await isReplanning(service.said)) await pause(100);
      const seconds = (performance.now() - began) / 1000;
      const [row] = await world.db.select({ wrong: sql<number>`count(*)::int` }).from(
        sql`bookings b
          JOIN reservations r ON r.account_id = b.account_id AND r.id = b.reservation_id
          LEFT JOIN (
            SELECT booking_id, count(*) AS count, min(send_at) AS send_at FROM outbox
            WHERE account_id = ${account} AND status = 'V' AND kind = 'reminder-1' GROUP BY booking_id
          ) o ON o.booking_id = b.id
          WHERE b.account_id = ${account}
            AND (o.count IS DISTINCT FROM 1 OR o.send_at <> r.starts_at - interval '1 hour' * ${hours})`,
      );
      console.log(
        `${title}: ${count} in ${seconds.toFixed(1)} s; ${row!.wrong} appointments without their one message at its time.`,
      );
      isRight &&= row!.wrong === 0 && seconds <= 60 + kills * 5;
    }
    return isRight;
  } finally {
    await Promise.all([service, worker].map(killProgram));
    gateway.close();
    await world.close();
  }
}

async function staffCall<Answer>(url: string, method: string, path: string, body?: object) {
  const response = await fetch(`${url}/v1/staff/accounts/${account}${path}`, {
    method,
    headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

const changePolicy = (url: string, hoursBefore: number) =>
  staffCall(url, 'PATCH', '/reminders', { to: 'all', reminders: [{ hoursBefore }] });

async function isReplanning(url: string): Promise<boolean> {
  const { replanning } = await staffCall<SmsServiceStatus>(url, 'GET', '/messages/status');
  return replanning !== null;
}
