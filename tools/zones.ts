// Which unit tests run in every time zone: those that reach code that works with dates, by whatever way of imports.
// Nobody keeps a list, so none can be forgotten.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Anything that might ask the browser's own time zone, in a test or in what it imports. */
const worksWithDates =
  /\bnew Date\(|\bDate\.parse\(|Intl\.DateTimeFormat|date-fns|\bTemporal\b|toLocale(?:Date|Time)?String|\.[gs]et(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/;

/** Imports of values, static or dynamic, by a relative path; types leave nothing behind at run time. */
const importsOfValues =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\bfrom\s+)?'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)/gm;

interface Source {
  readonly worksWithDates: boolean;
  readonly imports: readonly string[];
}

const sources = new Map<string, Source>();

function read(file: string): Source {
  const known = sources.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(importsOfValues)]
    .map(([, fixed, dynamic]) => join(dirname(file), (fixed ?? dynamic)!.replace(/\.js$/, '.ts')))
    .filter((path) => path.endsWith('.ts') && existsSync(path));
  const source = { worksWithDates: worksWithDates.test(text), imports };
  sources.set(file, source);
  return source;
}

/** Whether a test file works with dates, or anything that it imports. */
export function touchesTime(file: string): boolean {
  const found = new Set([file]);
  for (const each of found) {
    const source = read(each);
    if (source.worksWithDates) return true;
    for (const next of source.imports) found.add(next);
  }
  return false;
}
