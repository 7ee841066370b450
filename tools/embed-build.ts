// The files for classic script tags, each of them whole: "import" and "export" would be errors there.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { cdnOutput } from './cdn-build.js';
import { minifyPlugins } from './minify.js';

const root = resolve(import.meta.dirname, '..');
const files = { 'opus-booking-embed': 'src/embed.ts', 'opus-booking-frame': 'src/frame.ts' };

/** What no classic script may hold. */
const onlyInModules = /\bimport\.meta\b|^\s*(?:import|export)\b(?!\s*\()/m;

/** Builds them into a folder beside the other CDN files. */
export async function buildEmbedFiles(folder: string): Promise<void> {
  for (const [name, entry] of Object.entries(files)) {
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'warn',
      plugins: minifyPlugins(),
      build: {
        target: 'es2022',
        outDir: folder,
        emptyOutDir: false,
        sourcemap: true,
        lib: {
          formats: ['iife'],
          name: 'opusBookingEmbed',
          entry: { [name]: resolve(root, entry) },
        },
        rolldownOptions: { output: { ...cdnOutput, entryFileNames: '[name].js' } },
      },
    });
    const file = join(root, folder, `${name}.js`);
    if (onlyInModules.test(readFileSync(file, 'utf8'))) {
      throw new Error(`${name}.js is no classic script`);
    }
  }
}
