import * as openId from 'openid-client';
import type { EidAccess, EidClient, EidOutcome, IssuerState } from '../context/eid-client.js';
import { createPublicFetch } from './public-fetch.js';

/** Seconds until a provider counts as out of reach. */
const patience = 10;
/** How long a provider's description is good for, milliseconds. */
const keptFor = 3_600_000;
const maxKept = 1000;

/** A failure at a provider; its name says what went wrong, since messages are not logged. */
class EidProviderError extends Error {
  override readonly name: string;

  constructor(cause: unknown) {
    super('The OpenID provider and the service do not understand each other.', { cause });
    const { error, code } = (cause ?? {}) as { error?: unknown; code?: unknown };
    const reason = [error, code].find(
      (text) => typeof text === 'string' && /^[\w.-]{1,60}$/.test(text),
    );
    this.name = `EidProviderError ${String(reason ?? 'unknown')}`;
  }
}

export interface EidClientOptions {
  /** Plain `http` too, and providers on this machine. */
  isDemo?: boolean;
  /** Hosts in a private network, with their ports, that clinics may name. */
  privateHosts?: readonly string[];
}

/** An OpenID Connect client by openid-client, of providers that clinics name: on the public Internet, but for those of `privateHosts`. */
export function createEidClient({
  isDemo = false,
  privateHosts = [],
}: EidClientOptions = {}): EidClient {
  const send = isDemo ? undefined : createPublicFetch(privateHosts);
  const known = new Map<string, { at: number; made: Promise<openId.Configuration> }>();

  function configurationOf(access: EidAccess): Promise<openId.Configuration> {
    const key = JSON.stringify([access.issuer, access.clientId, access.clientSecret]);
    const found = known.get(key);
    if (found && Date.now() - found.at < keptFor) return found.made;
    const made = discover(access, isDemo, send);
    if (known.size >= maxKept) known.clear();
    known.set(key, { at: Date.now(), made });
    // A provider that was away is asked again.
    made.catch(() => known.delete(key));
    return made;
  }

  return {
    async authorizationUrl(access, ties, redirectUri, lang) {
      try {
        const configuration = await configurationOf(access);
        const scopes = new Set(['openid', ...access.scope.split(' ')]);
        return openId.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri,
          scope: [...scopes].join(' '),
          code_challenge: await openId.calculatePKCECodeChallenge(ties.verifier),
          code_challenge_method: 'S256',
          nonce: ties.nonce,
          state: ties.state,
          // Whoever logged out must not be logged in again by whoever sits down next.
          prompt: 'login',
          ui_locales: lang,
        }).href;
      } catch (error) {
        throw new EidProviderError(error);
      }
    },

    async identify(access, ties, callbackUrl, nationalIdClaim): Promise<EidOutcome> {
      try {
        const configuration = await configurationOf(access);
        const tokens = await openId.authorizationCodeGrant(configuration, callbackUrl, {
          pkceCodeVerifier: ties.verifier,
          expectedNonce: ties.nonce,
          expectedState: ties.state,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        if (claims[nationalIdClaim] !== undefined) return { kind: 'identified', claims };
        const more = await openId.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return { kind: 'identified', claims: { ...more, ...claims } };
      } catch (error) {
        const isCancelled =
          error instanceof openId.AuthorizationResponseError && error.error === 'access_denied';
        return isCancelled
          ? { kind: 'cancelled' }
          : { kind: 'failed', error: new EidProviderError(error) };
      }
    },

    look: (issuer) => look(issuer, isDemo, send),
  };
}

function discover(
  { issuer, clientId, clientSecret }: EidAccess,
  isDemo: boolean,
  send: openId.CustomFetch | undefined,
): Promise<openId.Configuration> {
  const url = new URL(issuer);
  const authentication = clientSecret ? withSecret(clientSecret) : openId.None();
  return openId.discovery(url, clientId, clientSecret ?? undefined, authentication, {
    timeout: patience,
    ...(send ? { [openId.customFetch]: send } : {}),
    execute: [
      // The signature too, not only the connection that the ID token came over.
      openId.enableNonRepudiationChecks,
      ...(isDemo && url.protocol === 'http:' ? [openId.allowInsecureRequests] : []),
    ],
  });
}

/** Answers that describe no provider, by the codes of openid-client. */
const noDocument = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
]);

async function look(
  issuer: string,
  isDemo: boolean,
  send: openId.CustomFetch | undefined,
): Promise<IssuerState> {
  const access = { issuer, clientId: 'nobody', clientSecret: null, scope: 'openid' };
  try {
    const found = (await discover(access, isDemo, send)).serverMetadata();
    const { authorization_endpoint, token_endpoint, jwks_uri, response_types_supported } = found;
    const hasCode = response_types_supported?.includes('code') ?? true;
    return authorization_endpoint && token_endpoint && jwks_uri && hasCode ? 'fine' : 'incomplete';
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'other-issuer';
    return noDocument.has(code) ? 'no-document' : 'unreachable';
  }
}

/** Shows the secret in the way that the provider takes; one that says nothing takes "basic" (OpenID Connect Discovery §3). */
function withSecret(secret: string): openId.ClientAuth {
  const [post, basic] = [openId.ClientSecretPost(secret), openId.ClientSecretBasic(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_post') ? post : basic)(server, ...rest);
  };
}
