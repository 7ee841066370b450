import * as z from 'zod/mini';
import { WebAddress } from './login.js';
import { Id, Language } from './primitives.js';

// What a page sends for logging in and with a session. Apart from the answers, as a page checks only those.

/** `POST /logins` (P-33): answered alike for known and unknown patients. */
export const LoginRequest = z.object({
  nationalId: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
  mobile: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
  /** Language of the message with the code; else that of the account's own texts. */
  lang: z.optional(Language),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

/** `POST /session/code/send`: a mobile only where none is on file; it is kept there, as e-ID vouches for it. */
export const SessionCodeRequest = z.object({
  mobile: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(32))),
  lang: z.optional(Language),
});
export type SessionCodeRequest = z.infer<typeof SessionCodeRequest>;

/** `POST /logins/eid`: `returnOrigin` is the calling page's origin, one of the account's list. */
export const EidRequest = z.object({
  idp: Id,
  returnOrigin: WebAddress,
  /** Language of the pages in the window; else that of the account's own texts. */
  lang: z.optional(Language),
});
export type EidRequest = z.infer<typeof EidRequest>;

/**
 * `POST /logins/eid/redirect`, for pages on the service's own origin: `returnPath` is path and query of the page that the
 * browser is sent back to; it fetches the session there with `POST /logins/eid/return`.
 */
export const EidRedirectRequest = z.object({
  idp: Id,
  returnPath: z.string().check(z.regex(/^\/[^\s\\]*$/), z.maxLength(2000)),
  /** Language at the provider; else that of the account's own texts. */
  lang: z.optional(Language),
});
export type EidRedirectRequest = z.infer<typeof EidRedirectRequest>;

export const MoveRequest = z.object({ hold: z.string().check(z.maxLength(64)) });
export type MoveRequest = z.infer<typeof MoveRequest>;
