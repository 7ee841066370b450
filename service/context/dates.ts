import type { CivilDate } from '../../src/domain/civil-date.js';
import { isCivilDate } from '../../src/domain/civil-date.js';
import { invalid } from './problem.js';

/** Dates that a timebook may have: PostgreSQL, JavaScript and the time zones' rules all know them. */
const calendar = { from: '1970-01-02', to: '2200-01-01' };

/** Throws `invalid` for a date that no timebook has; `path` names the field. */
export function checkDate(path: string, date: CivilDate): void {
  if (!isCivilDate(date) || date < calendar.from || date > calendar.to) {
    throw invalid({ path, code: 'date' });
  }
}

/** Throws `invalid` for an instant (ISO 8601 with offset) that no timebook has; `path` names the field. */
export function checkInstant(path: string, instant: string): void {
  const time = Date.parse(instant);
  if (!(time > Date.parse(calendar.from) && time < Date.parse(calendar.to))) {
    throw invalid({ path, code: 'date' });
  }
}
