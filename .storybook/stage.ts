import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { accentStyle, accents } from '../stories/fixtures/variants.js';

/** What the toolbar changes for every story; `story` leaves it as the story says. */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  language: {
    description: 'Language',
    toolbar: {
      title: 'Language',
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'story', title: 'Language of the story' },
        { value: 'nb', title: 'Norsk' },
        { value: 'sv', title: 'Svenska' },
        { value: 'fi', title: 'Suomi' },
        { value: 'da', title: 'Dansk' },
        { value: 'en', title: 'English' },
      ],
    },
  },
  width: {
    description: 'Width of the container around',
    toolbar: {
      title: 'Width',
      icon: 'grow',
      dynamicTitle: true,
      items: [
        { value: 'full', title: 'Full width' },
        ...[320, 480, 600, 832, 1024].map((width) => ({
          value: String(width),
          title: `${width} px`,
        })),
      ],
    },
  },
  accent: {
    description: "The account's colour",
    toolbar: {
      title: 'Accent',
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [
        { value: 'story', title: 'Accent of the story' },
        ...Object.keys(accents).map((name) => ({ value: name, title: name })),
      ],
    },
  },
  scheme: {
    description: 'Light or dark',
    toolbar: {
      title: 'Scheme',
      icon: 'sun',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
};

/** The toolbar as a story finds it. */
export const atFirst = { language: 'story', width: 'full', accent: 'story', scheme: 'light' };

/** Puts a story on what the toolbar says: its width, colours and language. */
export const onStage: Decorator = (story, { args, argTypes, globals }) => {
  const { language, width, scheme } = globals as typeof atFirst;
  const lang = language === 'story' ? undefined : language;
  const accent: string | undefined = accents[globals.accent as keyof typeof accents];
  const isDark = scheme === 'dark';
  const own = {
    ...(lang && 'lang' in args ? { lang } : {}),
    ...(accent && 'accent' in argTypes ? { accent } : {}),
  };
  const style = {
    ...(width === 'full' ? {} : { inlineSize: `${width}px`, maxInlineSize: '100%' }),
    ...(accent ? accentStyle(accent, isDark) : {}),
  };
  return html`<div
    class="stage ${isDark ? 'dark' : 'light'}"
    lang=${lang ?? nothing}
    style=${styleMap(style)}
  >
    ${story({ args: { ...args, ...own } })}
  </div>`;
};
