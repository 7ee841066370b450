// The licences of what the CDN file contains, in one file beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Package {
  version: string;
  license: string;
  dependencies?: Record<string, string>;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

const folderOf = (name: string) => join('node_modules', name);

/** The packages of these names and all that they depend on. */
function withDependencies(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name) || name.startsWith('@types/') || !existsSync(folderOf(name))) continue;
    found.add(name);
    withDependencies(Object.keys(readPackage(folderOf(name)).dependencies ?? {}), found);
  }
  return found;
}

/** Text naming every runtime dependency with its licence, for the project in the working directory. */
export function licenseText(): string {
  return [...withDependencies(Object.keys(readPackage('.').dependencies ?? {}))]
    .sort()
    .map((name) => {
      const { version, license } = readPackage(folderOf(name));
      const file = readdirSync(folderOf(name)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(folderOf(name), file), 'utf8').trim() : '';
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
