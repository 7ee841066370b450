import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/slot-chooser.js';
import type { Slot } from '../src/contract/index.js';
import { opusAccount } from './fixtures/account.js';
import { dark, narrow } from './fixtures/variants.js';

interface Inputs {
  slots: readonly Slot[];
  lang: string;
}

const lise: Slot = {
  start: '2029-01-29T08:00:00+01:00',
  minutes: 30,
  clinic: 'opus-dental-klinikken',
  clinician: 'lise',
  treatment: 'undersokelse',
};

const meta: Meta<Inputs> = {
  title: 'Time/Slot chooser',
  component: 'opus-slot-chooser',
  // A dialog over the page.
  parameters: { docs: { story: { inline: false, height: '480px' } } },
  args: { slots: [lise, { ...lise, clinician: 'evelyn' }], lang: 'nb' },
  render: ({ slots, lang }) =>
    html`<opus-slot-chooser
      lang=${lang}
      .account=${opusAccount}
      .value=${lise}
      .load=${() => Promise.resolve(slots)}
    ></opus-slot-chooser>`,
};
export default meta;

type Story = StoryObj<Inputs>;

const shows = (count: number): Story['play'] =>
  async function play({ canvasElement }) {
    const root = canvasElement.querySelector('opus-slot-chooser')?.shadowRoot;
    await waitFor(() => expect(root?.querySelectorAll('li')).toHaveLength(count));
  };

/** [P-21] Two clinicians are free at the same time. */
export const Several: Story = { play: shows(2) };
/** [P-21] The others were taken meanwhile. */
export const NobodyElse: Story = { args: { slots: [lise], lang: 'en' }, play: shows(1) };
/** 320 px wide, in the longest language. */
export const Narrow: Story = { ...narrow, args: { lang: 'fi' }, play: shows(2) };
/** On dark paper. */
export const Dark: Story = { ...dark, play: shows(2) };
