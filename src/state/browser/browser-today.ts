import { formatInstant } from '../../domain/clock-time.js';
import type { CivilDate } from '../../domain/civil-date.js';

/** Today by the browser's clock, in an IANA zone: for elements that stand alone, with no clinic to ask. */
export function browserToday(timeZone = 'UTC'): CivilDate {
  return formatInstant(Date.now(), timeZone).slice(0, 10);
}
