import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/receipt.js';
import { opusAccount } from './fixtures/account.js';
import { appointment } from './fixtures/patient.js';

interface Inputs {
  sentTo: { email?: string; mobile?: string };
  startUrl?: string;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Confirm/Receipt',
  component: 'opus-receipt',
  args: { sentTo: { email: 'ola.nordmann@example.com', mobile: '412 34 567' }, lang: 'nb' },
  argTypes: { lang: { control: 'inline-radio', options: ['nb', 'en'] } },
  render: ({ sentTo, startUrl, lang }) => html`
    <opus-receipt
      lang=${lang}
      .appointment=${appointment}
      .sentTo=${sentTo}
      .timeZone=${opusAccount.timeZone}
      .startUrl=${startUrl}
    ></opus-receipt>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Receipt: Story = {};
export const English: Story = { args: { lang: 'en' } };
export const WithoutEmail: Story = { args: { sentTo: { mobile: '412 34 567' } } };
export const WithStartPage: Story = { args: { startUrl: 'https://example.com/' } };
