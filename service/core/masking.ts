/** A mobile number of which only the last three digits are told: `*** ** 881`; its length stays hidden too. */
export function maskMobile(mobile: string): string {
  const digits = mobile.replace(/\D/g, '');
  // Of a number this short three digits would be most of it.
  return digits.length > 5 ? `*** ** ${digits.slice(-3)}` : '*** ** ***';
}

/** An e-mail address of which only the first letter and the domain are told: `a***@opusdental.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 0) return '***';
  const [first, ...rest] = [...email.slice(0, at)];
  return `${rest.length > 0 ? first : ''}***${email.slice(at)}`;
}
