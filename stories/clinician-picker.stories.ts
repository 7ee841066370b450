import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/clinician-picker.js';
import type { Account } from '../src/contract/index.js';
import type { Selection } from '../src/domain/selection.js';
import {
  finnishAccount,
  longNamesAccount,
  noCliniciansAccount,
  opusAccount,
  withSettings,
} from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  selection: Selection;
  lang: string;
}

const selection: Selection = {
  clinic: { kind: 'one', id: 'opus-dental-klinikken' },
  treatment: 'undersokelse',
};

const meta: Meta<Inputs> = {
  title: 'Choosing/Clinician picker',
  component: 'opus-clinician-picker',
  args: { account: opusAccount, selection, lang: 'nb' },
  render: (inputs) =>
    html`<opus-clinician-picker
      lang=${inputs.lang}
      .account=${inputs.account}
      .selection=${inputs.selection}
    ></opus-clinician-picker>`,
};
export default meta;

type Story = StoryObj<Inputs>;

/** One with photo and text, one with initials (P-16). */
export const Clinicians: Story = {};
export const Chosen: Story = {
  args: { selection: { ...selection, clinician: { kind: 'one', id: 'lise' } } },
};
export const AnyChosen: Story = {
  args: { selection: { ...selection, clinician: { kind: 'any' } } },
};
export const WithoutAny: Story = { args: { account: withSettings({ anyClinician: false }) } };
/** Clinicians of every clinic: title and photo only where all their clinics have the consent. */
export const AnyClinic: Story = {
  args: { selection: { ...selection, clinic: { kind: 'any' } } },
};
export const LongNames: Story = {
  args: { account: longNamesAccount },
  decorators: [(story) => html`<div style="inline-size: 288px">${story()}</div>`],
};
/** Who takes only patients on file is shown with the clinic's phone (P-42). */
export const ClosedToNewPatients: Story = {
  args: {
    account: {
      ...opusAccount,
      clinicians: opusAccount.clinicians.map((clinician) => ({
        ...clinician,
        acceptsNewPatients: clinician.id !== 'evelyn',
      })),
    },
  },
};
/** Long titles, a text with a link, and one for patients on file alone (P-42). */
export const Finnish: Story = { args: { account: finnishAccount, lang: 'fi' } };
/** Nobody offers it (P-17). */
export const Empty: Story = { args: { account: noCliniciansAccount } };
export const English: Story = { args: { lang: 'en' } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper. */
export const Dark: Story = { ...Chosen, ...dark };
