import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/review.js';
import type { Account } from '../src/contract/index.js';
import type { CodeError, ConfirmOperation } from '../src/elements/review/confirm-code.js';
import type { Pending } from '../src/state/booking/booking-attempt.js';
import {
  longNamesAccount,
  oneClinicAccount,
  opusAccount,
  withSettings,
} from './fixtures/account.js';
import { filledDraft, fullSelection, heldSlot, pendingIn } from './fixtures/patient.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  pending?: Pending;
  busy?: ConfirmOperation;
  codeError?: CodeError;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Confirm/Review',
  component: 'opus-review',
  args: { account: opusAccount, lang: 'nb' },
  render: ({ account, pending, busy, codeError, lang }) => html`
    <opus-review
      lang=${lang}
      .account=${account}
      .selection=${fullSelection}
      .heldSlot=${heldSlot}
      .draft=${filledDraft}
      .pending=${pending}
      .busy=${busy}
      .codeError=${codeError}
    ></opus-review>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Review: Story = {};
export const English: Story = { args: { lang: 'en' } };
/** Nothing but the time and the details can be changed (P-06). */
export const OneClinic: Story = { args: { account: oneClinicAccount } };
export const WithoutCode: Story = { args: { account: withSettings({ confirmation: 'none' }) } };
export const Booking: Story = { args: { busy: 'book' } };
/** Another code can be asked for in a minute (P-31). */
export const Code: Story = { render: (inputs, context) => withPending(60, inputs, context) };
export const CodeCanBeSentAgain: Story = {
  render: (inputs, context) => withPending(0, inputs, context),
};
export const CodeWrong: Story = {
  args: { codeError: { kind: 'code-wrong', triesLeft: 3 } },
  render: (inputs, context) => withPending(0, inputs, context),
};
/** Ten minutes passed without a code (P-31). */
export const CodeRunOut: Story = {
  render: (inputs, context) => withPending(0, inputs, context, 0),
};
export const Confirming: Story = {
  args: { busy: 'code' },
  render: (inputs, context) => withPending(30, inputs, context),
};

// The clock starts when the story is shown, not when the file is read.
function withPending(seconds: number, inputs: Inputs, context: unknown, expiresIn = 600) {
  const render = meta.render as (inputs: Inputs, context: unknown) => unknown;
  return html`${render({ ...inputs, pending: pendingIn(seconds, expiresIn) }, context)}`;
}
/** Names as long as they come. */
export const LongNames: Story = { args: { account: longNamesAccount } };
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** The patient sees that the number is wrong, and the time stays (P-31). */
export const ChangeNumber: Story = {
  render: (inputs, context) => withPending(60, inputs, context),
  async play({ canvasElement }) {
    const inside = (tag: string) =>
      canvasElement.querySelector('opus-review')?.shadowRoot?.querySelector(tag);
    const code = () => inside('opus-confirm-code')?.shadowRoot;
    const change = () => code()?.querySelector<HTMLElement>('.ways button:last-of-type');
    // The form of the code is loaded when it is needed.
    await waitFor(() => expect(change()).toBeVisible(), { timeout: 10_000 });
    change()?.click();
    await waitFor(() => expect(code()?.querySelector('opus-phone-field')).toBeVisible(), {
      timeout: 10_000,
    });
  },
};
/** On dark paper. */
export const Dark: Story = dark;
/** On dark paper, with a wrong code. */
export const DarkCode: Story = { ...CodeWrong, ...dark };
