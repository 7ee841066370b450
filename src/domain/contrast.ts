/** Red, green and blue of sRGB, each 0 to 1. */
export type Rgb = [red: number, green: number, blue: number];

/** Reads `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseHex(text: string): Rgb | undefined {
  const digits = /^#(?:[\da-f]{3}){1,2}$/i.test(text) ? text.slice(1) : '';
  // `#rgb` repeats each digit: 17 × one digit is 255 × that digit of 15.
  const size = digits.length / 3;
  const channel = (index: number) =>
    (parseInt(digits.slice(index * size, (index + 1) * size), 16) * (size === 1 ? 17 : 1)) / 255;
  return digits ? [channel(0), channel(1), channel(2)] : undefined;
}

/** A channel of sRGB as an amount of light (WCAG 2.2 writes 0.04045 as 0.03928, which no 8-bit colour can tell apart). */
export function toLinear(channel: number): number {
  return channel > 0.04045 ? ((channel + 0.055) / 1.055) ** 2.4 : channel / 12.92;
}

/** Relative luminance of a colour by WCAG 2.2: 0 black to 1 white. */
export function relativeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** Contrast ratio of two colours by WCAG 2.2: 1 to 21, whichever is the text. */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const first = relativeLuminance(a) + 0.05;
  const second = relativeLuminance(b) + 0.05;
  return Math.max(first / second, second / first);
}
