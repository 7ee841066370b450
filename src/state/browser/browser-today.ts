import { serviceNow } from '../../api/service-clock.js';
import { formatInstant } from '../../domain/clock-time.js';
import type { CivilDate } from '../../domain/civil-date.js';

/** Today by the browser's clock, put right by the service's answers, in an IANA zone. */
export function browserToday(timeZone = 'UTC'): CivilDate {
  return formatInstant(serviceNow(), timeZone).slice(0, 10);
}
