import * as z from 'zod/mini';
import { Id } from '../primitives.js';
import { Name } from './fields.js';
import { StaffEmail } from './people.js';

const Domain = z
  .string()
  .check(z.maxLength(253), z.regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/));

/** `PUT …/sign-in-providers/{id}`: an OpenID provider that a chain's people sign in at (C-02). */
export const SignInProviderInput = z.object({
  name: Name,
  /** What stands after the @ in the addresses that the provider vouches for; each at one provider. */
  domains: z.array(Domain).check(z.minLength(1), z.maxLength(50)),
  /** `https`, except in demo mode on this machine. */
  issuer: z.url(),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Never answered. Absent keeps the stored one, as long as issuer and client are the same; none: a public client. */
  clientSecret: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
});
export type SignInProviderInput = z.infer<typeof SignInProviderInput>;

export const SignInProvider = z.extend(z.omit(SignInProviderInput, { clientSecret: true }), {
  id: Id,
  hasSecret: z.boolean(),
});
export type SignInProvider = z.infer<typeof SignInProvider>;

export const SignInProviderList = z.object({ items: z.array(SignInProvider) });
export type SignInProviderList = z.infer<typeof SignInProviderList>;

/** `POST …/sign-ins/provider`: the page goes to `url`, and comes back to the console signed in. */
export const ProviderSignInRequest = z.object({ email: StaffEmail });
export type ProviderSignInRequest = z.infer<typeof ProviderSignInRequest>;

export const ProviderSignIn = z.object({
  url: z.string(),
  /** What the provider is called, for a button. */
  name: z.string(),
});
export type ProviderSignIn = z.infer<typeof ProviderSignIn>;
