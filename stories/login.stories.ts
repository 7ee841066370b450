import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, spyOn, waitFor } from 'storybook/test';
import '../src/define/login.js';
import { BookingError, type BookingErrorKind } from '../src/api/booking-error.js';
import type { SessionApi } from '../src/api/session-api.js';
import type { Account } from '../src/contract/index.js';
import type { LoginReason } from '../src/elements/login/login.js';
import { SessionController } from '../src/state/session/session-controller.js';
import { withSettings } from './fixtures/account.js';
import { inside, type } from './fixtures/typing.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  account: Account;
  reason: LoginReason;
  idp: string;
  lang: string;
  /** What comes of asking for a code, and of entering one. */
  askFails?: BookingErrorKind;
  codeFails?: BookingErrorKind;
  /** What the provider makes of a login by e-ID; else it goes on and on. */
  eidFails?: BookingErrorKind;
  resendAfter: number;
}

const bySms = withSettings({ login: { sms: true, eid: [] } });
const eid = [
  { id: 'bankid', name: 'BankID' },
  { id: 'buypass', name: 'Buypass' },
];

/** A service that sends a code to nobody. */
function sessionFor({ askFails, codeFails, eidFails, resendAfter }: Inputs): SessionController {
  const never = () => new Promise<never>(() => undefined);
  const api: Partial<SessionApi> = {
    login: () =>
      askFails
        ? Promise.reject(new BookingError(askFails))
        : Promise.resolve({ id: 'login', token: 'token', resendAfter, expiresIn: 600 }),
    loginCode: () =>
      codeFails ? Promise.reject(new BookingError(codeFails, { triesLeft: 3 })) : never(),
    eidLogin: () => Promise.resolve({ id: 'eid', token: 'token', url: 'https://eid.example.com/' }),
    eidExchange: () => (eidFails ? Promise.reject(new BookingError(eidFails)) : never()),
  };
  return new SessionController(api as SessionApi);
}

const meta: Meta<Inputs> = {
  title: 'Log in/Log in',
  component: 'opus-login',
  args: { account: bySms, reason: '', idp: '', lang: 'nb', resendAfter: 30 },
  render: (inputs) => html`
    <opus-login
      lang=${inputs.lang}
      .account=${inputs.account}
      .session=${sessionFor(inputs)}
      .reason=${inputs.reason}
      .idp=${inputs.idp}
    ></opus-login>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

async function ask(canvas: HTMLElement): Promise<Element> {
  const login = canvas.querySelector('opus-login') as Element;
  await waitFor(() => expect(inside(inside(login, '[name="mobile"]'), 'input')).toBeVisible());
  type(login, 'nationalId', '198476-00031');
  type(login, 'mobile', '412 34 567');
  inside(login, 'button[type="submit"]')?.click();
  return login;
}

export const Sms: Story = {};
export const SmsAndEid: Story = { args: { account: withSettings({ login: { sms: true, eid } }) } };
export const EidOnly: Story = { args: { account: withSettings({ login: { sms: false, eid } }) } };
/** A link asks for one of the providers (P-10). */
export const OtherEidFirst: Story = {
  args: { account: withSettings({ login: { sms: true, eid } }), idp: 'buypass' },
};
/** Booking needs a login (P-34). */
export const ForBooking: Story = { args: { reason: 'booking' } };
/** The session ended in the middle of a form (P-33). */
export const SessionOver: Story = { args: { reason: 'over' } };
/** Something is missing (P-26). */
export const Incomplete: Story = {
  async play({ canvasElement }) {
    const login = canvasElement.querySelector('opus-login');
    await waitFor(() => expect(inside(login, 'button[type="submit"]')).toBeVisible());
    inside(login, 'button[type="submit"]')?.click();
    await waitFor(() => expect(inside(login, 'opus-error-summary')).toBeVisible());
  },
};
/** The same for those who are known and those who are not (P-33). */
export const Code: Story = {
  async play({ canvasElement }) {
    const login = await ask(canvasElement);
    await waitFor(() => expect(inside(login, 'opus-code-form')).toBeVisible());
  },
};
export const CodeCanBeSentAgain: Story = { ...Code, args: { resendAfter: 0 } };
export const CodeWrong: Story = {
  args: { codeFails: 'code-wrong' },
  async play({ canvasElement }) {
    const login = await ask(canvasElement);
    await waitFor(() => expect(inside(login, 'opus-code-form')).toBeVisible());
    const form = inside(login, 'opus-code-form') as Element;
    await waitFor(() => expect(inside(inside(form, '[name="code"]'), 'input')).toBeVisible());
    type(form, 'code', '000000');
    inside(form, 'button[type="submit"]')?.click();
    await waitFor(() =>
      expect(inside(inside(form, '[name="code"]'), '#error')).not.toBeEmptyDOMElement(),
    );
  },
};
export const RateLimited: Story = {
  args: { askFails: 'rate-limited' },
  async play({ canvasElement }) {
    const login = await ask(canvasElement);
    await waitFor(() => expect(inside(login, 'opus-notice')).toBeVisible());
  },
};
/** The page around is not one that the account lists. */
export const NotAllowedHere: Story = { ...RateLimited, args: { askFails: 'not-allowed' } };

type Play = NonNullable<Story['play']>;

const byEid = { account: withSettings({ login: { sms: true, eid } }) };

/** The browser opens a window with nothing in it, or none. */
const opens = (popup: { closed: boolean } | null) => () => {
  const empty = popup && { ...popup, location: { replace() {} }, close() {}, postMessage() {} };
  spyOn(window, 'open').mockReturnValue(empty as unknown as Window);
};

const chooseEid: Play = async ({ canvasElement }) => {
  const login = canvasElement.querySelector('opus-login');
  await waitFor(() => expect(inside(login, '.eids button')).toBeVisible());
  inside(login, '.eids button')?.click();
};

const waits =
  (selector: string): Play =>
  async (context) => {
    await chooseEid(context);
    const login = context.canvasElement.querySelector('opus-login');
    await waitFor(() => expect(inside(login, selector)).toBeVisible(), { timeout: 5000 });
  };

/** The provider's window is open (P-33). */
export const EidWaiting: Story = {
  args: byEid,
  beforeEach: opens({ closed: false }),
  play: waits('.lead[role="status"]'),
};
/** The window seems closed: the service is asked still, and one can begin again. */
export const EidWindowGone: Story = {
  args: byEid,
  beforeEach: opens({ closed: true }),
  async play(context) {
    await chooseEid(context);
    const login = context.canvasElement.querySelector('opus-login');
    await waitFor(
      () => expect(inside(login, '.actions button')).toHaveTextContent('Begynn på nytt'),
      { timeout: 5000 },
    );
  },
};
/** The browser let no window open: a link opens it. */
export const EidWindowBlocked: Story = {
  args: byEid,
  beforeEach: opens(null),
  play: waits('a[target="_blank"]'),
};
/** Cancelled at the provider, or nobody to be let in: the other ways remain. */
export const EidRefused: Story = {
  args: { ...byEid, eidFails: 'not-allowed' },
  beforeEach: opens({ closed: false }),
  play: waits('opus-notice'),
};
export const FiveLanguages: Story = fiveLanguages;
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper. */
export const Dark: Story = dark;
