/** A text that stays on one line, such as a phone number or a postcode with its town. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
