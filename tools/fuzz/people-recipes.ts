// Right calls of every operation about people of the staff, their ways in, and API keys.
import type { PasskeyOptions, SignInStarted } from '../../src/contract/index.js';
import { Authenticator } from '../../test/service/support/authenticator.js';
import { sampleBody } from '../../test/service/support/staff-bodies.js';
import type { Context, Parts, Recipe } from './context.js';
import { asHost } from './staff-keys.js';
import { addMember, chainDomain, consoleOrigin, type Member } from './world.js';

const by = ({ token }: Pick<Member, 'token'>) => ({ Authorization: `Bearer ${token}` });
const member = ({ service, account }: Context) => addMember(service, account.id);

/** A call of somebody new, about themselves. */
const byMember =
  (name?: string): Recipe =>
  async (context) => ({
    headers: by(await member(context)),
    ...(name ? { body: sampleBody(name) } : {}),
  });

/** A call about somebody new. */
const about =
  (name?: string): Recipe =>
  async (context) => ({
    headers: asHost,
    ids: { id: (await member(context)).id },
    ...(name ? { body: personBody(context) } : {}),
  });

const personBody = ({ next }: Context) => ({
  name: 'Kari Berg',
  email: `kari-${next()}@clinic.test`,
  roles: [{ role: 'reception', clinics: ['west'] }, { role: 'clinician' }],
  clinician: 'anne',
  language: 'sv',
});

const newDevice = () => new Authenticator(consoleOrigin, new URL(consoleOrigin).hostname);

/** What somebody new sends to add a passkey, and what they have then. */
async function adding(context: Context) {
  const headers = by(await member(context));
  const options = await context.call<PasskeyOptions>('staff_beginPasskey', { headers });
  const device = newDevice();
  const body = { id: options.id, name: 'Phone', credential: device.create(options) };
  return { device, parts: { headers, body } };
}

async function ofPasskey(context: Context): Promise<Parts> {
  const { parts } = await adding(context);
  const { id } = await context.call<{ id: string }>('staff_addPasskey', parts);
  return { headers: parts.headers, ids: { id } };
}

export const peopleRecipes: Readonly<Record<string, Recipe>> = {
  me: byMember(),
  testMessageText: async (context) => ({
    headers: by(await addMember(context.service, context.account.id, 'administrator')),
    ids: { id: 'booked-email-nb' },
    body: { subject: 'Hei', text: 'Time hos [CLINIC_NAME]' },
  }),
  changeMe: byMember('changeMe'),
  person: about(),
  putPerson: about('putPerson'),
  deletePerson: about(),
  invitePerson: about(),
  endSessionsOfPerson: about(),
  acceptInvitation: async (context) => {
    await context.call('staff_invitePerson', await about()(context));
    await context.service.settled();
    const text = context.service.sent.findLast((one) => one.text.includes('#invitation='))?.text;
    return { body: { token: /#invitation=([\w-]+)/.exec(text ?? '')?.[1] ?? '' } };
  },
  beginSignIn: async (context) => ({ body: { email: (await member(context)).email, lang: 'fi' } }),
  enterSignInCode: async (context) => {
    const { email } = await member(context);
    const begun = await context.call<SignInStarted>('staff_beginSignIn', { body: { email } });
    await context.service.settled();
    const { text = '' } = context.service.sent.findLast(({ to }) => to === email) ?? {};
    return {
      ids: { id: begun.id },
      headers: { 'Login-Token': begun.token },
      body: { code: /\d{6}/.exec(text)?.[0] ?? '' },
    };
  },
  beginProviderSignIn: () => ({ body: { email: `kari@${chainDomain}` } }),
  beginPasskeySignIn: () => ({}),
  endPasskeySignIn: async (context) => {
    const { device, parts } = await adding(context);
    await context.call('staff_addPasskey', parts);
    const options = await context.call<PasskeyOptions>('staff_beginPasskeySignIn', {});
    return { ids: { id: options.id }, body: { credential: device.get(options) } };
  },
  signOut: byMember(),
  staffSessions: byMember(),
  endSession: async (context) => {
    const headers = by(await member(context));
    const { items } = await context.call<{ items: { id: string }[] }>('staff_staffSessions', {
      headers,
    });
    return { headers, ids: { id: items[0]!.id } };
  },
  endSessions: byMember(),
  passkeys: byMember(),
  beginPasskey: byMember(),
  addPasskey: async (context) => (await adding(context)).parts,
  renamePasskey: async (context) => ({
    ...(await ofPasskey(context)),
    body: sampleBody('renamePasskey'),
  }),
  deletePasskey: ofPasskey,
  deleteKey: async (context) => {
    const { id } = await context.call<{ id: string }>('staff_createKey', {
      headers: asHost,
      body: sampleBody('createKey'),
    });
    return { headers: asHost, ids: { id } };
  },
};
