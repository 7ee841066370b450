import { expect } from '@open-wc/testing';
import { datesOfWeek, isoWeek, mondayOf, monthsOfWeek } from '../../src/domain/week.js';
import { calendarDays } from './support/calendar-days.js';

describe('week', () => {
  for (const [date, year, week] of [
    ['2026-11-20', 2026, 47],
    ['2026-01-01', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2025-12-28', 2025, 52],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2021-01-03', 2020, 53],
    ['2024-12-30', 2025, 1],
    ['2018-01-29', 2018, 5],
  ] as const) {
    it(`[P-18] puts ${date} into week ${String(week)} of ${String(year)}`, () => {
      expect(isoWeek(date)).to.deep.equal({ year, week });
    });
  }

  it('[P-18] numbers the weeks of 1900 to 2200 as counting does', () => {
    const days = calendarDays();
    let counted = { year: 1900, week: 0 };
    // 1900-01-01 is a Monday; the last days of 2200 belong to a week whose Thursday is in 2201.
    for (let monday = 0; monday + 6 < days.length; monday += 7) {
      const year = Number(days[monday + 3]!.date.slice(0, 4));
      counted = { year, week: year === counted.year ? counted.week + 1 : 1 };
      const dates = days.slice(monday, monday + 7).map(({ date }) => date);
      for (const date of dates) {
        const { year: foundYear, week } = isoWeek(date);
        const isRight =
          foundYear === counted.year &&
          week === counted.week &&
          mondayOf(date) === dates[0] &&
          datesOfWeek(date).join() === dates.join();
        if (!isRight) expect.fail(date);
      }
    }
    expect(counted).to.deep.equal({ year: 2200, week: 52 });
  });

  it('[P-18] runs from Monday to Sunday, also where the clock changes', () => {
    expect(datesOfWeek('2026-03-29')).to.deep.equal([
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
  });

  it('[P-19] can leave the weekend out', () => {
    expect(datesOfWeek('2026-11-22', 5)).to.deep.equal([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
  });

  it('[P-18] names one month or two for the heading', () => {
    expect(monthsOfWeek('2018-01-29')).to.deep.equal(['2018-01-01', '2018-02-01']);
    expect(monthsOfWeek('2026-11-20')).to.deep.equal(['2026-11-01']);
    expect(monthsOfWeek('2026-12-31')).to.deep.equal(['2026-12-01', '2027-01-01']);
    // 30 October 2026 is a Friday: without the weekend the week ends in October.
    expect(monthsOfWeek('2026-10-30')).to.deep.equal(['2026-10-01', '2026-11-01']);
    expect(monthsOfWeek('2026-10-30', 5)).to.deep.equal(['2026-10-01']);
  });
});
