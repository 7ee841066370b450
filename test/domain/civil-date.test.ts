import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareCivilDates,
  datesBetween,
  daysBetween,
  isCivilDate,
  toCivilDate,
  toUtcDate,
  weekday,
} from '../../src/domain/civil-date.js';
import { calendarDays } from './support/calendar-days.js';

const seeded = { seed: 20261120, numRuns: 2000 };
const days = calendarDays();
const index = fc.integer({ min: 0, max: days.length - 1 });

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

  it('[P-22] agrees with counting on every date from 1900 to 2200', () => {
    for (const [position, { date, weekday: counted }] of days.entries()) {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const next = days[position + 1]?.date ?? '2201-01-01';
      const isRight =
        weekday(date) === counted &&
        addDays(date, 1) === next &&
        addDays(next, -1) === date &&
        daysBetween(days[0]!.date, date) === position &&
        toCivilDate(year, month, day) === date &&
        isCivilDate(date);
      if (!isRight) expect.fail(date);
    }
  });

  it('[P-22] adds days, and tells how many lie between, as counting does', () => {
    fc.assert(
      fc.property(index, index, (from, to) => {
        expect(addDays(days[from]!.date, to - from)).to.equal(days[to]!.date);
        expect(daysBetween(days[from]!.date, days[to]!.date)).to.equal(to - from);
      }),
      seeded,
    );
  });

  it('adds months, and stays within a shorter month', () => {
    for (const [from, months, to] of [
      ['2026-01-31', 1, '2026-02-28'],
      ['2024-01-31', 1, '2024-02-29'],
      ['2026-08-31', 6, '2027-02-28'],
      ['2026-03-31', -1, '2026-02-28'],
      ['2026-11-20', 0, '2026-11-20'],
      ['2026-11-20', 14, '2028-01-20'],
    ] as const) {
      expect(addMonths(from, months)).to.equal(to);
    }
    fc.assert(
      fc.property(index, fc.integer({ min: -240, max: 240 }), (position, months) => {
        const { date } = days[position]!;
        const later = addMonths(date, months);
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(monthOf(later) - monthOf(date)).to.equal(months);
        // Either the same day of the month or the last of it.
        if (later.slice(8) !== date.slice(8)) {
          expect(later.slice(8) < date.slice(8)).to.equal(true);
          expect(addDays(later, 1).slice(8)).to.equal('01');
        }
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
    expect(compareCivilDates('2026-11-19', '2026-11-20')).to.be.lessThan(0);
    expect(compareCivilDates('2026-11-20', '2026-11-19')).to.be.greaterThan(0);
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
