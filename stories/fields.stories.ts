import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, waitFor } from 'storybook/test';
import '../src/define/code-field.js';
import '../src/define/national-id-field.js';
import '../src/define/phone-field.js';
import '../src/define/text-field.js';
import type { Market } from '../src/contract/index.js';
import { today } from './fixtures/patient.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  market: Market;
  error: string;
  required: boolean;
  disabled: boolean;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Form/Fields',
  component: 'opus-text-field',
  args: { market: 'NO', error: '', required: false, disabled: false, lang: 'nb' },
  argTypes: {
    market: { control: 'inline-radio', options: ['NO', 'SE', 'FI', 'DK'] },
  },
};
export default meta;

type Story = StoryObj<Inputs>;

export const Text: Story = {
  render: ({ lang, error, required, disabled }) => html`
    <opus-text-field
      lang=${lang}
      label="Fornavn"
      error=${error}
      ?required=${required}
      ?disabled=${disabled}
      value="Ola"
    ></opus-text-field>
  `,
};
export const TextWithError: Story = {
  ...Text,
  args: { error: 'Fyll ut fornavnet ditt.', required: true },
};
export const Disabled: Story = { ...Text, args: { disabled: true } };
/** With a counter; nothing is cut off. */
export const Message: Story = {
  render: ({ lang, error }) => html`
    <opus-text-field
      lang=${lang}
      label="Beskjed"
      hint="Er det noe klinikken bør vite?"
      error=${error}
      multiline
      max="1000"
    ></opus-text-field>
  `,
};
/** Format as hint; one sentence for each way to be wrong (P-26). */
export const NationalId: Story = {
  render: ({ lang, market, error, required }) => html`
    <opus-national-id-field
      lang=${lang}
      label="Fødselsnummer"
      market=${market}
      today=${today}
      error=${error}
      ?required=${required}
    ></opus-national-id-field>
  `,
};
export const Phone: Story = {
  render: ({ lang, market, error, required }) => html`
    <opus-phone-field
      lang=${lang}
      label="Mobiltelefonnummer"
      market=${market}
      error=${error}
      ?required=${required}
    ></opus-phone-field>
  `,
};
/** Takes a whole message and finds its code (P-31). */
export const Code: Story = {
  render: ({ lang, error }) => html`
    <opus-code-field lang=${lang} label="Kode" error=${error}></opus-code-field>
  `,
};
/** A whole message is pasted: its six digits stay. */
export const CodePasted: Story = {
  ...Code,
  async play({ canvasElement }) {
    const field = canvasElement.querySelector('opus-code-field');
    const input = () => field?.shadowRoot?.querySelector('input');
    await waitFor(() => expect(input()).toBeVisible());
    const value = '123 456 er koden din fra Opus Dental Klinikken.';
    await fireEvent.input(input() as HTMLInputElement, { target: { value } });
    await waitFor(() => expect(input()).toHaveValue('123456'));
  },
};
/** The hint names the format of the market, in the patient's language. */
export const NationalIdInFiveLanguages: Story = { ...NationalId, ...fiveLanguages };
export const PhoneInFiveLanguages: Story = { ...Phone, ...fiveLanguages };
export const FiveAccents: Story = { ...TextWithError, ...fiveAccents };
/** 320 px wide, with a long sentence. */
export const NarrowWithError: Story = {
  ...NationalId,
  ...narrow,
  args: {
    error: 'Kontrollsifrene stemmer ikke. Se etter om du har byttet om to sifre.',
    required: true,
  },
};
/** On dark paper. */
export const Dark: Story = { ...TextWithError, ...dark };
