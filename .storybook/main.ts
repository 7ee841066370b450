import type { StorybookConfig } from '@storybook/web-components-vite';
import viteConfig from '../vite.config.js';
import { sampleSnapshot } from './sample-snapshot.js';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Relative, so that the built pages work on any path of any host.
  viteFinal: (vite) => ({
    ...vite,
    base: './',
    build: {
      ...vite.build,
      // PGlite's glue has an eval for extensions that nobody here loads.
      rolldownOptions: { ...vite.build?.rolldownOptions, checks: { eval: false } },
    },
    plugins: [...(vite.plugins ?? []), sampleSnapshot()],
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Vitest reads a config of its own.
      exclude: viteConfig.optimizeDeps?.exclude ?? [],
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        ...(viteConfig.optimizeDeps?.include ?? []),
        // Storybook's renderer imports it: left out, it brings a second copy of Lit beside the bundled one.
        'lit/directive-helpers.js',
        // The service inside the page: found late, these would reload the story in the middle of its test.
        'drizzle-orm',
        'drizzle-orm/pg-core',
        'drizzle-orm/pglite',
        'hono',
        'hono/html',
      ],
    },
  }),
};

export default config;
