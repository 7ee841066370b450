/**
 * What is wrong with a text that is no e-mail address: `empty` · `characters` a space, comma, quote or bracket ·
 * `at-sign` none or several · `local-part` the part before @ · `domain` the part after it · `length` over 254 characters ·
 * `letters` the part before @ has letters beyond ASCII, which the service cannot send to.
 */
export type EmailReason =
  'empty' | 'characters' | 'at-sign' | 'local-part' | 'domain' | 'length' | 'letters';

export type EmailResult =
  { ok: true; value: { email: string } } | { ok: false; reason: EmailReason };

/**
 * Reads an e-mail address as mail servers in use take it: stricter than RFC 5322 (no quotes, comments, address literals),
 * any script allowed. The domain comes out in lower case; whether the address works only a message can tell.
 */
export function parseEmail(text: string): EmailResult {
  const wrong = (reason: EmailReason): EmailResult => ({ ok: false, reason });
  const clean = text.replace(/\p{Cf}/gu, '').trim();
  if (!clean) return wrong('empty');
  if (/[\s\p{C}"(),:;<>[\\\]]/u.test(clean)) return wrong('characters');
  const [local = '', domain = '', ...more] = clean.split('@');
  if (!clean.includes('@') || more.length) return wrong('at-sign');
  if (!/^[^.]+(\.[^.]+)*$/.test(local) || local.length > 64) return wrong('local-part');
  const label = '[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
  const isDomain = new RegExp(`^(${label}\\.)+(?!\\d+$)(?=..)${label}$`, 'u').test(domain);
  if (!isDomain) return wrong('domain');
  if (clean.length > 254) return wrong('length');
  return { ok: true, value: { email: `${local}@${domain.toLowerCase()}` } };
}

/**
 * True when every mail server can deliver to an address: only ASCII before the @ (RFC 5321). Else all servers on the way have
 * to know SMTPUTF8 (RFC 6531). A domain of any script has an ASCII form.
 */
export function isPlainEmail(email: string): boolean {
  return /^[!-~]+@/.test(email);
}
