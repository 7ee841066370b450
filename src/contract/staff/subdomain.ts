import * as z from 'zod/mini';
import { Id, Instant } from '../primitives.js';

/** What the platform keeps for itself: its own hosts, what mail and browsers look for by themselves, and roles (RFC 2142). */
const reserved =
  ' www console api app apps admin administrator demo test staging dev beta preview sandbox status health ' +
  'mail email smtp imap pop pop3 mx webmail autodiscover autoconfig ns ns1 ns2 ns3 dns ftp sftp ssh vpn proxy gateway ' +
  'cdn static assets img images files media download downloads embed widget hosted docs help support kundeservice blog ' +
  'shop pay billing login logout signin auth sso oauth oidc id eid account accounts konto user users staff ' +
  'marketplace bokavard opus opusdental opus-dental online platform booking book ' +
  'root system security abuse postmaster hostmaster webmaster info noreply no-reply ' +
  'localhost local wpad isatap broadcasthost ';

/** A name as it is stored: host names do not tell large letters from small ones. */
export function toSiteName(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * What keeps a name from being the first label of a host name (RFC 1123, 2.1; RFC 5891, 4.2.3.1), or from being an account's, by
 * the code of the problem; whether it is free is another question.
 */
export function siteNameProblem(
  name: string,
): 'empty' | 'label-length' | 'label-characters' | 'label-hyphen' | 'reserved' | undefined {
  if (name === '') return 'empty';
  if (name.length > 63) return 'label-length';
  if (!/^[a-z0-9-]+$/.test(name)) return 'label-characters';
  // Two hyphens after two letters say that the name is written in another script, as `xn--` does.
  if (/^-|-$|^..--/.test(name)) return 'label-hyphen';
  return reserved.includes(` ${name} `) ? 'reserved' : undefined;
}

/** `GET …/subdomain` (S-03). */
export const Subdomain = z.object({
  /** What stands before the domain in the address of the page. */
  name: Id,
  /** Where accounts have their pages, `{name}` in the place of the name; absent where the service does not know. */
  address: z.optional(z.string()),
  /** Former names that still lead to the present one, and until when. */
  former: z.array(z.object({ name: Id, until: Instant })),
});
export type Subdomain = z.infer<typeof Subdomain>;

/** `PUT …/subdomain`: the name before the domain. All else of what `GET` answered may be there, and is not read. */
export const SubdomainChange = z.extend(z.partial(Subdomain), {
  name: z.string().check(z.maxLength(255)),
});
export type SubdomainChange = z.infer<typeof SubdomainChange>;

/** `GET …/subdomains/{name}`: `yours` is the present name, and any former one that nobody else may take. */
export const SubdomainState = z.object({
  name: Id,
  state: z.enum(['free', 'taken', 'reserved', 'yours']),
});
export type SubdomainState = z.infer<typeof SubdomainState>;
