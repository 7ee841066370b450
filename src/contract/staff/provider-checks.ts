import * as z from 'zod/mini';

/** `GET …/provider-addresses`: where providers have to send browsers back to; registered at a provider, letter by letter. */
export const ProviderAddresses = z.object({
  /** Of a provider that patients log in with (P-33). */
  patients: z.string(),
  /** Of a provider that the staff sign in at (C-02). */
  staff: z.string(),
});
export type ProviderAddresses = z.infer<typeof ProviderAddresses>;

/** `POST …/eid-provider-checks`, `POST …/sign-in-provider-checks`: an issuer that need not be stored yet. */
export const ProviderCheckRequest = z.object({ issuer: z.url().check(z.maxLength(2000)) });
export type ProviderCheckRequest = z.infer<typeof ProviderCheckRequest>;

/**
 * What the service finds at an issuer's address (OpenID Connect Discovery, 4): `fine`; `unreachable`, no answer; `no-document`, an
 * answer that describes no provider; `other-issuer`, a description of another one; `incomplete`, one without what a login by code
 * needs. Client and secret can be proved by a login alone.
 */
export const ProviderCheck = z.object({
  outcome: z.literal(['fine', 'unreachable', 'no-document', 'other-issuer', 'incomplete']),
});
export type ProviderCheck = z.infer<typeof ProviderCheck>;
