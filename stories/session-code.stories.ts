import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/session-code.js';
import type { BookingErrorKind } from '../src/api/booking-error.js';
import { SessionController } from '../src/state/session/session-controller.js';
import { ScriptedSessionApi, sessionOf } from '../test/state/support/scripted-session-api.js';
import { opusAccount } from './fixtures/account.js';
import { inside, type } from './fixtures/typing.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  lang: string;
  /** The clinic knows a number to which the code can go. */
  hasMobile: boolean;
  sendFails?: BookingErrorKind;
}

/** A session opened by e-ID; the service takes 123456 for the code. */
function sessionFor({ hasMobile, sendFails }: Inputs): SessionController {
  const own = new ScriptedSessionApi();
  const { patient } = sessionOf();
  if (sendFails) own.next('sendSessionCode', sendFails);
  const session = new SessionController(own);
  session.take(
    own.open({
      needsCode: true,
      patient: hasMobile ? patient : { ...patient, mobile: undefined, email: undefined },
    }),
  );
  return session;
}

const meta: Meta<Inputs> = {
  title: 'Log in/Session code',
  component: 'opus-session-code',
  args: { lang: 'nb', hasMobile: true },
  render: (inputs) => html`
    <opus-session-code
      lang=${inputs.lang}
      .account=${opusAccount}
      .session=${sessionFor(inputs)}
    ></opus-session-code>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

async function send(canvas: HTMLElement): Promise<Element> {
  const element = canvas.querySelector('opus-session-code') as Element;
  await waitFor(() => expect(inside(element, 'button[type="submit"]')).toBeVisible());
  inside(element, 'button[type="submit"]')?.click();
  return element;
}

async function askCode(canvas: HTMLElement): Promise<Element> {
  const element = await send(canvas);
  const form = () => inside(element, 'opus-code-form');
  await waitFor(() => expect(inside(inside(form(), '[name="code"]'), 'input')).toBeVisible());
  return form() as Element;
}

/** Before an appointment of an e-ID session moves or is cancelled (P-43). */
export const Send: Story = {};
export const Code: Story = {
  async play({ canvasElement }) {
    await askCode(canvasElement);
  },
};
export const CodeWrong: Story = {
  async play({ canvasElement }) {
    const form = await askCode(canvasElement);
    type(form, 'code', '000000');
    inside(form, 'button[type="submit"]')?.click();
    await waitFor(() =>
      expect(inside(inside(form, '[name="code"]'), '#error')).not.toBeEmptyDOMElement(),
    );
  },
};
/** The clinic knows no number. */
export const MobileAsked: Story = { args: { hasMobile: false } };
/** Nothing is sent to a number that is none (P-26). */
export const MobileMissing: Story = {
  args: { hasMobile: false },
  async play({ canvasElement }) {
    const element = await send(canvasElement);
    await waitFor(() =>
      expect(inside(inside(element, '[name="mobile"]'), '#error')).not.toBeEmptyDOMElement(),
    );
  },
};
export const RateLimited: Story = {
  args: { sendFails: 'rate-limited' },
  async play({ canvasElement }) {
    const element = await send(canvasElement);
    await waitFor(() => expect(inside(element, 'opus-notice')).toBeVisible());
  },
};
export const FiveLanguages: Story = { ...fiveLanguages, args: { hasMobile: false } };
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = { ...narrow, args: { hasMobile: false, lang: 'fi' } };
/** On dark paper. */
export const Dark: Story = dark;
