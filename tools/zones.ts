// Which unit tests run in every time zone: those that work with dates, or whose subject does. Nobody keeps a list, so
// none can be forgotten.
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

/** Whether a file works with dates itself. */
export const worksWithDatesItself = (file: string): boolean => read(file).worksWithDates;

/** Whether a test file works with dates, or what it imports from the library by itself: its subject. */
export const touchesTime = (file: string): boolean =>
  [file, ...read(file).imports.filter((path) => !path.startsWith('test/'))].some(
    worksWithDatesItself,
  );

/** Files that are imported by these, by whatever way. */
export function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set(files);
  for (const each of reached) for (const next of read(each).imports) reached.add(next);
  return reached;
}
