import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { cdnOutput } from './cdn-build.js';
import { minifyPlugins } from './minify.js';

// The console's file: beside the CDN files of patients, of which none grows by it. Each page of the console is a file of its own.
const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  publicDir: false,
  plugins: minifyPlugins(),
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'cdn/console',
    emptyOutDir: true,
    sourcemap: true,
    lib: {
      formats: ['es'],
      entry: {
        'opus-booking-console': resolve(root, 'src/console/define.ts'),
        // For pages without the console around it, such as the demo's start page.
        'opus-embed-generator': resolve(root, 'src/console/generator/define.ts'),
      },
    },
    rolldownOptions: {
      output: {
        ...cdnOutput,
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
