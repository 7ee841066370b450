import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/console/define.js';
import '../src/console/pages/guide/define.js';
import '../src/console/pages/own/define.js';
import '../src/console/pages/own/offer/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { consoleStyles } from '../src/console/look/console-styles.js';
import { switchField, textField } from '../src/console/parts/fields.js';
import { Session } from '../src/console/state/session.js';
import type { SessionState } from '../src/console/state/session.js';
import { accountAnswers as answers } from './fixtures/clinic-account.js';
import { emptyCatalogue } from './fixtures/clinic-catalogue.js';
import { consoleMeta, find, show, thenDo } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

/** Signing in, the first steps, the own account, and the fields that all pages share. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Shell' };
export default meta;
type Story = ConsoleStory;

const session = new Session({
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
});
const signIn = (part: Partial<SessionState>) =>
  show(() => {
    const state: SessionState = { ...session.state, status: 'signed-out', ...part };
    return html`<opus-console-sign-in
      .session=${session}
      .state=${state}
      .accountName=${'Opus Dental Klinikken'}
    ></opus-console-sign-in>`;
  });
const started = { id: '1', token: 't', resendAfter: 30, expiresIn: 600 };

export const SignIn: Story = signIn({});
export const SignInFiveLanguages: Story = { ...SignIn, ...fiveLanguages };
export const SignInCode: Story = signIn({ started });
export const SignInWrongCode: Story = signIn({
  ...{ started, failure: new StaffError('code-wrong', { triesLeft: 2 }) },
});
/** Over the page where a session ended. */
export const SignInEnded: Story = signIn({ status: 'ended' });
export const SignInUsedInvitation: Story = signIn({ arrivalProblem: 'invitation' });
export const SignInDemo: Story = signIn({
  demoPeople: [
    { id: '1', name: 'Ingrid Solberg', roles: [{ role: 'owner' }] },
    { id: '2', name: 'Ola Vik', roles: [{ role: 'reception' }, { role: 'publisher' }] },
  ],
});

/** Nobody is signed in, and no service answers. */
export const ConsoleWithoutService: Story = thenDo(
  show(
    () =>
      html`<opus-console
        account="opusdentalklinikken"
        lang="nb"
        .fetch=${() => Promise.reject(new TypeError('Failed to fetch'))}
      ></opus-console>`,
  ),
  async ({ canvasElement }) => void (await find(canvasElement, 'opus-console-sign-in')),
);

const guide = () => html`<opus-console-guide></opus-console-guide>`;
/** What is missing of a clinic that has nearly all. */
export const Guide: Story = show(guide, answers);
export const GuideNarrow: Story = { ...Guide, ...narrow };
export const GuideDark: Story = { ...Guide, ...dark };
/** An account that has just been made. */
export const GuideFirst: Story = show(guide, {
  ...{ ...answers, ...emptyCatalogue },
  ...{ workingTime: { workingTime: [] }, preblocks: { preblocks: [] }, passkeys: { items: [] } },
});

const own = () => html`<opus-console-own></opus-console-own>`;
/** Passkeys, and where one is signed in. */
export const Own: Story = show(own, answers);
export const OwnWithoutPasskey: Story = show(own, { ...answers, passkeys: { items: [] } });

/** Whoever came by a code is offered a quicker way. */
export const PasskeyOffer: Story = thenDo(
  show(() => html`<opus-console-passkey-offer></opus-console-passkey-offer>`, {
    passkeys: { items: [] },
  }),
  async ({ canvasElement }) => {
    const offer = await find(canvasElement, '.offer');
    await waitFor(() => expect(offer).toBeVisible());
  },
);

const values: Record<string, unknown> = {
  ...{ name: 'Sentrum', email: 'sentrum@', weekendBooking: true, text: '' },
};
const form = {
  valueOf: (path: string) => values[path],
  set: () => undefined,
  problemOf: (path: string) => (path === 'email' ? 'format' : undefined),
};
const field = (path: string, label: string) => ({
  ...{ form, path, label },
  problemText: () => 'Ser ikke riktig ut.',
});

/** What is right, what is wrong, what can't be changed and why, and a switch with its explanation. */
export const RecordFields: Story = show(
  () =>
    html`<style>
        ${consoleStyles.cssText}
      </style>
      <div class="fields">
        ${textField({ ...field('name', 'Navn'), required: true })}
        ${textField({ ...field('email', 'E-post'), type: 'email' })}
        ${textField({ ...field('text', 'Tekst'), rows: 3, placeholder: 'Standardteksten', hint: 'Vises for pasientene.' })}
        ${textField({ ...field('name2', 'Underdomene'), reason: 'Du trenger retten «endre innstillinger» for dette.' })}
        ${switchField({ ...field('weekendBooking', 'Timer i helgen'), hint: 'Lørdager og søndager kan bookes.' })}
        ${switchField({ ...field('off', 'Innlogging'), reason: 'Slå på SMS eller e-ID først.' })}
      </div>`,
);
