import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isPublicHoliday } from '../../../service/core/public-holidays.js';
import type { SendingRules } from '../../../service/core/sending-time.js';
import { notBefore, reminderTimes, thankYouTimes } from '../../../service/core/sending-time.js';
import { workedExamples } from '../../../service/core/sending-examples.js';
import { formatInstant } from '../../../src/domain/clock-time.js';
import { slowBack, slowForward, slowOutside, slowPauseEnd } from './slow-clock.js';

const minute = 60_000;
const hour = 60 * minute;

/** Any minute of some years, every second time within a week of a change of the clock or of a year's end. */
const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2026-12-31'].map((date) =>
  Date.parse(`${date}T01:00:00Z`),
);
const anyMinute = fc.oneof(
  fc
    .integer({ min: Date.parse('2026-01-01') / minute, max: Date.parse('2029-01-01') / minute })
    .map((minutes) => minutes * minute),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * 1440, max: 6 * 1440 }))
    .map(([change, minutes]) => change + minutes * minute),
);
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => new Date(minutes * minute).toISOString().slice(11, 16));
const night = fc.oneof(
  fc.constantFrom(null, { from: '22:00', to: '07:00' }, { from: '02:15', to: '02:45' }),
  fc.record({ from: clock, to: clock }).filter(({ from, to }) => from !== to),
);
const anyRules: fc.Arbitrary<SendingRules> = fc
  .record({
    timeZone: fc.constantFrom('Europe/Oslo', 'Europe/Helsinki'),
    daysWithoutSending: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }),
    hasHolidays: fc.boolean(),
    pauses: fc.record({ saturday: fc.boolean(), sunday: fc.boolean(), night }),
  })
  .map(({ hasHolidays, ...rules }) => ({
    ...rules,
    isHoliday: (date) => hasHolidays && isPublicHoliday('NO', date),
  }));
const anyHours = fc.oneof(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 0, max: 72 }));

describe('sending times', () => {
  it('[M-05] are those of a slow clock that goes minute by minute, over 10,000 random cases', () => {
    fc.assert(
      fc.property(anyMinute, anyHours, anyRules, (at, hours, rules) => {
        const reminder = reminderTimes(at, hours, rules);
        const expiresAt = hours === 0 ? at + minute : at;
        const back = slowBack(at, hours, rules);
        assert.deepEqual(reminder, { sendsAt: slowOutside(back, expiresAt, rules), expiresAt });
        const thanks = thankYouTimes(at, hours, rules);
        const sendsAt = slowPauseEnd(slowForward(at, hours, rules), rules);
        assert.deepEqual(thanks, { sendsAt, expiresAt: sendsAt + 24 * hour });
      }),
      { numRuns: 10_000, seed: 14 },
    );
  });

  it('[M-05] of a year before, with one weekday left, need no more than a moment', () => {
    const rules: SendingRules = {
      timeZone: 'Europe/Oslo',
      daysWithoutSending: [1, 2, 3, 4, 5, 6],
      isHoliday: () => false,
      pauses: { saturday: true, sunday: false, night: { from: '22:00', to: '07:00' } },
    };
    const begun = performance.now();
    const { sendsAt } = reminderTimes(Date.parse('2026-11-30T08:00:00+01:00'), 8760, rules);
    assert.ok(performance.now() - begun < 500);
    assert.equal(formatInstant(sendsAt, 'Europe/Oslo').slice(0, 4), '2019');
  });

  for (const example of workedExamples) {
    it(`[M-05] ${example.title}`, () => {
      assert.equal(example.times().sendsAt, example.sendsAt);
      assert.equal(example.times().expiresAt, example.expiresAt);
    });
  }

  it('[M-09] what is late goes at once, or after a pause where it is still of use then', () => {
    const rules: SendingRules = {
      timeZone: 'Europe/Oslo',
      daysWithoutSending: [],
      isHoliday: () => false,
      pauses: { saturday: false, sunday: false, night: { from: '22:00', to: '07:00' } },
    };
    const at = (text: string) => Date.parse(`2026-12-0${text}:00+01:00`);
    const late = (expiresAt: string, now: string) =>
      notBefore({ sendsAt: at('1T10:00'), expiresAt: at(expiresAt) }, at(now), rules).sendsAt;
    assert.equal(late('2T10:00', '1T12:00'), at('1T12:00'));
    assert.equal(late('2T10:00', '1T23:00'), at('2T07:00'));
    assert.equal(late('2T07:00', '1T23:00'), at('1T23:00'));
    assert.equal(late('2T10:00', '1T09:00'), at('1T10:00'));
  });
});
