import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/appointments.js';
import type { BookingErrorKind } from '../src/api/booking-error.js';
import { SessionController } from '../src/state/session/session-controller.js';
import { ScriptedApi, nextMonday } from '../test/state/support/scripted-api.js';
import { ScriptedSessionApi } from '../test/state/support/scripted-session-api.js';
import { opusAccount } from './fixtures/account.js';
import { due, ownAt } from './fixtures/own.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  lang: string;
  isLoggedIn: boolean;
  needsCode: boolean;
  failure?: BookingErrorKind;
  /** Every time is taken by somebody else as soon as the patient chooses it. */
  tooLate?: boolean;
}

const dayMinutes = 24 * 60;

/** A service in memory, with free times on the coming Monday and an appointment a week later. */
function stage({ isLoggedIn, needsCode, failure, tooLate }: Inputs) {
  const client = new ScriptedApi(opusAccount);
  const [clinic] = opusAccount.clinics;
  const where = { clinic: clinic?.id ?? '', clinician: 'lise', treatment: 'undersokelse' };
  client.free = client.free.map((slot) => ({ ...slot, ...where }));
  if (tooLate) client.next('hold', () => client.take(client.free[0]?.start ?? ''));
  const own = new ScriptedSessionApi();
  own.list = {
    appointments: [
      ownAt('own-1', nextMonday(7 * dayMinutes), {
        move: {
          allowed: true,
          until: nextMonday(6 * dayMinutes),
          from: nextMonday(-3 * dayMinutes).slice(0, 10),
          to: nextMonday(17 * dayMinutes).slice(0, 10),
        },
      }),
    ],
    recalls: [
      { ...due, week: nextMonday().slice(0, 10), until: nextMonday(40 * dayMinutes).slice(0, 10) },
    ],
  };
  if (failure) own.next('appointments', failure);
  const session = new SessionController(own);
  if (isLoggedIn) session.take(own.open({ needsCode }));
  return { client, session };
}

const meta: Meta<Inputs> = {
  title: 'Own appointments/My page',
  component: 'opus-appointments',
  args: { lang: 'nb', isLoggedIn: true, needsCode: false },
  render: (args) => {
    const { client, session } = stage(args);
    return html`<opus-appointments
      lang=${args.lang}
      booking-url="https://example.com/"
      .client=${client}
      .session=${session}
    ></opus-appointments>`;
  },
};
export default meta;

type Story = StoryObj<Inputs>;
type Play = NonNullable<Story['play']>;

/** Every button on screen, shadow roots crossed. */
function buttonsIn(root: ParentNode): HTMLButtonElement[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each instanceof HTMLButtonElement && each.checkVisibility() ? [each] : []),
    ...(each.shadowRoot ? buttonsIn(each.shadowRoot) : []),
  ]);
}

async function press(root: ParentNode, name: RegExp): Promise<void> {
  const find = () =>
    buttonsIn(root).find((each) => name.test((each.ariaLabel ?? each.textContent).trim()));
  await waitFor(() => expect(find()).toBeVisible(), { timeout: 5000 });
  find()?.click();
}

const slot = /\d\d:\d\d – \d\d:\d\d/;

const startMove: Play = async ({ canvasElement }) => press(canvasElement, /^Flytt time:/);

const chooseTime: Play = async (context) => {
  await startMove(context);
  await press(context.canvasElement, /^Forrige uke$/);
  await press(context.canvasElement, slot);
};

/** The list. */
export const List: Story = {};
/** Before logging in (P-44). */
export const LoggedOut: Story = { args: { isLoggedIn: false } };
export const Unreachable: Story = { args: { failure: 'unreachable' } };
/** The same week calendar, between the first and the last day (P-36, A-17). */
export const Move: Story = { play: startMove };
/** From when to when, and one button. */
export const Confirm: Story = { play: chooseTime };
/** Somebody was faster: the old time stays, others are offered (P-23). */
export const TimeTaken: Story = { args: { tooLate: true }, play: chooseTime };
export const Moved: Story = {
  async play(context) {
    await chooseTime(context);
    await press(context.canvasElement, /^Flytt timen/);
  },
};
/** A session by e-ID is confirmed by a code first (P-43). */
export const CodeFirst: Story = {
  args: { needsCode: true },
  async play(context) {
    await chooseTime(context);
    await press(context.canvasElement, /^Flytt timen/);
  },
};
export const CancelDialog: Story = {
  async play({ canvasElement }) {
    await press(canvasElement, /^Avbestill:/);
  },
};
export const Cancelled: Story = {
  async play({ canvasElement }) {
    await press(canvasElement, /^Avbestill:/);
    await press(canvasElement, /^Avbestill timen/);
  },
};
/** Booking what is due: time, then consent (P-28, P-38). */
export const BookNeed: Story = {
  async play({ canvasElement }) {
    await press(canvasElement, /^Velg en tid: /);
    await press(canvasElement, slot);
  },
};
export const FiveLanguages: Story = fiveLanguages;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** 320 px wide, before confirming. */
export const NarrowConfirm: Story = { ...narrow, play: chooseTime };
/** On dark paper. */
export const Dark: Story = dark;
