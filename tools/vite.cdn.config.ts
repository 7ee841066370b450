import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { stretchesFrom } from './chunks.mjs';
import { tight } from './tight.mjs';

// The CDN build: one script tag, nothing else needed. Later steps are chunks beside it, found relative to it.
const root = resolve(import.meta.dirname, '..');
const entry = resolve(root, 'src/all.ts');

export default defineConfig({
  root,
  publicDir: false,
  plugins: tight(),
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
        // Licences stand in one file beside the scripts: see tools/licenses.mjs. Hints for bundlers have done their work.
        comments: { legal: false, annotation: false },
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: stretchesFrom(entry),
      },
    },
  },
});
