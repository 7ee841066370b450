import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { tightTemplates } from './tight-templates.mjs';

// The CDN build: one script tag, nothing else needed. Later steps are chunks beside it, found relative to it.
const root = resolve(import.meta.dirname, '..');
const entry = resolve(root, 'src/all.ts');

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Ids of all modules that load with the entry, before anything is asked for. */
function loadedAtOnce(modules: Modules): Set<string> {
  const ids = new Set<string>();
  const add = (id: string): void => {
    if (ids.has(id)) return;
    ids.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(add);
  };
  add(entry);
  return ids;
}

let core: Set<string> | undefined;

export default defineConfig({
  root,
  publicDir: false,
  plugins: [tightTemplates()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    sourcemap: false,
    lib: { formats: ['es'], entry: { 'opus-booking': entry } },
    rolldownOptions: {
      output: {
        minify: true,
        // Licences stand in one file beside the scripts: see tools/licenses.mjs.
        comments: { legal: false },
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            {
              debugName: 'core',
              // One file instead of a dozen, and apart from the entry: a page that asks for
              // "opus-booking.js?v=2" must not get a second copy of Lit from the later steps.
              name: (id, context) =>
                id !== entry && (core ??= loadedAtOnce(context)).has(id) ? 'core' : null,
            },
          ],
        },
      },
    },
  },
});
