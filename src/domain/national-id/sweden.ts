import { toCivilDate, type CivilDate } from '../civil-date.js';
import { digitGroups, right, wrong, type NationalIdResult } from './result.js';

/** Luhn's sum (modulus 10, weights 2 and 1) of ten digits, 0 when the last one is right. */
function luhn(text: string): number {
  return (
    digitGroups(text, 1).reduce((sum, digit, index) => {
      const product = index % 2 ? digit : digit * 2;
      return sum + (product > 9 ? product - 9 : product);
    }, 0) % 10
  );
}

/**
 * Checks ten or twelve digits, with or without `+` before the last four, as personnummer or samordningsnummer (day + 60;
 * month 00 and day 60 where the birth date is not known). Ten digits mean the youngest person who is born by today;
 * `+` marks the year in which one turns 100 and those after it (18 § folkbokföringslagen).
 */
export function parseSwedishId(text: string, today: CivilDate): NationalIdResult {
  const plus = text.indexOf('+');
  const digits = text.replace('+', '');
  if (digits.length !== 10 && digits.length !== 12) return wrong('length');
  if (plus >= 0 && plus !== text.length - 5) return wrong('sign');

  const short = digits.slice(-10);
  const [yearField = 0, month = 0, dayField = 0] = digitGroups(short, 2);
  const isCoordination = dayField > 59;
  const day = dayField - (isCoordination ? 60 : 0);
  const isAfterToday = (inYear: number) =>
    `${inYear}-${short.slice(2, 4)}-${String(day).padStart(2, '0')}` > today;

  let year = Number(digits.slice(0, 4));
  if (digits.length === 10) {
    const latest = Number(today.slice(0, 4)) - (plus < 0 ? 0 : 100);
    year = latest - ((((latest - yearField) % 100) + 100) % 100);
    if (isAfterToday(year)) year -= 100;
  }
  // Only a samordningsnummer may leave month or day open; an open one is checked as if it were 1.
  const open = isCoordination ? 1 : 0;
  const date = toCivilDate(year, month || open, day || open);
  if (!date || year < 1800 || year > 2099) return wrong('date');
  if (isAfterToday(year)) return wrong('future');
  if (short.slice(6, 9) === '000') return wrong('individual-number');
  if (luhn(short)) return wrong('checksum');
  return right(
    `${year}${short.slice(2)}`,
    isCoordination ? 'samordningsnummer' : 'personnummer',
    month && day ? date : undefined,
  );
}
