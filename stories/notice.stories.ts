import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/notice.js';
import { longText, opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  heading: string;
  text: string;
  phone?: string;
  tone: 'info' | 'error' | 'success';
  lang: string;
  /** Words of a button in the slot. */
  action?: string;
}

const { texts } = opusAccount;

const meta: Meta<Inputs> = {
  title: 'Booking/Notice',
  component: 'opus-notice',
  args: {
    heading: texts.welcomeHeading ?? '',
    text: texts.welcomeText ?? '',
    tone: 'info',
    lang: 'nb',
  },
  argTypes: {
    tone: { control: 'inline-radio', options: ['info', 'error', 'success'] },
  },
  render: ({ heading, text, phone, tone, lang, action }) =>
    html`<opus-notice lang=${lang} .heading=${heading} .text=${text} .phone=${phone} .tone=${tone}
      >${action ? html`<button style="min-block-size: 44px">${action}</button>` : nothing}</opus-notice
    >`,
};
export default meta;

type Story = StoryObj<Inputs>;

/** The account's welcome on the first step (P-07). */
export const Welcome: Story = {};
/** In place of everything (P-40). */
export const Maintenance: Story = {
  args: {
    heading: 'Timebestillingen er nede for vedlikehold',
    text: 'Portalen for timeregistrering er nede for vedlikehold. Vennligst prøv igjen senere eller ta kontakt med klinikken for mer informasjon',
    phone: '66776040',
  },
};
export const Trouble: Story = {
  args: {
    tone: 'error',
    heading: 'Denne tiden er nettopp blitt tatt',
    text: 'Ingenting av det du har skrevet er borte. Velg en annen tid, eller ring klinikken.',
    phone: '66776040',
    action: 'Velg en annen tid',
  },
};
export const Success: Story = {
  args: { tone: 'success', heading: 'Timen er flyttet', text: 'Vi har sendt deg en e-post.' },
};
export const English: Story = {
  args: {
    lang: 'en',
    heading: 'No treatment can be booked online here right now',
    text: 'Call the clinic and they will help you, or try again later.',
    phone: '66776040',
  },
};
/** As long as an account's texts come, in little room. */
export const LongText: Story = { ...narrow, args: { text: longText } };
/** The standard words beside the text: the phone (P-17). */
export const FiveLanguages: Story = { args: { phone: '66776040' }, ...fiveLanguages };
export const FiveAccents: Story = { args: { phone: '66776040' }, ...fiveAccents };
/** On dark paper. */
export const Dark: Story = { ...Trouble, ...dark };
