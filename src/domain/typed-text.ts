// What keyboards, phones and copied text put into a field without anybody seeing a difference.

const isDigit = /\p{Nd}/u;

/**
 * A text with the digits of every script as 0 to 9, full-width characters as plain ones, and without invisible characters
 * (Unicode's Default_Ignorable_Code_Point: zero-width, directional, soft hyphen): for numbers, codes and postcodes.
 */
export function foldDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{DI}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => {
      // The digits of a script stand in a row from its zero on (Unicode Standard, 4.6).
      let value = 0;
      while (isDigit.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1)))
        value += 1;
      return String(value % 10);
    });
}

/**
 * A text without invisible characters. A joiner (U+200C, U+200D) stays between two letters, where Persian, Hindi and others
 * spell with it.
 */
export function dropInvisible(text: string): string {
  return text
    .replace(/(?![\u200c\u200d])\p{DI}/gu, '')
    .replace(/([\p{L}\p{M}][\u200c\u200d])(?=\p{L})|[\u200c\u200d]/gu, '$1');
}
