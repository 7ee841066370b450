// The licences of what the CDN file contains, in one file beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageOf = (name) =>
  JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));

function withTheirs(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name) || name.startsWith('@types/')) continue;
    if (!existsSync(join('node_modules', name))) continue;
    found.add(name);
    withTheirs(Object.keys(packageOf(name).dependencies ?? {}), found);
  }
  return found;
}

/** Text naming every runtime dependency with its licence, for the folder of the project. */
export function licenseText() {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return [...withTheirs(Object.keys(dependencies))]
    .sort()
    .map((name) => {
      const { version, license } = packageOf(name);
      const folder = join('node_modules', name);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
