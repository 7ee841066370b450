import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/review.js';
import type { Account } from '../src/contract/index.js';
import type { CodeError, ConfirmBusy } from '../src/elements/review/confirm-code.js';
import type { Pending } from '../src/state/booking-attempt.js';
import { oneClinicAccount, opusAccount, withSettings } from './fixtures/account.js';
import { filledDraft, fullSelection, heldSlot, pendingIn } from './fixtures/patient.js';

interface Inputs {
  account: Account;
  pending?: Pending;
  busy?: ConfirmBusy;
  codeError?: CodeError;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Confirm/Review',
  component: 'opus-review',
  args: { account: opusAccount, lang: 'nb' },
  argTypes: { lang: { control: 'inline-radio', options: ['nb', 'en'] } },
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
export const Confirming: Story = {
  args: { busy: 'code' },
  render: (inputs, context) => withPending(30, inputs, context),
};

// The clock starts when the story is shown, not when the file is read.
function withPending(seconds: number, inputs: Inputs, context: unknown) {
  const render = meta.render as (inputs: Inputs, context: unknown) => unknown;
  return html`${render({ ...inputs, pending: pendingIn(seconds) }, context)}`;
}
