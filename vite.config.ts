import { defineConfig } from 'vite';

// Development and Storybook. The package and the CDN file have their own configs in tools/.
export default defineConfig({
  publicDir: false,
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
  resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
  optimizeDeps: {
    // Found late, these would reload the page in the middle of a story's test.
    include: [
      'lit',
      'lit/decorators.js',
      'lit/static-html.js',
      'lit/directives/class-map.js',
      'lit/directives/if-defined.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
      'lit/directives/style-map.js',
      'lit/directives/when.js',
      '@lit/context',
      'zod/mini',
      'ky',
      'date-fns',
    ],
    // Its file system and WebAssembly are found relative to its own modules.
    exclude: ['@electric-sql/pglite'],
  },
});
