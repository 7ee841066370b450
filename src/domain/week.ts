import { daysInWeek } from 'date-fns/constants';
import { addDays, daysBetween, weekday, type CivilDate } from './civil-date.js';

/** A week by ISO 8601: `year` is the year the week belongs to, which may differ from that of its dates. */
export interface IsoWeek {
  year: number;
  week: number;
}

/** The Monday on or before a civil date. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekday(date));
}

/** The ISO 8601 week of a civil date: the one whose Thursday decides the year, and the Thursdays of a year count its weeks. */
export function isoWeek(date: CivilDate): IsoWeek {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  return {
    year: Number(year),
    week: Math.floor(daysBetween(`${year}-01-01`, thursday) / daysInWeek) + 1,
  };
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
