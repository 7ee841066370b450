import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/time-alert.js';
import type { AlertsApi } from '../src/api/alerts-api.js';
import type { BookingApi } from '../src/api/booking-api.js';
import { BookingError } from '../src/api/booking-error.js';
import type { PendingTimeAlert, TimeAlert } from '../src/contract/index.js';
import type { AlertWish } from '../src/elements/time-alert/alert-request.js';
import { opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

const waiting: TimeAlert = {
  status: 'waiting',
  id: '3f0a6c52-9f5e-4a5b-8f0d-1c2b3a4d5e6f',
  before: '2026-12-24T00:00:00+01:00',
  expiresAt: '2026-12-24T00:00:00+01:00',
  sentTo: { sms: '*** ** 567' },
};
const pending: PendingTimeAlert = {
  status: 'code-required',
  id: waiting.id,
  token: 'token',
  sentTo: waiting.sentTo,
  expiresIn: 600,
};

/** A service that answers without a network; the code is 123456. */
const alerts: AlertsApi = {
  request: ({ appointment }) => Promise.resolve(appointment ? waiting : pending),
  confirm: (_alert, code) =>
    code === '123456'
      ? Promise.resolve(waiting)
      : Promise.reject(new BookingError('code-wrong', { triesLeft: 4 })),
  end: () => Promise.resolve(),
};
const client = { alerts: () => Promise.resolve(alerts) } as unknown as BookingApi;
const account = {
  ...opusAccount,
  settings: { ...opusAccount.settings, timeAlerts: true },
};

interface Inputs {
  wish: AlertWish;
  known: boolean;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Time/Time alert',
  component: 'opus-time-alert',
  args: { wish: { treatment: 'undersokelse' }, known: false, lang: 'nb' },
  render: ({ wish, known, lang }) => html`
    <opus-time-alert
      lang=${lang}
      .account=${account}
      .client=${client}
      .wish=${wish}
      .known=${known}
    ></opus-time-alert>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

/** Presses a button of every element in the story, as soon as it is there. */
async function click(root: HTMLElement, selector: string): Promise<void> {
  for (const element of root.querySelectorAll('opus-time-alert')) {
    for (let tries = 0; tries < 100; tries += 1) {
      const target = element.renderRoot.querySelector<HTMLElement>(selector);
      if (target) {
        target.click();
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await element.updateComplete;
  }
}

export const Closed: Story = {};
/** What is asked of somebody whom nobody knows. */
export const Open: Story = { play: ({ canvasElement }) => click(canvasElement, '.open') };
/** Nothing is filled in, and no consent given. */
export const Problems: Story = {
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.open');
    await click(canvasElement, 'button[type="submit"]');
  },
};
/** An appointment that is to be earlier: its booking has proven the address. */
export const Earlier: Story = {
  args: { wish: { appointment: waiting.id }, known: true },
  play: ({ canvasElement }) => click(canvasElement, '.open'),
};
/** What comes of it. */
export const Done: Story = {
  args: { wish: { appointment: waiting.id }, known: true },
  play: async ({ canvasElement }) => {
    await click(canvasElement, '.open');
    await click(canvasElement, '.box');
    await click(canvasElement, 'button[type="submit"]');
  },
};
export const FiveLanguages: Story = { ...fiveLanguages, ...Open };
export const FiveAccents: Story = { ...fiveAccents, ...Open };
/** 320 px wide. */
export const Narrow: Story = { ...narrow, ...Open };
/** On dark paper. */
export const Dark: Story = { ...dark, ...Open };
