import { addDays, toUtcDate, type CivilDate } from '../../src/domain/civil-date.js';
import type { Market } from '../../src/contract/primitives.js';

interface HolidayRules {
  /** Dates that are the same every year, `MM-DD`. */
  fixed: readonly string[];
  /** Days after Easter Sunday. */
  easter: readonly number[];
  /** A Saturday from this `MM-DD` on: Midsummer Day, All Saints' Day. */
  saturdays: readonly string[];
}

const none: readonly string[] = [];
const nordicSaturdays = ['06-20', '10-31'];

/**
 * Public holidays by law: Norway, act of 24 February 1995 no. 12, and 1 and 17 May; Sweden, act 1989:253; Finland, church act and the
 * acts on 1 May and Independence Day; Denmark, act 1989-05-26 without Store Bededag, which ended in 2024.
 */
const rules: Record<Market, HolidayRules> = {
  NO: {
    fixed: ['01-01', '05-01', '05-17', '12-25', '12-26'],
    easter: [-3, -2, 0, 1, 39, 49, 50],
    saturdays: none,
  },
  SE: {
    fixed: ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'],
    easter: [-2, 0, 1, 39, 49],
    saturdays: nordicSaturdays,
  },
  FI: {
    fixed: ['01-01', '01-06', '05-01', '12-06', '12-25', '12-26'],
    easter: [-2, 0, 1, 39, 49],
    saturdays: nordicSaturdays,
  },
  DK: {
    fixed: ['01-01', '12-25', '12-26'],
    easter: [-3, -2, 0, 1, 39, 49, 50],
    saturdays: none,
  },
};

const years = new Map<string, ReadonlySet<CivilDate>>();

/** Whether a date is a public holiday of a country; Sundays as such are none. */
export function isPublicHoliday(market: Market, date: CivilDate): boolean {
  const year = date.slice(0, 4);
  const key = market + year;
  let known = years.get(key);
  if (!known) {
    known = holidaysOf(market, year);
    if (years.size > 200) years.clear();
    years.set(key, known);
  }
  return known.has(date);
}

function holidaysOf(market: Market, year: string): ReadonlySet<CivilDate> {
  const { fixed, easter, saturdays } = rules[market];
  const sunday = easterSunday(Number(year));
  return new Set([
    ...fixed.map((day) => `${year}-${day}`),
    ...easter.map((days) => addDays(sunday, days)),
    ...saturdays.map((day) => saturdayFrom(`${year}-${day}`)),
  ]);
}

function saturdayFrom(date: CivilDate): CivilDate {
  return addDays(date, (6 - toUtcDate(date).getUTCDay() + 7) % 7);
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - moon + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return `${year}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}

const two = (number: number) => String(number).padStart(2, '0');
