import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/receipt.js';
import type { Appointment } from '../src/contract/index.js';
import { opusAccount } from './fixtures/account.js';
import { appointment, longAppointment } from './fixtures/patient.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  appointment: Appointment;
  sentTo: { email?: string; mobile?: string };
  startUrl?: string;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Confirm/Receipt',
  component: 'opus-receipt',
  args: {
    appointment,
    sentTo: { email: 'ola.nordmann@example.com', mobile: '412 34 567' },
    lang: 'nb',
  },
  render: ({ appointment: shown, sentTo, startUrl, lang }) => html`
    <opus-receipt
      lang=${lang}
      .appointment=${shown}
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
export const WithoutEmail: Story = { args: { appointment, sentTo: { mobile: '412 34 567' } } };
export const WithStartPage: Story = { args: { startUrl: 'https://example.com/' } };
/** Names as long as they come. */
export const LongNames: Story = { args: { appointment: longAppointment } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper. */
export const Dark: Story = dark;
