import { nationalIdClaim, startProvider } from '../../../demo/provider/start-provider.js';
import type { RunningProvider } from '../../../demo/provider/start-provider.js';
import { putEidProvider } from '../../../service/store/eid-providers.js';
import { inAccount } from '../../../service/store/database.js';
import type { EidStarted, Problem, Session } from '../../../src/contract/index.js';
import type { ClinicOptions } from './clinic-fixture.js';
import { setUpClinic } from './clinic-fixture.js';
import { EidBrowser, serviceOrigin } from './eid-browser.js';
import type { Answer, TestService } from './service.js';
import { serverKey } from './service.js';
import type { TestDatabase } from './test-database.js';

/** Where the clinic's page lies. */
export const pageOrigin = 'https://clinic.example';

type ProviderOptions = Partial<Parameters<typeof startProvider>[0]>;

/** A real OpenID provider for the accounts "demo" (NO), "other" (NO) and "swedish" (SE). */
export function startTestProvider(options: ProviderOptions = {}): Promise<RunningProvider> {
  return startProvider({
    port: 0,
    serverKey,
    clients: [
      { id: 'demo', name: 'BankID (test)', market: 'NO' },
      { id: 'other', name: 'BankID (test)', market: 'NO' },
      { id: 'swedish', name: 'Freja (test)', market: 'SE' },
    ].map((client) => ({
      ...client,
      market: client.market as 'NO' | 'SE',
      redirectUris: [`${serviceOrigin}/v1/eid/callback`],
    })),
    ...options,
  });
}

/** A clinic whose patients may log in at the provider. */
export async function setUpEidClinic(
  { db }: TestDatabase,
  { issuer, secretOf }: RunningProvider,
  { id = 'demo', ...options }: ClinicOptions & { isPublic?: boolean } = {},
): Promise<void> {
  await setUpClinic(db, {
    ...options,
    id,
    settings: {
      allowedOrigins: [pageOrigin],
      login: { on: true, sms: false, eid: [{ id: 'bankid', name: 'BankID (test)' }] },
      ...options.settings,
    },
  });
  await inAccount(db, id, (tx) =>
    putEidProvider(tx, id, 'bankid', {
      name: 'BankID (test)',
      issuer,
      clientId: id,
      ...(options.isPublic ? {} : { clientSecret: secretOf(id) }),
      nationalIdClaim,
    }),
  );
}

/** What `POST /logins/eid` answered. */
export type BeginAnswer = Answer<EidStarted & Problem>;

/** The steps of a login as page and window take them. */
export function eidSteps(service: TestService) {
  const begin = (change: object = {}, headers: Record<string, string> = {}, account = 'demo') =>
    service.request<EidStarted & Problem>(`/v1/accounts/${account}/logins/eid`, {
      json: { idp: 'bankid', returnOrigin: pageOrigin, ...change },
      headers: { Origin: pageOrigin, ...headers },
    });
  /** What the window's page does once its opener gave it the token. */
  const showToken = (
    browser: EidBrowser,
    { url, token }: Pick<EidStarted, 'url' | 'token'>,
    headers: Record<string, string> = {},
  ) =>
    browser.send(url, {
      method: 'POST',
      headers: {
        Origin: serviceOrigin,
        'Sec-Fetch-Site': 'same-origin',
        'Login-Token': token,
        ...headers,
      },
    });
  const exchange = (
    { id, token }: Pick<EidStarted, 'id' | 'token'>,
    account = 'demo',
  ): Promise<Answer<Session & Problem>> =>
    service.request(`/v1/accounts/${account}/logins/eid/${id}/exchange`, {
      method: 'POST',
      headers: { 'Login-Token': token, Origin: pageOrigin },
    });
  /** The address at the provider of a window that showed the token. */
  const providerUrlFor = async (browser: EidBrowser, started: EidStarted) => {
    const { status, text } = await showToken(browser, started);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return (JSON.parse(text) as { url: string }).url;
  };
  return {
    begin,
    showToken,
    exchange,
    providerUrlFor,
    /** A whole way in a browser: until the callback has been visited. */
    async goThrough(person: string, { account = 'demo', lang = 'nb' } = {}) {
      const browser = new EidBrowser(service);
      const { body: started } = await begin({ lang }, {}, account);
      const url = await providerUrlFor(browser, started);
      const callback = await browser.logInAtProvider(url, person);
      return { browser, started, url, callback, page: await browser.send(callback) };
    },
  };
}
