// Values that callers send by mistake or on purpose.

/** What no field of any body should make anything fail. */
export const hostile: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  -0,
  1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  '',
  ' ',
  '\t\n',
  'null',
  'x'.repeat(65),
  'x'.repeat(5001),
  'ø'.repeat(20_001),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  'e\u0301'.repeat(300),
  '👩‍👩‍👧‍👦',
  "'; DROP TABLE patients; --",
  '<script>alert(1)</script>',
  '{{patient.firstName}} {{',
  '../../etc/passwd',
  '%00',
  '٣٤٥',
  '１２３',
  '0000-00-00',
  '2026-02-30',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13T00:00:00Z',
  '2026-12-01T24:00:00Z',
  '2026-12-01T08:00:00+23:59',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '24:00',
  'Europe/Nowhere',
  'javascript:alert(1)',
  'https://exa mple',
  'a@b',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  [],
  {},
  [[]],
  [null],
  { length: 3 },
  { toString: 'x', constructor: null },
];

/** Values that look much like another one. */
export function twistsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') {
    const twice = `${value}${value}`;
    const decomposed = value.normalize('NFD');
    const cased = value.toUpperCase();
    return [
      ` ${value} `,
      cased,
      twice,
      value.slice(1),
      `${value}\u200b`,
      decomposed,
      [value],
      Number(value),
    ];
  }
  if (typeof value === 'number')
    return [value + 1, -value, value + 0.5, value * 1e6, String(value)];
  if (!Array.isArray(value)) return [[value], JSON.stringify(value), null];
  const items = value as unknown[];
  const many = Array.from({ length: 1001 }, () => items[0]);
  return [[...items, ...items], items.toReversed(), items[0], many];
}
