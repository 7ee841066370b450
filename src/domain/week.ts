import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { addDays, fromUtcDate, toUtcDate, type CivilDate } from './civil-date.js';

/** A week by ISO 8601: `year` is the year the week belongs to, which may differ from that of its dates. */
export interface IsoWeek {
  year: number;
  week: number;
}

/** The Monday on or before a civil date. */
export function mondayOf(date: CivilDate): CivilDate {
  return fromUtcDate(startOfISOWeek(toUtcDate(date)));
}

/** The ISO 8601 week of a civil date: the one whose Thursday decides the year. */
export function isoWeek(date: CivilDate): IsoWeek {
  const utcDate = toUtcDate(date);
  return { year: getISOWeekYear(utcDate), week: getISOWeek(utcDate) };
}

/** The dates of the week of a civil date, from Monday; five of them leave the weekend out (P-19). */
export function datesOfWeek(date: CivilDate, days: 5 | 7 = 7): CivilDate[] {
  const monday = mondayOf(date);
  return [...Array(days).keys()].map((day) => addDays(monday, day));
}

/** The first days of the one or two months that a week's dates lie in, for a heading such as "January – February, week 5" (P-18). */
export function monthsOfWeek(date: CivilDate, days: 5 | 7 = 7): CivilDate[] {
  return [...new Set(datesOfWeek(date, days).map((day) => `${day.slice(0, 7)}-01`))];
}
