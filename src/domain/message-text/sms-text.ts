// Stryker disable Regex: of these it makes patterns that no parser takes, such as /\T/u, and then runs no test at all.
/**
 * Signs outside the GSM 7 bit alphabet that say no more than a plain one: spaces of other widths, which keep words together,
 * and typographic quotes, dashes, bullets and the ellipsis.
 */
const plain: readonly (readonly [RegExp, string])[] = [
  // Zero-width and directional marks, soft hyphens; joiners and variation signs stay, which letters and emoji are made of.
  [/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, ''],
  [/\r\n?|[\u0085\u2028\u2029\v]/gu, '\n'],
  [/[\t\p{Zs}]/gu, ' '],
  [/[\u2018-\u201b\u2032\u02bc\u00b4`]/gu, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"'],
  [/[\u2039\u203a]/gu, "'"],
  [/[\p{Pd}\u2212\u2022]/gu, '-'],
  [/\u2026/gu, '...'],
];

/**
 * The text of an SMS as it is handed over (M-02): one such sign would make it UCS-2, with more than twice the parts. Letters
 * in pieces are put together. What the alphabet lacks and only another letter could replace, such as `ł`, stays.
 */
export function smsText(text: string): string {
  return plain
    .reduce((result, [signs, replacement]) => result.replace(signs, replacement), text)
    .normalize('NFC')
    .trim();
}
