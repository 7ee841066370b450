import { expect } from '@open-wc/testing';
import { addDays as addLocalDays } from 'date-fns/addDays';
import fc from 'fast-check';
import {
  addDays,
  compareCivilDates,
  datesBetween,
  daysBetween,
  isCivilDate,
  toCivilDate,
  toUtcDate,
  weekday,
} from '../../src/domain/civil-date.js';

const seeded = { seed: 20261120, numRuns: 2000 };
const date = fc
  .integer({ min: -40_000, max: 60_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('civil date', () => {
  for (const [text, isReal] of [
    ['2026-11-20', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-02-29', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['0026-01-01', false],
    ['2026-11-20T00:00', false],
    ['20261120', false],
    ['', false],
  ] as const) {
    it(`knows that "${text}" is ${isReal ? 'a' : 'no'} date of the calendar`, () => {
      expect(isCivilDate(text)).to.equal(isReal);
    });
  }

  it('is built only from a real year, month and day', () => {
    expect(toCivilDate(2026, 2, 28)).to.equal('2026-02-28');
    expect(toCivilDate(2026, 2, 29)).to.equal(undefined);
    expect(toCivilDate(2026, 0, 1)).to.equal(undefined);
    expect(toCivilDate(2026, 1, 32)).to.equal(undefined);
    expect(toCivilDate(2026, 1, 366)).to.equal(undefined);
  });

  it('[P-22] is never moved by the zone of the browser', () => {
    expect(toUtcDate('2026-03-29').getTime()).to.equal(Date.UTC(2026, 2, 29));
    expect(addDays('2026-03-28', 1)).to.equal('2026-03-29');
    expect(addDays('2026-10-24', 2)).to.equal('2026-10-26');
    expect(weekday('2026-11-20')).to.equal(5);
    expect(weekday('2026-11-22')).to.equal(7);
    expect(weekday('2026-11-23')).to.equal(1);
  });

  it('crosses months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29');
    expect(addDays('2026-03-01', -1)).to.equal('2026-02-28');
    expect(daysBetween('2024-02-28', '2024-03-01')).to.equal(2);
    expect(daysBetween('2026-11-20', '2026-11-13')).to.equal(-7);
  });

  it('adds days as date-fns does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const [year, month, day] = from.split('-').map(Number) as [number, number, number];
        // Noon, so that no change of the clock can reach another day.
        const local = addLocalDays(new Date(year, month - 1, day, 12), days);
        const expected = [local.getFullYear(), local.getMonth() + 1, local.getDate()];
        const later = addDays(from, days);
        expect(later.split('-').map(Number)).to.deep.equal(expected);
        expect(daysBetween(from, later)).to.equal(days);
      }),
      seeded,
    );
  });

  it('sorts by time', () => {
    const dates = ['2027-01-01', '2026-11-20', '2026-09-30', '2026-11-20'];
    expect(dates.sort(compareCivilDates)).to.deep.equal([
      '2026-09-30',
      '2026-11-20',
      '2026-11-20',
      '2027-01-01',
    ]);
    expect(compareCivilDates('2026-11-20', '2026-11-20')).to.equal(0);
  });

  it('lists a half-open range, and nothing when it is turned round', () => {
    expect(datesBetween('2026-02-27', '2026-03-02')).to.deep.equal([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(datesBetween('2026-02-27', '2026-02-27')).to.deep.equal([]);
    expect(datesBetween('2026-02-27', '2026-02-20')).to.deep.equal([]);
  });
});
