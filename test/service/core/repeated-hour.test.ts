import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

/** Prints what the clock of each zone says of the hour that comes twice, in a process whose own zone is `TZ`. */
const script = `
import { formatInstant, toInstant } from './src/domain/clock-time.js';
import { startFields } from './service/messages/merge-values.js';
for (const [zone, minutes] of [['Europe/Oslo', 150], ['Europe/Helsinki', 210]]) {
  const first = toInstant('2026-10-25', minutes, zone);
  const { TIMESLOT_START_HOUR: hour, TIMESLOT_START_MINUTE: minute } = startFields(first, zone);
  console.log(formatInstant(first, zone), hour + minute, formatInstant(first + 3600000, zone));
}`;

describe('the hour that comes twice', () => {
  for (const zone of ['UTC', 'Europe/Oslo', 'Europe/Helsinki']) {
    it(`[P-22] is the first one in a process in ${zone}`, () => {
      const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
      const env = { ...process.env, TZ: zone };
      assert.deepEqual(execFileSync('node', args, { env, encoding: 'utf8' }).trim().split('\n'), [
        '2026-10-25T02:30:00+02:00 0230 2026-10-25T02:30:00+01:00',
        '2026-10-25T03:30:00+03:00 0330 2026-10-25T03:30:00+02:00',
      ]);
    });
  }

  it('[P-22] is never looked for in SQL, which takes the second one', () => {
    const folder = 'service';
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|sql)$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file))
      .map((file) => join(folder, file));
    assert.ok(files.length > 100);
    // Conversions of PostgreSQL between instants and clock times, by the session's zone or a named one.
    const converts =
      /\bAT TIME ZONE\b|::\s*timestamp(?!tz)\b|timestamp\('[^)]*withTimezone: false|\btimezone\(\s*['$]|\bdate_trunc\(|\bmake_timestamp/i;
    const found = files.filter((file) => converts.test(readFileSync(file, 'utf8')));
    assert.deepEqual(found, []);
  });
});
