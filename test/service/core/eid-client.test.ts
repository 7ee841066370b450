import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { startTestProvider } from '../support/eid-clinic.js';
import { EidBrowser, serviceOrigin } from '../support/eid-browser.js';
import type { TestService } from '../support/service.js';
import { createEidClient } from '../../../service/node/eid-client.js';
import type { EidTies } from '../../../service/context/eid-client.js';

const ties: EidTies = { verifier: 'v'.repeat(43), nonce: 'n'.repeat(43), state: 's' };
const callback = `${serviceOrigin}/v1/eid/callback`;

function newKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' } };
}

function tokenOf(claims: object, key: KeyObject, alg = 'ES256'): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg })}.${part(claims)}`;
  if (alg === 'none') return `${text}.`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const own = newKeys();
const seconds = () => Math.floor(Date.now() / 1000);
let token = '';
const usual = () => ({
  iss: issuer,
  aud: 'demo',
  sub: 'no-1',
  nonce: ties.nonce,
  iat: seconds(),
  exp: seconds() + 60,
  pid: '14845823023',
});

/** A provider that answers with whatever ID token it is told to. */
const forger = createServer((request, response) => {
  const answers: Record<string, object> = {
    '/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    },
    '/jwks': { keys: [own.jwk] },
    // Providers of their own below it, each wrong in a way.
    '/other/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/jwks` },
    '/little/.well-known/openid-configuration': {
      issuer: `${issuer}/little`,
      authorization_endpoint: `${issuer}/auth`,
    },
    '/token': { access_token: 'access', token_type: 'Bearer', id_token: token },
  };
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
}).listen(0, '127.0.0.1');
await once(forger, 'listening');
after(() => forger.close().closeAllConnections());
const issuer = `http://127.0.0.1:${(forger.address() as AddressInfo).port}`;

const access = { issuer, clientId: 'demo', clientSecret: 'secret', scope: 'openid profile' };
const client = createEidClient({ isDemo: true });
const identify = (search: string) =>
  client.identify(access, ties, new URL(`${callback}?${search}`), 'pid');

describe('the OpenID Connect client', () => {
  it('[P-33] believes an ID token that the provider signed for this login', async () => {
    token = tokenOf(usual(), own.privateKey);
    const outcome = await identify('code=c&state=s');
    assert.equal(outcome.kind, 'identified', JSON.stringify(outcome));
    assert.equal(outcome.kind === 'identified' && outcome.claims.pid, '14845823023');
  });

  it('[P-33] believes none that is forged, for others, old, or of another login', async () => {
    const key = own.privateKey;
    const forged: [what: string, token: string][] = [
      ['signed by somebody else', tokenOf(usual(), newKeys().privateKey)],
      ['not signed', tokenOf(usual(), key, 'none')],
      ['changed after signing', changed(tokenOf(usual(), key))],
      ['for another client', tokenOf({ ...usual(), aud: 'other' }, key)],
      ['of another issuer', tokenOf({ ...usual(), iss: 'https://id.example' }, key)],
      ['too old', tokenOf({ ...usual(), exp: seconds() - 120 }, key)],
      ['of another login', tokenOf({ ...usual(), nonce: 'm'.repeat(43) }, key)],
      ['without nonce', tokenOf({ ...usual(), nonce: undefined }, key)],
      ['no token', 'abc'],
    ];
    for (const [what, text] of forged) {
      token = text;
      assert.equal((await identify('code=c&state=s')).kind, 'failed', what);
    }
  });

  it('[P-33] tells who turned round from what went wrong, and believes neither under another state', async () => {
    assert.equal((await identify('error=access_denied&state=s')).kind, 'cancelled');
    assert.equal((await identify('error=server_error&state=s')).kind, 'failed');
    token = tokenOf(usual(), own.privateKey);
    for (const search of ['error=access_denied&state=t', 'code=c&state=t', 'code=c', 'state=s']) {
      assert.equal((await identify(search)).kind, 'failed', search);
    }
  });

  it('[N-02] names what went wrong without a value of the request in it', async () => {
    token = 'abc';
    const outcome = await identify('code=the-code&state=s');
    assert.ok(outcome.kind === 'failed' && outcome.error instanceof Error);
    assert.match(outcome.error.name, /^EidProviderError [\w.-]+$/);
    assert.doesNotMatch(outcome.error.name, /the-code|secret/);
  });

  it('[N-02] speaks plain http with nobody outside a demo', async () => {
    const strict = createEidClient();
    await assert.rejects(strict.authorizationUrl(access, ties, callback, 'nb'), {
      name: /^EidProviderError/,
    });
  });

  it('[P-33] tells what is found at an address', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    for (const [address, state] of [
      [issuer, 'fine'],
      [`${issuer}/other`, 'other-issuer'],
      [`${issuer}/little`, 'incomplete'],
      [`${issuer}/nothing`, 'no-document'],
      [`http://127.0.0.1:${port}`, 'unreachable'],
    ] as const) {
      assert.equal(await client.look(address), state, address);
    }
  });

  it('[P-33] asks a provider that was away again', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    const away = { ...access, issuer: `http://localhost:${port}`, clientSecret: null };
    await assert.rejects(client.authorizationUrl(away, ties, callback, 'nb'));
    const back = await startTestProvider({ port });
    after(() => back.close());
    const url = await client.authorizationUrl(away, ties, callback, 'sv');
    assert.equal(new URL(url).searchParams.get('ui_locales'), 'sv');
    assert.equal(new URL(url).searchParams.get('scope'), 'openid profile');
  });

  it('[P-33] shows its secret as the provider wants it, has none where there is none, and finds claims in both places', async () => {
    for (const authentication of ['client_secret_basic', 'client_secret_post', 'none'] as const) {
      const provider = await startTestProvider({
        authentication,
        claimsInIdToken: authentication === 'none',
      });
      const real = {
        issuer: provider.issuer,
        clientId: 'demo',
        clientSecret: authentication === 'none' ? null : provider.secretOf('demo'),
        scope: 'profile',
      };
      // Never asked: the callback's address is all that is wanted.
      const browser = new EidBrowser({} as TestService);
      const url = await client.authorizationUrl(real, ties, callback, 'nb');
      const back = new URL(await browser.logInAtProvider(url, 'no-1'));
      const outcome = await client.identify(real, ties, back, 'pid');
      assert.equal(outcome.kind, 'identified', `${authentication} ${JSON.stringify(outcome)}`);
      assert.equal(outcome.kind === 'identified' && outcome.claims.pid, '14845823023');
      await provider.close();
    }
  });
});

/** The same token for another person, with the signature of the first. */
function changed(text: string): string {
  const [head = '', body = '', signature = ''] = text.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const other = Buffer.from(JSON.stringify({ ...claims, pid: '21866412003' }));
  return [head, other.toString('base64url'), signature].join('.');
}
