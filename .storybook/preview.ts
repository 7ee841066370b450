import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import type { Language } from '../src/contract/index.js';
import { loadAppointmentWords } from '../src/locales/load-appointment-words.js';
import { loadLocale } from '../src/locales/load-locale.js';
import { loadLoginWords } from '../src/locales/load-login-words.js';
import { atFirst, onStage, toolbar } from './stage.js';

setCustomElementsManifest(manifest);

const languages: readonly Language[] = ['nb', 'sv', 'fi', 'da', 'en'];

const preview: Preview = {
  // As the widget does before it shows anything.
  loaders: [loadLocale, loadLoginWords, loadAppointmentWords].map(
    (load) => () => Promise.all(languages.map((language) => load(language))),
  ),
  decorators: [onStage],
  globalTypes: toolbar,
  initialGlobals: atFirst,
  tags: ['autodocs'],
  argTypes: {
    lang: {
      name: 'language',
      control: 'inline-radio',
      options: languages,
      if: { arg: 'lang', exists: true },
    },
  },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: { order: ['Booking', ['Whole flow', '*'], 'Choosing', 'Form', 'Confirm', '*'] },
    },
  },
};

export default preview;
