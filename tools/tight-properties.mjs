// Gives private CSS properties (`--_x`) short names in the CDN build. Public ones (`--opus-x`) are for the host and stay.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../src');
const property = /--_[a-z][a-z-]*/g;

/** A short name for each private property of the sources, the shortest for what is named most. */
export function shortProperties(sources) {
  const uses = new Map();
  for (const [name] of sources.flatMap((text) => [...text.matchAll(property)])) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const byUse = [...uses].sort(([, one], [, other]) => other - one);
  return new Map(byUse.map(([name], index) => [name, `--_${index.toString(36)}`]));
}

/** Code in which each private property has its short name. */
export function shortenProperties(code, shortOf) {
  return code.replace(property, (name) => shortOf.get(name) ?? name);
}

/** Vite plugin that shortens private properties; the same one is the same everywhere, as elements hand them down. */
export function tightProperties() {
  let shortOf;
  return {
    name: 'tight-properties',
    enforce: 'post',
    buildStart() {
      const files = readdirSync(source, { recursive: true }).filter((file) => file.endsWith('.ts'));
      shortOf = shortProperties(
        files.sort().map((file) => readFileSync(join(source, file), 'utf8')),
      );
    },
    transform(code, id) {
      if (!id.startsWith(source) || !code.includes('--_')) return null;
      return { code: shortenProperties(code, shortOf), map: null };
    },
  };
}
