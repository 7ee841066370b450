import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/treatment-picker.js';
import type { Account } from '../src/contract/index.js';
import type { Selection } from '../src/domain/selection.js';
import {
  finnishAccount,
  longNamesAccount,
  manyTreatmentsAccount,
  noCliniciansAccount,
  oneClinicAccount,
  opusAccount,
} from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  selection: Selection;
  lang: string;
}

const clinic = { kind: 'one', id: 'opus-dental-klinikken' } as const;

const meta: Meta<Inputs> = {
  title: 'Choosing/Treatment picker',
  component: 'opus-treatment-picker',
  args: { account: opusAccount, selection: { clinic }, lang: 'nb' },
  render: ({ account, selection, lang }) =>
    html`<opus-treatment-picker
      lang=${lang}
      .account=${account}
      .selection=${selection}
    ></opus-treatment-picker>`,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Treatments: Story = {};
export const Chosen: Story = { args: { selection: { clinic, treatment: 'undersokelse' } } };
/** Thirty, in the order of the list in force (P-15). */
export const Thirty: Story = { args: { account: manyTreatmentsAccount } };
export const One: Story = {
  args: {
    account: { ...oneClinicAccount, treatments: oneClinicAccount.treatments.slice(0, 1) },
  },
};
/** Long words, a description with lines and a link (P-15). */
export const Finnish: Story = { args: { account: finnishAccount, lang: 'fi' } };
/** Also: the timebook's leading "- " is not shown (P-46). */
export const LongNames: Story = {
  args: { account: longNamesAccount },
  decorators: [(story) => html`<div style="inline-size: 288px">${story()}</div>`],
};
/** The clinic offers nothing online (P-17). */
export const Empty: Story = { args: { account: noCliniciansAccount } };
export const English: Story = { args: { lang: 'en' } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper. */
export const Dark: Story = { ...Chosen, ...dark };
