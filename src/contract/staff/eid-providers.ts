import * as z from 'zod/mini';
import { Id } from '../primitives.js';
import { Name } from './fields.js';

/** `PUT …/eid-providers/{id}`: an OpenID provider that patients of the account may log in with (P-33). */
export const EidProviderInput = z.object({
  name: Name,
  /** `https`, except in demo mode on this machine. */
  issuer: z.url(),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Never answered. Absent keeps the stored one, as long as issuer and client are the same; none: a public client. */
  clientSecret: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** What is asked for, `openid` always among it; `openid profile` unless told. */
  scope: z.optional(z.string().check(z.regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/), z.maxLength(500))),
  /** The claim that holds the national ID, such as `pid`, or the path to it, such as `nin.value`. */
  nationalIdClaim: z.string().check(z.minLength(1), z.maxLength(100)),
});
export type EidProviderInput = z.infer<typeof EidProviderInput>;

export const EidProviderSetup = z.extend(z.omit(EidProviderInput, { clientSecret: true }), {
  id: Id,
  hasSecret: z.boolean(),
});
export type EidProviderSetup = z.infer<typeof EidProviderSetup>;

/** `items` are the same: every list of staff has them. */
export const EidProviderList = z.object({
  providers: z.array(EidProviderSetup),
  items: z.array(EidProviderSetup),
});
export type EidProviderList = z.infer<typeof EidProviderList>;
