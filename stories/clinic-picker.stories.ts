import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/clinic-picker.js';
import type { Account } from '../src/contract/index.js';
import type { Selection } from '../src/domain/selection.js';
import {
  chainAccount,
  finnishAccount,
  longNamesAccount,
  noCliniciansAccount,
  oneClinicAccount,
  opusAccount,
  withSettings,
} from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  selection: Selection;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Choosing/Clinic picker',
  component: 'opus-clinic-picker',
  args: { account: opusAccount, selection: {}, lang: 'nb' },
  render: ({ account, selection, lang }) =>
    html`<opus-clinic-picker
      lang=${lang}
      .account=${account}
      .selection=${selection}
    ></opus-clinic-picker>`,
};
export default meta;

type Story = StoryObj<Inputs>;

/** Types into the search of a long list. */
async function search(canvas: HTMLElement, text: string): Promise<void> {
  await customElements.whenDefined('opus-clinic-search');
  const element = canvas
    .querySelector('opus-clinic-picker')
    ?.shadowRoot?.querySelector('opus-clinic-search');
  await element?.updateComplete;
  const input = element?.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no search');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** The clinics of the Norwegian manual: two groups, one clinic in none (P-13). */
export const Groups: Story = {};
export const Chosen: Story = {
  args: { selection: { clinic: { kind: 'one', id: 'opus-dental-klinikken' } } },
};
export const AnyChosen: Story = { args: { selection: { clinic: { kind: 'any' } } } };
export const WithoutAny: Story = { args: { account: withSettings({ anyClinic: false }) } };
export const WithoutGroups: Story = {
  args: {
    account: {
      ...opusAccount,
      groups: [],
      clinics: opusAccount.clinics.map((clinic) => ({ ...clinic, group: undefined })),
    },
  },
};
/** A group of two with "any" of it, and one clinic in no group. */
export const Finnish: Story = { args: { account: finnishAccount, lang: 'fi' } };
export const OneClinic: Story = { args: { account: oneClinicAccount } };
/** 60 clinics in eight groups: a search, "any" of each group, which open one by one (P-14). */
export const Chain: Story = { args: { account: chainAccount } };
export const ChainSearched: Story = {
  args: { account: chainAccount },
  play: async ({ canvasElement }) => search(canvasElement, 'mjondalen'),
};
/** Nothing found: what else to try (P-17). */
export const ChainNotFound: Story = {
  args: { account: chainAccount, lang: 'fi' },
  play: async ({ canvasElement }) => search(canvasElement, 'Reykjavík'),
};
/** In little room. */
export const ChainNarrow: Story = {
  args: { account: chainAccount, lang: 'fi' },
  decorators: [(story) => html`<div style="inline-size: 288px">${story()}</div>`],
};
export const LongNames: Story = {
  args: { account: longNamesAccount },
  decorators: [(story) => html`<div style="inline-size: 288px">${story()}</div>`],
};
/** Nothing can be booked (P-17). */
export const Empty: Story = { args: { account: noCliniciansAccount } };
export const English: Story = { args: { lang: 'en' } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper. */
export const Dark: Story = { ...Chosen, ...dark };
