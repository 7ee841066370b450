import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import type { Market } from '../../src/contract/index.js';
import { deriveKeys } from './keys.js';
import { loginPage } from './login-page.js';
import { findTestPerson } from './test-persons.js';

/** The claim that holds the national ID, as at ID-porten. */
export const nationalIdClaim = 'pid';

/** A service that lets people log in here. */
export interface ProviderClient {
  id: string;
  /** What the provider calls itself towards this client's patients. */
  name: string;
  market: Market;
  redirectUris: string[];
  /** Whether an address beside those is the client's, too; absent: none. */
  isOwnRedirect?: (uri: URL) => boolean;
}

export interface ProviderOptions {
  /** 0: any free one. */
  port: number;
  serverKey: string;
  clients: readonly ProviderClient[];
  /** All claims in the ID token, instead of at the userinfo endpoint. */
  claimsInIdToken?: boolean;
  /** How clients show their secret; `none`: public clients. */
  authentication?: 'client_secret_basic' | 'client_secret_post' | 'none';
  /** What is told of somebody's e-mail address, for a chain's people who sign in; nothing unless given. */
  emailOf?: (subject: string) => { email: string; email_verified?: boolean };
}

/** An OpenID provider that listens on this machine. */
export interface RunningProvider {
  issuer: string;
  secretOf: (clientId: string) => string;
  close: () => Promise<void>;
}

/**
 * Starts an OpenID provider with test persons in the place of an e-ID (P-33); rejects when the port is taken. What it
 * remembers is in memory, its keys and secrets are those of `serverKey`.
 */
export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const { serverKey, clients } = options;
  const keys = deriveKeys(serverKey);
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  // The issuer is the provider's address, which is known only now.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configurationOf(options, keys));
  admitOwnRedirects(provider, clients);
  const handle = provider.callback();
  answer = (request, response) => {
    forgetSession(request);
    if (request.url === '/') {
      // Whoever looks at the address that the demo prints sees what it offers.
      response.writeHead(302, { Location: '/.well-known/openid-configuration' }).end();
      return;
    }
    if (!request.url?.startsWith('/interaction/')) return void handle(request, response);
    logIn(provider, clients, request, response).catch(() => {
      // An address that was kept, or a login whose time is up.
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('This login is over. Close the window and begin again.');
    });
  };
  return {
    issuer,
    secretOf: keys.secretOf,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    },
  };
}

function configurationOf(
  {
    clients,
    claimsInIdToken = false,
    authentication = 'client_secret_basic',
    emailOf,
  }: ProviderOptions,
  keys: ReturnType<typeof deriveKeys>,
): Configuration {
  return {
    clients: clients.map(({ id, name, redirectUris }) => ({
      client_id: id,
      client_name: name,
      redirect_uris: redirectUris,
      token_endpoint_auth_method: authentication,
      ...(authentication === 'none' ? {} : { client_secret: keys.secretOf(id) }),
      id_token_signed_response_alg: 'ES256',
    })),
    clientAuthMethods: [authentication],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'name', nationalIdClaim],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: !claimsInIdToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    // Every client is the clinic's own service: there is nothing more to consent to.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session!.accountId!,
        clientId: oidc.client!.clientId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    findAccount(_context, subject) {
      const person = findTestPerson(subject);
      if (!person) return undefined;
      const { firstName, lastName, nationalId } = person;
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          given_name: firstName,
          family_name: lastName,
          name: `${firstName} ${lastName}`,
          [nationalIdClaim]: nationalId,
          ...emailOf?.(subject),
        }),
      };
    },
  };
}

/** Beside the addresses that a client has told, those that it calls its own: a page's name may change while the provider runs. */
function admitOwnRedirects(provider: Provider, clients: readonly ProviderClient[]): void {
  const { prototype } = provider.Client as unknown as {
    prototype: { clientId: string; redirectUriAllowed: (uri: string) => boolean };
  };
  const isTold = prototype.redirectUriAllowed;
  prototype.redirectUriAllowed = function (uri) {
    if (isTold.call(this, uri)) return true;
    const client = clients.find(({ id }) => id === this.clientId);
    return URL.canParse(uri) && (client?.isOwnRedirect?.(new URL(uri)) ?? false);
  };
}

/** An e-ID asks each time: the provider's own session, which would ask whether to leave it, is never looked at. */
function forgetSession({ headers }: IncomingMessage): void {
  const cookies = (headers.cookie ?? '').split(/;\s*/);
  headers.cookie = cookies.filter((cookie) => !cookie.startsWith('_session')).join('; ');
}

/** The login page, and what its form says. */
async function logIn(
  provider: Provider,
  clients: readonly ProviderClient[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const client = clients.find(({ id }) => id === params.client_id);
  if (!client) throw new Error('An interaction has a client.');
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    });
    response.end(loginPage(client.name, client.market));
    return;
  }
  const form = new URLSearchParams(await bodyOf(request));
  const person = findTestPerson(form.get('person') ?? '');
  const result =
    form.get('do') === 'login' && person
      ? { login: { accountId: person.subject } }
      : { error: 'access_denied', error_description: 'The patient turned round.' };
  await provider.interactionFinished(request, response, result);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) throw new Error('A form of this page is small.');
  }
  return text;
}
