/** The text with non-breaking spaces, such as a phone number or a postcode with its town. */
export function nonBreaking(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
