import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import type { Language } from '../src/contract/index.js';
import { appointmentWords } from '../src/locales/appointment-words.js';
import { load, loadLocale } from '../src/locales/load-locale.js';
import { loginWords } from '../src/locales/login-words.js';
import { problemSet } from '../src/locales/problem-set.js';
import { atFirst, onStage, toolbar } from './stage.js';

setCustomElementsManifest(manifest);

const languages: readonly Language[] = ['nb', 'sv', 'fi', 'da', 'en'];

const preview: Preview = {
  // As the widget does before it shows anything.
  loaders: languages.flatMap((language) => [
    () => loadLocale(language),
    () => load(loginWords, language),
    () => load(appointmentWords, language),
    () => load(problemSet, language),
  ]),
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
