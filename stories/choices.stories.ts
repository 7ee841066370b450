import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/choices.js';
import type { Account, Slot } from '../src/contract/index.js';
import type { Selection } from '../src/domain/selection.js';
import { longNamesAccount, oneClinicAccount, opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  selection: Selection;
  heldSlot?: Slot;
  lang: string;
  /** Width of the container around, in px. */
  width: number;
}

const slot: Slot = {
  start: '2029-01-29T08:00:00+01:00',
  minutes: 30,
  clinic: 'opus-dental-klinikken',
  clinician: 'lise',
  treatment: 'undersokelse',
};
const selection: Selection = {
  clinic: { kind: 'one', id: 'opus-dental-klinikken' },
  treatment: 'undersokelse',
  clinician: { kind: 'one', id: 'lise' },
  time: { start: slot.start, slots: [slot] },
};
const anywhere: Selection = {
  clinic: { kind: 'any' },
  treatment: 'undersokelse',
  clinician: { kind: 'any' },
};

const meta: Meta<Inputs> = {
  title: 'Booking/Choices',
  component: 'opus-choices',
  args: { account: opusAccount, selection, lang: 'nb', width: 900 },
  // A wide container around, the element at its side: as in the widget.
  render: (inputs) => html`
    <div style="container-type: inline-size; inline-size: ${inputs.width}px; max-inline-size: 100%">
      <div style="max-inline-size: ${inputs.width > 832 ? '288px' : 'none'}">
        <opus-choices
          lang=${inputs.lang}
          .account=${inputs.account}
          .selection=${inputs.selection}
          .heldSlot=${inputs.heldSlot}
        ></opus-choices>
      </div>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Everything: Story = {};
export const ClinicOnly: Story = {
  args: { selection: { clinic: { kind: 'one', id: 'lillevik' } } },
};
export const AnyClinicAndClinician: Story = { args: { selection: anywhere } };
/** The held time settles who and where (P-21). */
export const AnySettledByTheHeldTime: Story = {
  args: {
    selection: { ...anywhere, time: { start: slot.start, slots: [] } },
    heldSlot: { ...slot, clinician: 'evelyn' },
  },
};
/** The only clinic cannot be changed (P-06). */
export const OneClinic: Story = { args: { account: oneClinicAccount } };
export const Nothing: Story = { args: { selection: {} } };
export const English: Story = { args: { lang: 'en' } };
export const Tablet: Story = { args: { width: 700 } };
/** One line that opens. */
export const Phone: Story = { args: { width: 328 } };
export const LongNames: Story = { args: { account: longNamesAccount, width: 288 } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = { ...narrow, args: { width: 320 } };
/** The one line is opened. */
export const PhoneOpened: Story = {
  args: { width: 328 },
  async play({ canvasElement }) {
    const root = canvasElement.querySelector('opus-choices')?.shadowRoot;
    const line = () => root?.querySelector<HTMLElement>('button[aria-controls="rows"]');
    await waitFor(() => expect(line()).toBeVisible());
    line()?.click();
    await waitFor(() => expect(line()).toHaveAttribute('aria-expanded', 'true'));
    await expect(root?.querySelector('dl')).toBeVisible();
  },
};
/** On dark paper. */
export const Dark: Story = dark;
