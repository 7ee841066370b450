import { toCivilDate, type CivilDate } from '../civil-date.js';
import { digitGroups, type Reading } from './result.js';

// One rule for old and new numbers: with its own control digit (weight 1) a sum leaves the remainder 0 by mod 11.
const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

function remainder(digits: number[], weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;
}

/** The first year of the century that the individual number stood for until 2032, or 0 where it stood for none. */
function century(individual: number, year: number): number {
  if (individual < 500 || (individual > 899 && year > 39)) return 1900;
  if (year < 40) return 2000;
  return individual < 750 && year > 53 ? 1800 : 0;
}

/**
 * Checks eleven digits as fødselsnummer, D-number (day + 40), H-number (month + 40) or synthetic number (month + 80
 * Skatteetaten's Tenor, + 65 Norsk helsenett, + 40 on a D-number NAV). Numbers given out from 2032 say neither
 * century nor gender, and their first remainder may be 0 to 3 (Skatteetaten, "Nytt fødselsnummer fra 2032"); as a new
 * number may go to anyone, century and gender never refuse a number, and from 2032 none tells a birth date.
 */
export function parseNorwegianId(text: string, today: CivilDate): Reading {
  if (text.length !== 11) return 'length';
  const [dayField = 0, monthField = 0, year = 0] = digitGroups(text, 2);
  const isShiftedDay = dayField > 40;
  const day = dayField % 40;
  const shift = [80, 65, 40, 0].find((step) => monthField > step) ?? 0;
  const month = monthField - shift;
  // 29 February is taken in each year that may be a leap year: 00 may be 2000.
  if (dayField > 71 || !toCivilDate(2000 + year, month, day)) return 'date';

  const digits = digitGroups(text, 1);
  const first = remainder(digits, firstWeights);
  if (first > 3 || remainder(digits, secondWeights)) return 'checksum';

  const start = century(Number(text.slice(6, 9)), year);
  const birthDate =
    start && !first && today < '2032' ? toCivilDate(start + year, month, day) : undefined;
  const kind =
    shift > 40 || (shift && isShiftedDay)
      ? 'synthetic'
      : shift
        ? 'h-number'
        : isShiftedDay
          ? 'd-number'
          : 'fodselsnummer';
  return { normalized: text, kind, ...(birthDate && birthDate <= today && { birthDate }) };
}
