// lit-analyzer without its false alarms: its lists of HTML are of 2022, and it does not know Lit's `nothing`.
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from './run.js';

const options = [
  '--strict',
  '--quiet',
  '--format',
  'list',
  ...['no-unknown-tag-name', 'no-unknown-property', 'no-unknown-attribute'].flatMap((rule) => [
    `--rules.${rule}`,
    'error',
  ]),
  // Elements know each other by tag only; define/ brings them together.
  '--rules.no-missing-import',
  'off',
  // The parser of CSS predates nesting.
  '--rules.no-invalid-css',
  'off',
];

/** Attributes of HTML and ARIA whose values the analyzer lists wrongly or not at all. */
const misjudged =
  /^(aria-|autocomplete|autocorrect|autocapitalize|spellcheck|inert|role|inputmode|enterkeyhint|popover|loading|fetchpriority)/;

/** One line of lit-analyzer's list; row and column as it counts them. */
export interface TemplateProblem {
  file: string;
  row: number;
  column: number;
  message: string;
}

/** Whether a reported problem is one; `binding` is the text of the template from the place it points at. */
export function isRealProblem(message: string, binding: string): boolean {
  if (/^[.@]/.test(binding)) return true;
  if (
    /^Type '[^']*Symbol\(/.test(message) &&
    !/is not assignable to '(boolean|number)'/.test(message)
  ) {
    return false;
  }
  return !misjudged.test(binding.replace(/^\?/, ''));
}

/** Problems of lit-analyzer's list format, each with its file, line, column and message. */
export function problemsOf(output: string): TemplateProblem[] {
  let file = '';
  const problems: TemplateProblem[] = [];
  for (const line of output.split('\n')) {
    const heading = /^\.\/(\S+)\s*$/.exec(line);
    if (heading) file = heading[1] ?? '';
    const problem = /^\s+(\d+):(\d+)\s+(?:error|warning)\s+(.*)$/.exec(line);
    if (problem) {
      const [, row, column, message = ''] = problem;
      problems.push({ file, row: Number(row), column: Number(column), message });
    }
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folders = ['src', 'stories'].filter((folder) => existsSync(folder));
  const globs = folders.map((folder) => `${folder}/**/*.ts`);
  const { code, output } = await run('lit-analyzer', [...globs, ...options], { echo: false });
  const reported = problemsOf(output);
  if (code !== 0 && reported.length === 0) {
    console.error(output);
    process.exit(1);
  }
  const real = reported.filter(({ file, row, column, message }) => {
    const line = readFileSync(file, 'utf8').split('\n')[row - 1] ?? '';
    // The column counts from 0 and points behind the sign of a binding: one back is the sign or a space.
    return isRealProblem(message, line.slice(Math.max(0, column - 1)).trimStart());
  });
  for (const { file, row, column, message } of real) {
    console.error(`${file}:${row}:${column} ${message}`);
  }
  process.exit(real.length > 0 ? 1 : 0);
}
