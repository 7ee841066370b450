import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { tightTemplates } from './tight-templates.mjs';

// The CDN build: one script tag, nothing else needed. Later steps are chunks beside it, found relative to it.
const root = resolve(import.meta.dirname, '..');

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
    lib: { formats: ['es'], entry: { 'opus-booking': resolve(root, 'src/all.ts') } },
    rolldownOptions: {
      output: {
        minify: true,
        // Licences stand in one file beside the scripts: see tools/licenses.mjs.
        comments: { legal: false },
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
