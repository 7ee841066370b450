/** A stretch of an account's text: plain, or a link. */
export interface TextPart {
  readonly text: string;
  /** An `http`, `https`, `tel` or `mailto` address; absent where the text is plain. */
  readonly href?: string;
}

// Nothing but these schemes, and no quotes, angle brackets or end of a sentence in an address. What is counted keeps a
// long text without spaces from being searched again at each of its letters.
const link =
  /(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?()[\]»”]|tel:\+?\d[\d-]+\d|(?:mailto:)?[\p{L}\d.+_-]{1,64}@[\p{L}\d.-]{1,99}\.\p{L}{2,})/giu;

/**
 * An account's plain text with the addresses in it found: `http(s)://…`, `tel:+47…`, `mailto:…` and plain e-mail
 * addresses (P-07, P-08, N-03). The texts of all parts, joined, are the text.
 */
export function textParts(text: string): readonly TextPart[] {
  return text.split(link).flatMap((part, index) => {
    if (index % 2 === 0) return part ? { text: part } : [];
    return { text: part, href: part.includes(':') ? part : `mailto:${part}` };
  });
}
