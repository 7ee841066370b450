import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import '../src/define/booking-button.js';
import type { Language } from '../src/contract/index.js';

interface Args {
  lang: Language;
  label?: string;
  floating?: 'left' | 'right';
  accent?: string;
  /** The page has put a link of its own into the element. */
  ownLink?: boolean;
}

/** What opens the booking in a dialog (P-49); the dialog itself is looked at in `test/e2e/embed.test.ts`. */
const meta: Meta<Args> = {
  title: 'Booking/Button',
  component: 'opus-booking-button',
  args: { lang: 'nb' },
  argTypes: {
    lang: { control: 'select', options: ['nb', 'sv', 'fi', 'da', 'en'] },
    floating: { control: 'inline-radio', options: ['left', 'right'] },
  },
  render: ({ lang, label, floating, accent, ownLink }) =>
    html`<div style="transform: translate(0); min-block-size: 160px">
      <opus-booking-button
        account="tannlegen"
        lang=${lang}
        label=${ifDefined(label)}
        floating=${ifDefined(floating)}
        style=${ifDefined(accent && `--opus-accent: ${accent}; --opus-on-accent: #1a1a1a`)}
        >${ownLink ? html`<a href="https://clinic.example/">Til timebestillingen</a>` : nothing}</opus-booking-button
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Without a text it says what it does, in its own language. */
export const Plain: Story = {
  play: async ({ canvasElement }) => {
    const button = canvasElement.querySelector('opus-booking-button')?.shadowRoot;
    await expect(button?.querySelector('button')).toHaveTextContent('Bestill time');
  },
};

/** A text of the page's, and a pale colour of the clinic's. */
export const OwnText: Story = { args: { label: 'Book hos oss', accent: '#ffd400' } };

/** In the corner of the window; here, of its box. */
export const Floating: Story = { args: { floating: 'right', lang: 'fi' } };

/** The link of the page stays as it is, and opens the booking. */
export const OwnLink: Story = {
  args: { ownLink: true },
  play: async ({ canvasElement }) => {
    const button = canvasElement.querySelector('opus-booking-button')?.shadowRoot;
    await expect(button?.querySelector('button')).toBe(null);
  },
};
