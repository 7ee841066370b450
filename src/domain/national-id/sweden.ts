import { toCivilDate, type CivilDate } from '../civil-date.js';
import { digitGroups, type Reading } from './result.js';

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
export function parseSwedishId(text: string, today: CivilDate): Reading {
  const digits = text.replaceAll('+', '');
  if (digits.length !== 10 && digits.length !== 12) return 'length';
  if (!/^\d+(\+\d{4})?$/.test(text)) return 'sign';

  const short = digits.slice(-10);
  const [yearField = 0, month = 0, dayField = 0] = digitGroups(short, 2);
  const isCoordination = dayField > 59;
  const day = dayField - (isCoordination ? 60 : 0);
  // Only a samordningsnummer may leave month or day open; an open one counts as 1 here.
  const open = isCoordination ? 1 : 0;
  const dateIn = (year: number) => toCivilDate(year, month || open, day || open) ?? '';

  let year = Number(digits.slice(0, 4));
  if (digits.length === 10) {
    const latest = Number(today.slice(0, 4)) - (text === digits ? 0 : 100);
    year = latest - ((latest - yearField) % 100);
    if (dateIn(year) > today) year -= 100;
  }
  const date = dateIn(year);
  if (!date || year < 1800 || year > 2099) return 'date';
  if (date > today) return 'future';
  if (short.slice(6, 9) === '000') return 'individual-number';
  if (luhn(short)) return 'checksum';
  return {
    normalized: `${year}${short.slice(2)}`,
    kind: isCoordination ? 'samordningsnummer' : 'personnummer',
    ...(month && day && { birthDate: date }),
  };
}
