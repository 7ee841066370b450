import { toCivilDate, type CivilDate } from '../civil-date.js';
import { digitGroups, type Reading } from './result.js';

/** The year of birth from its last two digits and the seventh digit (CPR-kontoret, "Personnummeret i CPR-systemet"). */
function yearOfBirth(year: number, seventh: number): number {
  if (seventh < 4) return 1900 + year;
  if (seventh === 4 || seventh === 9) return (year < 37 ? 2000 : 1900) + year;
  return (year < 58 ? 2000 : 1800) + year;
}

/**
 * Checks ten digits as CPR number or replacement number (day + 60). There is no control digit to check: since 2007
 * numbers are given out that break the old modulus 11.
 */
export function parseDanishId(text: string, today: CivilDate): Reading {
  if (text.length !== 10) return 'length';
  const [dayField = 0, month = 0, year = 0] = digitGroups(text, 2);
  const isReplacement = dayField > 60;
  const birthDate = toCivilDate(
    yearOfBirth(year, Number(text[6])),
    month,
    dayField - (isReplacement ? 60 : 0),
  );
  if (!birthDate) return 'date';
  if (birthDate > today) return 'future';
  return { normalized: text, kind: isReplacement ? 'cpr-replacement' : 'cpr', birthDate };
}
