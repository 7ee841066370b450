import type { IsHoliday } from '../core/calendar-pattern.js';
import { isPublicHoliday } from '../core/public-holidays.js';
import type { Work } from '../context/work.js';

/** The public holidays of the account's country. */
export const holidaysOf =
  ({ account: { market } }: Pick<Work, 'account'>): IsHoliday =>
  (date) =>
    isPublicHoliday(market, date);
