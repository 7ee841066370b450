import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/info-box.js';
import { longText, opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, narrow } from './fixtures/variants.js';

interface Inputs {
  heading: string;
  text: string;
}

const { texts } = opusAccount;

const meta: Meta<Inputs> = {
  title: 'Booking/Info box',
  component: 'opus-info-box',
  args: { heading: texts.clinicHeading ?? '', text: texts.clinicText ?? '' },
  render: ({ heading, text }) =>
    html`<opus-info-box
      style="max-inline-size: 288px"
      heading=${heading}
      text=${text}
      text-lang="nb"
    ></opus-info-box>`,
};
export default meta;

type Story = StoryObj<Inputs>;

/** The clinic's text on the treatment step (P-08). */
export const ClinicText: Story = {};
export const TextOnly: Story = { args: { heading: '' } };
export const LineBreaks: Story = {
  args: { heading: 'Åpningstider', text: 'Mandag til torsdag 08–16\nFredag 08–14\n\nVelkommen!' },
};
/** Addresses in the text become links; nothing else does. */
export const Links: Story = {
  args: {
    heading: 'Slik finner du oss',
    text: 'Se https://example.no/kart, skriv til post@example.no eller ring tel:+4766776040.',
  },
};
/** Markup stays text (N-03). */
export const Markup: Story = { args: { heading: '<b>Tilbud</b>', text: '<img src=x onerror=1>' } };
/** As long as an account's texts come, in little room. */
export const LongText: Story = { ...narrow, args: { text: longText } };
export const FiveAccents: Story = fiveAccents;
/** On dark paper. */
export const Dark: Story = dark;
