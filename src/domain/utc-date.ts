import { UTCDateMini } from '@date-fns/utc/date/mini';

/**
 * A `Date` whose getters and setters count in UTC, which is how `date-fns` is kept from the browser's own time zone.
 *
 * `UTCDateMini` finds the methods to replace on `Date.prototype` itself. On a page that has put a subclass in the place of
 * `Date`, as tools that fake the clock do, it finds none there and counts in local time without a word. So they are
 * replaced here by name.
 */
export class UtcDate extends UTCDateMini {}

const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

for (const name of fields.flatMap((field) => [`get${field}`, `set${field}`])) {
  const value: unknown = Reflect.get(Date.prototype, name.replace('et', 'etUTC'));
  if (value) Object.defineProperty(UtcDate.prototype, name, { value });
}
