import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import { loadLocale } from '../src/locales/load-locale.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  // As the widget does before it shows anything.
  loaders: [() => Promise.all([loadLocale('nb'), loadLocale('en')])],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Booking', 'Choosing', 'Time', 'Details', '*'] } },
  },
};

export default preview;
