import { UTCDateMini } from '@date-fns/utc/date/mini';

/**
 * A `Date` whose getters and setters count in UTC, which keeps `date-fns` from the browser's own time zone.
 *
 * `UTCDateMini` alone counts in local time, without an error, on a page that has replaced `Date` as tools that fake the
 * clock do: it misses methods that `Date.prototype` only inherits, and a replaced constructor may return a built-in date.
 */
export class UtcDate extends UTCDateMini {
  constructor(...values: [string | number | Date] | [year: number, month: number, day: number]) {
    super(...(values as [number]));
    if (!(this instanceof UtcDate)) Object.setPrototypeOf(this, UtcDate.prototype);
  }
}

const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

for (const name of fields.flatMap((field) => [`get${field}`, `set${field}`])) {
  const value: unknown = Reflect.get(Date.prototype, name.replace('et', 'etUTC'));
  if (value) Object.defineProperty(UtcDate.prototype, name, { value });
}
