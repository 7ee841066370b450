import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { cdnOutput } from './cdn-build.js';
import { fileNameOf, stretchesFrom } from './chunks.js';
import { minifyPlugins } from './minify.js';

// The CDN build: one script tag, nothing else needed. Later steps are chunks beside it, found relative to it.
const root = resolve(import.meta.dirname, '..');
const entry = resolve(root, 'src/all.ts');

export default defineConfig({
  root,
  publicDir: false,
  plugins: minifyPlugins(),
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'cdn',
    emptyOutDir: true,
    sourcemap: true,
    lib: { formats: ['es'], entry: { 'opus-booking': entry } },
    rolldownOptions: {
      output: {
        ...cdnOutput,
        entryFileNames: '[name].js',
        chunkFileNames: fileNameOf,
        codeSplitting: stretchesFrom(entry),
      },
    },
  },
});
