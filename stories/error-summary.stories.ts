import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/error-summary.js';
import type { ErrorItem } from '../src/elements/error-summary/error-summary.js';
import { dark, narrow } from './fixtures/variants.js';

interface Inputs {
  heading: string;
  text: string;
  items: readonly ErrorItem[];
}

const meta: Meta<Inputs> = {
  title: 'Form/Error summary',
  component: 'opus-error-summary',
  args: {
    heading: '2 felt må rettes',
    text: 'Alt annet du har skrevet, er tatt vare på.',
    items: [
      { field: 'lastName', text: 'Fyll ut etternavnet ditt.' },
      { field: 'email', text: 'E-postadressen skal ha ett @-tegn, som i navn@eksempel.no.' },
    ],
  },
  render: ({ heading, text, items }) => html`
    <opus-error-summary heading=${heading} text=${text} .items=${items}></opus-error-summary>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const TwoErrors: Story = {};
export const OneError: Story = {
  args: {
    heading: 'Ett felt må rettes',
    items: [{ field: 'lastName', text: 'Fyll ut etternavnet ditt.' }],
  },
};
/** More than fits, in little room. */
export const ManyErrors: Story = {
  ...narrow,
  args: {
    heading: '4 kenttää on korjattava',
    text: 'Kaikki muu kirjoittamasi on tallessa.',
    items: [
      { field: 'firstName', text: 'Täytä etunimesi.' },
      {
        field: 'nationalId',
        text: 'Henkilötunnuksen tarkistusmerkki ei täsmää: tarkista syntymäaikasi ja yksilönumerosi.',
      },
      { field: 'mobile', text: 'Matkapuhelinnumerosta puuttuu numeroita.' },
      {
        field: 'consent',
        text: 'Henkilötietojenkäsittelysuostumus tarvitaan ajanvarausta varten.',
      },
    ],
  },
};
/** On dark paper. */
export const Dark: Story = dark;
