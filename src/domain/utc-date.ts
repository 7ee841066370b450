/**
 * A `Date` whose getters and setters count in UTC, which keeps `date-fns` from the browser's own time zone. `date-fns` makes
 * its results with the constructor of the date that it is given.
 *
 * `UTCDateMini` of `@date-fns/utc` is no base for it: on a page that has replaced `Date`, as tools that fake the clock do, it
 * counts in local time without an error (decision 3).
 */
export class UtcDate extends Date {
  constructor(...values: [string | number | Date] | [year: number, month: number, day: number]) {
    super(values.length === 1 ? values[0] : Date.UTC(...values));
    // A replaced constructor may return a built-in date.
    Object.setPrototypeOf(this, UtcDate.prototype);
  }

  override getTimezoneOffset(): number {
    return 0;
  }
}

const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

for (const name of fields.flatMap((field) => [`get${field}`, `set${field}`])) {
  const value: unknown = Reflect.get(Date.prototype, name.replace('et', 'etUTC'));
  if (value) Object.defineProperty(UtcDate.prototype, name, { value });
}
