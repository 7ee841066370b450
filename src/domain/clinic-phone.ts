/** A clinic's number as it is read: "66776040" is "66 77 60 40", never broken over two lines; one that is grouped already, or not of eight digits, stays. */
export function clinicPhoneText(phone: string): string {
  const [, country, digits] = /^\s*(\+4[57])?\s*(\d{8})\s*$/.exec(phone) ?? [];
  if (!digits) return phone;
  return [country, ...(digits.match(/../g) ?? [])].filter(Boolean).join('\u00a0');
}

/** The `tel:` address of a clinic's number (RFC 3966). */
export function clinicPhoneUrl(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
