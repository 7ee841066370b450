import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { CivilDate, Flag, Id, Instant } from '../../src/contract/primitives.js';

/** Whether two schemas agree on each input; names those on which they do not. */
function expectSame(own: z.ZodMiniType, zods: z.ZodMiniType, inputs: readonly unknown[]): void {
  const differing = inputs.filter(
    (input) => own.safeParse(input).success !== zods.safeParse(input).success,
  );
  expect(differing).to.deep.equal([]);
  // Neither all right nor all wrong.
  expect(new Set(inputs.map((input) => own.safeParse(input).success)).size).to.equal(2);
}

const pad = (value: number) => String(value).padStart(2, '0');
const days = [0, 1, 28, 29, 30, 31, 32];
const months = [...Array(14).keys()];
const years = ['0000', '1900', '2000', '2023', '2024', '2100', '9999'];
const dates = years.flatMap((year) =>
  months.flatMap((month) => days.map((day) => `${year}-${pad(month)}-${pad(day)}`)),
);

describe('the contract’s own checks, compared with zod’s', () => {
  it('[P-12] takes the civil dates that zod takes', () => {
    const others = [
      '',
      '2026-1-01',
      '2026-01-01Z',
      ' 2026-01-01',
      '02026-01-01',
      '-2026-01-01',
      5,
      null,
    ];
    expectSame(CivilDate, z.string().check(z.regex(z.regexes.date)), [...dates, ...others]);
  });

  it('[P-12] takes the instants that zod takes, and those without seconds', () => {
    const ends = ['', 'Z', 'z', '+01:00', '-23:59', '+24:00', '+01', '+0100', '+01:60'];
    const times = ['T00:00', 'T00:00:00', 'T23:59:59', 'T24:00:00', 'T08:60:00', 'T08:00:60'];
    const finer = ['T08:00:00.1', 'T08:00:00.123456', 'T08:00:00.', 't08:00:00', ' 08:00:00', ''];
    const inputs = ['2026-11-23', '2024-02-29', '2023-02-29', '2026-13-01', '2026-11-00'].flatMap(
      (date) => [...times, ...finer].flatMap((time) => ends.map((end) => date + time + end)),
    );
    const zods = z.union([
      z.string().check(z.regex(z.regexes.datetime({ offset: true }))),
      z.string().check(z.regex(z.regexes.datetime({ offset: true, precision: -1 }))),
    ]);
    expectSame(Instant, zods, [...inputs, ...dates.map((date) => `${date}T08:00:00Z`), 0, null]);
  });

  it('[P-12] takes the flags and ids that zod takes', () => {
    const values = [true, false, 'true', 1, 0, null, undefined, ''];
    expectSame(Flag, z.boolean(), values);
    const ids = ['a', 'a_-9', '', 'a b', 'ø', 'a\n', 'x'.repeat(64), 'x'.repeat(65), 7, null];
    expectSame(Id, z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)), ids);
  });
});
