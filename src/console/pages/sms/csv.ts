/** What a spreadsheet would take for a formula; a tab and a line break hide one. */
const formula = /^[=+\-@\t\r\n]/;

/**
 * A cell of a CSV file (RFC 4180, with semicolons as Excel expects them in the Nordic countries). Whatever a spreadsheet would run as
 * a formula gets an apostrophe before it, which it then shows as text (OWASP, "CSV Injection").
 */
export function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as lines of a CSV file. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('');
}

/** Tells Excel that the file is UTF-8. */
export const byteOrderMark = '\u{FEFF}';
