import { toCivilDate, type CivilDate } from '../civil-date.js';
import { digitGroups, type Reading } from './result.js';

/** Signs of the centuries 1800, 1900 and 2000 since 2023 (statsrådets förordning 690/2022). */
const signs = ['+', '-YXWVU', 'ABCDEF'];

/** Control characters by the remainder of mod 31: what could be misread is left out. */
const controls = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/**
 * Checks eleven characters as henkilötunnus. Individual numbers are 002 to 899; 900 to 999 are temporary and test
 * numbers, which are accepted and named so.
 */
export function parseFinnishId(text: string, today: CivilDate): Reading {
  if (/^\d{9}[\dA-Z]$/.test(text)) return 'sign';
  if (text.length !== 11) return 'length';
  const parts = /^(\d{6})(.)(\d{3})([\dA-Z])$/.exec(text);
  if (!parts) return 'characters';
  const [, born = '', sign = '', individual = '', control = ''] = parts;
  const century = signs.findIndex((ofCentury) => ofCentury.includes(sign));
  if (century < 0) return 'sign';

  const [day = 0, month = 0, year = 0] = digitGroups(born, 2);
  const birthDate = toCivilDate(1800 + century * 100 + year, month, day);
  if (!birthDate) return 'date';
  if (birthDate > today) return 'future';
  if (individual < '002') return 'individual-number';
  if (controls[Number(born + individual) % 31] !== control) return 'checksum';
  return {
    normalized: text,
    kind: individual < '900' ? 'henkilotunnus' : 'temporary',
    birthDate,
  };
}
