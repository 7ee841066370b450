import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/hold-warning.js';
import { dark, narrow } from './fixtures/variants.js';

interface Inputs {
  until: string;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Time/Hold warning',
  component: 'opus-hold-warning',
  // It stands above the page.
  parameters: { docs: { story: { inline: false, height: '200px' } } },
  args: { until: '10:42', lang: 'nb' },
  render: ({ until, lang }) => html`
    <p>Two minutes before the held time ends, to whoever did nothing for five.</p>
    <opus-hold-warning lang=${lang} until=${until}></opus-hold-warning>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Norwegian: Story = {};
export const Finnish: Story = { args: { lang: 'fi', until: '10.42' } };
export const English: Story = { args: { lang: 'en' } };
/** 320 px wide, in the longest language. */
export const Narrow: Story = { ...narrow, args: { lang: 'fi', until: '10.42' } };
/** On dark paper. */
export const Dark: Story = dark;
