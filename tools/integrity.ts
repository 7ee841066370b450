// Hashes of the CDN files for Subresource Integrity. "npm run integrity -- https://files.example/opus/0.1.0/" prints what a page
// has to hold so that it runs these very files and no others.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of each script of a folder, by its name. */
export function integrityOf(folder: string): Record<string, string> {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return Object.fromEntries(
    scripts.sort().map((name) => {
      const hash = createHash('sha384').update(readFileSync(join(folder, name)));
      return [name, `sha384-${hash.digest('base64')}`];
    }),
  );
}

/** The tags of a page that loads the scripts from `root` (with a slash at its end), each of them only with its hash. */
export function integrityTags(hashes: Readonly<Record<string, string>>, root: string): string {
  const entry = 'opus-booking.js';
  const modules = Object.fromEntries(
    Object.entries(hashes)
      .filter(([name]) => name !== entry)
      .map(([name, hash]) => [`${root}${name}`, hash]),
  );
  return [
    `<script type="importmap">${JSON.stringify({ integrity: modules })}</script>`,
    `<script type="module" src="${root}${entry}" integrity="${hashes[entry]}" crossorigin="anonymous"></script>`,
    '',
  ].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  const root = process.argv[2] ?? '';
  if (!URL.canParse(root) || !root.endsWith('/')) {
    console.error('Where do the files lie? npm run integrity -- https://files.example/opus/0.1.0/');
    process.exitCode = 2;
  } else process.stdout.write(integrityTags(integrityOf('cdn'), root));
}
