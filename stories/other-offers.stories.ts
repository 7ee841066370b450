import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/other-offers.js';
import type { BookingApi } from '../src/api/booking-api.js';
import type { FirstTimes } from '../src/contract/index.js';
import type { Selection } from '../src/domain/selection.js';
import { longNamesAccount, opusAccount } from './fixtures/account.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

const times: FirstTimes = {
  until: '2029-12-24',
  clinics: [
    { id: 'lillevik', start: '2029-02-05T09:30:00Z' },
    { id: 'per-hansen', start: '2029-01-29T07:00:00Z' },
  ],
  treatments: [],
  clinicians: [{ id: 'evelyn', start: '2029-02-06T13:15:00Z' }],
};

/** A service that answers without a network; every time is taken meanwhile. */
const client = {
  firstTimes: () => Promise.resolve(times),
  slots: () => Promise.resolve({ slots: [] }),
} as unknown as BookingApi;
const waits = { firstTimes: () => new Promise(() => {}) } as unknown as BookingApi;
const selection: Selection = {
  clinic: { kind: 'one', id: 'opus-dental-klinikken' },
  clinician: { kind: 'one', id: 'lise' },
  treatment: 'undersokelse',
};

interface Inputs {
  account: typeof opusAccount;
  client: BookingApi;
  ownFirst: string;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Time/Other offers',
  component: 'opus-other-offers',
  args: { account: opusAccount, client, ownFirst: '', lang: 'nb' },
  render: (inputs) => html`
    <opus-other-offers
      lang=${inputs.lang}
      .account=${inputs.account}
      .client=${inputs.client}
      .selection=${selection}
      .ownFirst=${inputs.ownFirst}
    ></opus-other-offers>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

/** What is chosen has no time at all. */
export const Free: Story = {};

/** What is chosen has one later. */
export const Sooner: Story = { args: { ownFirst: '2029-02-20T09:30:00Z' } };

export const Waiting: Story = { args: { client: waits } };

export const LongNames: Story = { args: { account: longNamesAccount } };

/** Somebody was faster (P-23). */
export const Taken: Story = {
  async play({ canvasElement }) {
    const root = canvasElement.querySelector('opus-other-offers')?.shadowRoot;
    await waitFor(() => expect(root?.querySelector('button')).toBeVisible());
    root?.querySelector('button')?.click();
    await waitFor(() => expect(root?.querySelector('[role=status]')).not.toBeEmptyDOMElement());
  },
};

export const Narrow: Story = { ...narrow };

export const Dark: Story = { ...dark };

export const FiveLanguages: Story = { ...fiveLanguages };
