import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../src/domain/clock-time.js';

const zones = ['Europe/Oslo', 'Europe/Stockholm', 'Europe/Helsinki', 'Europe/Copenhagen'];
const hours = (value: number) => value * 60;
const iso = (date: string, minutes: number, timeZone: string) =>
  formatInstant(toInstant(date, minutes, timeZone), timeZone);

describe('clock time', () => {
  for (const [instant, timeZone, date, minutes] of [
    ['2026-11-23T07:00:00Z', 'Europe/Oslo', '2026-11-23', hours(8)],
    ['2026-11-23T08:00:00+01:00', 'Europe/Oslo', '2026-11-23', hours(8)],
    ['2026-11-23T08:00:00+01:00', 'Europe/Helsinki', '2026-11-23', hours(9)],
    ['2026-07-01T22:30:00Z', 'Europe/Oslo', '2026-07-02', 30],
    ['2026-07-01T21:30:00Z', 'Europe/Helsinki', '2026-07-02', 30],
    ['2026-07-02T03:59:00Z', 'America/New_York', '2026-07-01', hours(24) - 1],
    ['2026-07-01T12:00:00Z', 'America/St_Johns', '2026-07-01', hours(9.5)],
    ['2026-07-01T12:00:00Z', 'Asia/Kathmandu', '2026-07-01', hours(17.75)],
    ['2026-07-01T12:34:56.789Z', 'UTC', '2026-07-01', hours(12) + 34],
  ] as const) {
    it(`[P-22] shows ${instant} on the clock of ${timeZone}`, () => {
      expect(toClockTime(instant, timeZone)).to.deep.equal({ date, minutes });
    });
  }

  for (const [timeZone, winter, summer, change] of [
    ['Europe/Oslo', '+01:00', '+02:00', 2],
    ['Europe/Helsinki', '+02:00', '+03:00', 3],
  ] as const) {
    const gap = '2026-03-29';
    const overlap = '2026-10-25';

    it(`[P-22] moves a time that ${timeZone} skips on by an hour`, () => {
      expect(iso(gap, hours(change) - 1, timeZone)).to.equal(
        `2026-03-29T0${String(change - 1)}:59:00${winter}`,
      );
      for (const minutes of [0, 30, 59]) {
        expect(iso(gap, hours(change) + minutes, timeZone)).to.equal(
          iso(gap, hours(change + 1) + minutes, timeZone),
        );
      }
      expect(iso(gap, hours(change + 1), timeZone)).to.equal(
        `2026-03-29T0${String(change + 1)}:00:00${summer}`,
      );
    });

    it(`[P-22] takes the first of the two times that ${timeZone} has twice`, () => {
      expect(iso(overlap, hours(change) + 30, timeZone)).to.equal(
        `2026-10-25T0${String(change)}:30:00${summer}`,
      );
      expect(iso(overlap, hours(change + 1), timeZone)).to.equal(
        `2026-10-25T0${String(change + 1)}:00:00${winter}`,
      );
      const second = toInstant(overlap, hours(change) + 30, timeZone) + 3_600_000;
      expect(toClockTime(second, timeZone)).to.deep.equal({
        date: overlap,
        minutes: hours(change) + 30,
      });
    });

    it(`[P-22] gives ${timeZone} days of 23, 24 and 25 hours`, () => {
      const length = (date: string) =>
        (toInstant(date, 1440, timeZone) - toInstant(date, 0, timeZone)) / 3_600_000;
      expect([gap, '2026-06-01', overlap].map(length)).to.deep.equal([23, 24, 25]);
      expect(toInstant(gap, 1440, timeZone)).to.equal(toInstant(addDays(gap, 1), 0, timeZone));
    });
  }

  it('[P-22] follows a clock that is set in the middle of an hour of UTC', () => {
    const minutesAt = (time: string) =>
      toClockTime(`2026-10-03T${time}:00Z`, 'Australia/Lord_Howe').minutes;
    expect([minutesAt('15:00'), minutesAt('15:29')]).to.deep.equal([hours(1.5), hours(2) - 1]);
    expect([minutesAt('15:30'), minutesAt('15:59')]).to.deep.equal([hours(2.5), hours(3) - 1]);
  });

  it('[P-22] writes the offset of the place, also west of Greenwich and off the full hour', () => {
    const instant = '2026-07-01T12:00:00Z';
    expect(formatInstant(instant, 'Europe/Oslo')).to.equal('2026-07-01T14:00:00+02:00');
    expect(formatInstant(instant, 'UTC')).to.equal('2026-07-01T12:00:00+00:00');
    expect(formatInstant(instant, 'America/St_Johns')).to.equal('2026-07-01T09:30:00-02:30');
  });

  it('[P-22] reads every instant as Intl does, and finds the way back', () => {
    const zone = fc.constantFrom(...zones, 'America/New_York', 'Australia/Lord_Howe');
    const minute = fc.integer({
      min: Date.UTC(2020, 0) / 60_000,
      max: Date.UTC(2037, 0) / 60_000,
    });
    fc.assert(
      fc.property(zone, minute, (timeZone, at) => {
        const instant = at * 60_000;
        const { date, minutes } = toClockTime(instant, timeZone);
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(instant);
        const clock = [Math.floor(minutes / 60), minutes % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':');
        expect(`${date} ${clock}`).to.equal(shown);
        expect(Date.parse(formatInstant(instant, timeZone))).to.equal(instant);
        // Only the second pass through an hour that comes twice leads back to the first.
        const back = toInstant(date, minutes, timeZone);
        expect(toClockTime(back, timeZone)).to.deep.equal({ date, minutes });
        expect(instant - back).to.be.oneOf([0, 1_800_000, 3_600_000]);
      }),
      { seed: 20261120, numRuns: 3000 },
    );
  });

  it('[P-22] finds every existing time of the days on which clocks change', () => {
    for (const timeZone of zones) {
      for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2027-03-28']) {
        const end = toInstant(date, 1440, timeZone);
        for (let instant = toInstant(date, 0, timeZone); instant < end; instant += 600_000) {
          const clock = toClockTime(instant, timeZone);
          expect(clock.date).to.equal(date);
          expect(toInstant(date, clock.minutes, timeZone)).to.be.at.most(instant);
        }
      }
    }
  });

  it('refuses an unknown zone and a broken instant', () => {
    expect(() => toClockTime('2026-11-23T07:00:00Z', 'Europe/Nowhere')).to.throw(RangeError);
    expect(() => toClockTime('tomorrow', 'Europe/Oslo')).to.throw(RangeError);
    expect(() => toInstant('2026-11-23', 0, 'Europe/Nowhere')).to.throw(RangeError);
  });
});
