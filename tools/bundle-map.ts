// "npm run sizes:map [-- src/define/booking.ts]": what each chunk of the CDN build weighs, brotli, and what is in it.
// A star marks what a page loads at once; a module's own figure is before minifying, so it only ranks.
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildInMemory } from './cdn-build.js';
import { stretchesFrom } from './chunks.js';

const entry = resolve(process.argv[2] ?? 'src/all.ts');
const output = await buildInMemory(entry, stretchesFrom(entry));
const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
const atOnce = new Set<string>();
const load = (name: string): void => {
  if (atOnce.has(name)) return;
  atOnce.add(name);
  chunks.get(name)?.imports.forEach(load);
};
output.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => load(fileName));

const bytes = (text: string | null) => brotliCompressSync(text ?? '').length;
const short = (id: string) => id.replace(/^.*node_modules\//, '').replace(`${process.cwd()}/`, '');
let total = 0;
for (const { fileName, code, modules } of output) {
  const size = bytes(code);
  if (atOnce.has(fileName)) total += size;
  console.log(`${atOnce.has(fileName) ? '*' : ' '} ${String(size).padStart(6)}  ${fileName}`);
  const parts = Object.entries(modules).map(([id, part]) => ({ id, size: bytes(part.code) }));
  for (const part of parts.sort((a, b) => b.size - a.size).slice(0, 20)) {
    if (part.size > 250) console.log(`${String(part.size).padStart(16)}  ${short(part.id)}`);
  }
}
console.log(`at once: ${total} bytes`);
