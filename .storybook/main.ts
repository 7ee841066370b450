import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Relative, so that the built pages work on any path of any host.
  viteFinal: (vite) => ({
    ...vite,
    base: './',
    optimizeDeps: {
      ...vite.optimizeDeps,
      // Storybook's renderer imports it: left out, it brings a second copy of Lit beside the bundled one.
      include: [...(vite.optimizeDeps?.include ?? []), 'lit/directive-helpers.js'],
    },
  }),
};

export default config;
