import type {
  EidProviderInput,
  EidProviderList,
  SignInProviderInput,
} from '../../../contract/index.js';
import { isEqual } from '../../../domain/is-equal.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import { linesOf } from '../../parts/lines.js';
import type { RecordSource } from '../../state/record-editor.js';

/** A provider of e-ID, by the id that `idOf` has given it. */
export const eidProviderSource = (
  api: StaffApi,
  idOf: (name: string) => string,
): RecordSource<EidProviderInput> => ({
  async read() {
    const { data, version } = await api.call('eidProvider', { id: idOf('') });
    return { data: data as EidProviderInput, version };
  },
  async store(draft, before, version) {
    const id = idOf(draft.name);
    const scope = draft.scope?.trim() ? draft.scope.trim() : undefined;
    await api.call('putEidProvider', {
      id,
      body: { ...draft, scope },
      ...(version === undefined ? { isNew: true } : { version }),
    });
    if (before.name !== undefined && before.name !== draft.name) {
      await renameOffered(api, id, draft.name);
    }
  },
});

/** The name that patients see stands in the settings, where the provider is offered. */
async function renameOffered(api: StaffApi, id: string, name: string): Promise<void> {
  const { data, version } = await api.call('settings');
  const { eid } = data.login;
  if (!eid.some((one) => one.id === id)) return;
  const renamed = eid.map((one) => (one.id === id ? { id, name } : one));
  await api.call('changeSettings', { body: { login: { eid: renamed } }, version });
}

/** Providers of e-ID, each with whether its secret is stored. */
export async function readEidProviders(api: StaffApi): Promise<EidProviderList['items']> {
  return ((await api.call('eidProviders')).data as EidProviderList).items;
}

/** A sign-in provider as it is typed: its domains one a line. */
export type SignInProviderDraft = Omit<SignInProviderInput, 'domains'> & {
  readonly domains: string;
};

/** A provider that the staff sign in at. It has no version: what another person has changed meanwhile is seen by reading it again. */
export const signInProviderSource = (
  api: StaffApi,
  idOf: (name: string) => string,
): RecordSource<SignInProviderDraft> => {
  const find = async (id: string): Promise<SignInProviderDraft | undefined> => {
    const { items } = (await api.call('signInProviders')).data;
    const found = items.find((one) => one.id === id);
    if (!found) return undefined;
    const { id: _id, hasSecret: _secret, domains, ...rest } = found;
    return { ...rest, domains: domains.join('\n') };
  };
  return {
    async read() {
      const data = await find(idOf(''));
      if (!data) throw new StaffError('not-found');
      return { data, version: undefined };
    },
    async store(draft, before) {
      const id = idOf(draft.name);
      const isNew = before.name === undefined;
      const present = await find(id);
      if (!isNew && !present) throw new StaffError('not-found');
      if (present && !isEqual(present, before)) throw new StaffError('version-conflict');
      try {
        const domains = linesOf(draft.domains).map((domain) => domain.toLowerCase());
        await api.call('putSignInProvider', { id, body: { ...draft, domains } });
      } catch (error) {
        throw asTyped(error);
      }
    },
  };
};

/** What is wrong with one of the domains is said of the field in which they all stand. */
function asTyped(error: unknown): unknown {
  if (!(error instanceof StaffError) || error.code !== 'invalid') return error;
  const fields = error.fields.map(({ path, code }) => ({
    path: path.replace(/^domains\..*/, 'domains'),
    code,
  }));
  return new StaffError('invalid', { fields });
}
