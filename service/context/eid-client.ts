/** How the service is known to an OpenID provider. */
export interface EidAccess {
  issuer: string;
  clientId: string;
  /** Null: a public client. */
  clientSecret: string | null;
  scope: string;
}

/** Secrets that tie an answer of the provider to one login. */
export interface EidTies {
  /** PKCE, RFC 7636. */
  verifier: string;
  nonce: string;
  state: string;
}

/** What is found at the address of an issuer, as the contract's `ProviderCheck` has it. */
export type IssuerState = 'fine' | 'unreachable' | 'no-document' | 'other-issuer' | 'incomplete';

/** How a visit to the provider ended. */
export type EidOutcome =
  | { kind: 'identified'; claims: Readonly<Record<string, unknown>> }
  /** The patient cancelled at the provider. */
  | { kind: 'cancelled' }
  /** Any other end; `error` is for the service's log. */
  | { kind: 'failed'; error: unknown };

/**
 * The OpenID Connect client that the host brings (P-33). The service itself has none, since it also runs inside a page,
 * where nobody can be sent to a provider.
 */
export interface EidClient {
  /** The provider's address to send the browser to; rejects when the provider is out of reach. `lang` as in BCP 47. */
  authorizationUrl: (
    access: EidAccess,
    ties: EidTies,
    redirectUri: string,
    lang: string,
  ) => Promise<string>;
  /** Trades the code of a callback for claims that were checked: signature, issuer, audience, nonce. Never rejects. */
  identify: (
    access: EidAccess,
    ties: EidTies,
    callbackUrl: URL,
    nationalIdClaim: string,
  ) => Promise<EidOutcome>;
  /** Reads an issuer's description anew; never rejects. */
  look: (issuer: string) => Promise<IssuerState>;
}
