// Writes old-database.sql and old-database.json beside this file: a database as commit 3f9e761 left it, the last one before
// the service moved to the top. Run it inside a checkout of that commit, whose code does all the work:
//
//   git worktree add /tmp/old 3f9e761 && cd /tmp/old && npm ci
//   node --import tsx REPOSITORY/test/service/upgrade/write-old-database.ts
//
// It needs PostgreSQL and its pg_dump.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module of the old commit, which nobody checks any more. */
const old = (path: string) => import(pathToFileURL(resolve(path)).href);

const { startPostgres } = await old('tools/postgres.mjs');
const postgres = await startPostgres();
process.env.TEST_DATABASE_URL = postgres.url;
const { openTestDatabase } = await old('test/service/support/test-database.ts');
const { setUpClinic } = await old('test/service/support/clinic-fixture.ts');
const { startService, bookingOf, ola, testId } = await old('test/service/support/service.ts');
const { askToLogIn, sendLoginCode } = await old('test/service/support/logins.ts');

const database = await openTestDatabase('postgres');
await setUpClinic(database.db, { settings: { login: { sms: true, eid: [] } } });
const service = startService(database);

// An appointment; its receipt found the gateway down and waits in the outbox.
const at = (time: string) => ({ clinician: 'anne', start: `2026-11-23T${time}:00+01:00` });
const booked = (await service.book((await service.hold(at('08:00'))).body)).body;
service.gatewayIsDown = true;
await service.call(`/bookings/${booked.booking}/code`, {
  json: { code: service.lastCode() },
  headers: { 'Booking-Token': booked.token },
});
await service.background;
service.gatewayIsDown = false;

const login = (await askToLogIn(service, { nationalId: ola.nationalId, mobile: '41234567' })).body;
const session = (await sendLoginCode(service, login, service.lastCode())).body;

const held = (await service.hold(at('09:00'))).body;
const kari = { ...bookingOf(held).patient, nationalId: testId(7), mobile: '98765432' };
const pending = (await service.book(held, { patient: kari })).body;
const code = service.lastCode();
const hold = (await service.hold(at('10:00'))).body;

const debian = '/usr/lib/postgresql';
const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
const options = ['--no-owner', '--no-comments', '--inserts', '--dbname', database.url];
const dump = spawnSync(join(debian, versions[0] ?? '', 'bin/pg_dump'), options, {
  encoding: 'utf8',
});
if (dump.status !== 0) throw new Error(dump.stderr);
// Commands of psql are no SQL.
const sql = dump.stdout.replace(/^(\\|--).*\n/gm, '').replace(/\n{3,}/g, '\n\n');
writeFileSync(join(import.meta.dirname, 'old-database.sql'), sql);
const facts = {
  now: new Date(service.now).toISOString(),
  appointment: { id: booked.booking, start: at('08:00').start },
  session: session.token,
  pending: { id: pending.booking, token: pending.token, code, start: at('09:00').start },
  hold: { id: hold.id, token: hold.token, start: at('10:00').start },
};
writeFileSync(
  join(import.meta.dirname, 'old-database.json'),
  `${JSON.stringify(facts, null, 2)}\n`,
);
await database.close();
postgres.stop();
