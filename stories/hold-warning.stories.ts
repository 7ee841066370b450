import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/hold-warning.js';

interface Inputs {
  until: string;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Time/Hold warning',
  component: 'opus-hold-warning',
  args: { until: '10:42', lang: 'nb' },
  argTypes: { lang: { control: 'inline-radio', options: ['nb', 'sv', 'fi', 'da', 'en'] } },
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
