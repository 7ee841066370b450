import { contrastRatio, parseHex, toLinear, type Rgb } from '../domain/contrast.js';

/** The custom properties that carry the account's colour (P-09). */
export interface AccentTokens {
  /** Fill of the primary action: the account's own colour, or the nearest one that text can stand on. */
  '--opus-accent': string;
  /** Text on that fill, at least 4.5:1. */
  '--opus-on-accent': string;
  /** Text in the account's colour, at least 4.5:1 on paper and on the soft tint. */
  '--opus-accent-text': string;
  /** Lines, bars and marks, at least 3:1 on paper and on the soft tint. Also the border of a pale fill. */
  '--opus-accent-border': string;
  /** A faint tint, on which ink and accent text stay readable. */
  '--opus-accent-soft': string;
  /** Focus ring, at least 4.5:1 on paper. */
  '--opus-focus': string;
}

export interface AccentPalette {
  light: AccentTokens;
  dark: AccentTokens;
}

/** The standard accent, for accounts without a colour: a calm blue-green. */
export const defaultAccent = '#1f6f78';

/** `#1a2428`, the ink on light paper: text on a fill that is too light for white text. */
export const lightInk: Rgb = [26 / 255, 36 / 255, 40 / 255];

/** Lightness, chroma and hue (radians) of OKLCH. */
export type Oklch = [lightness: number, chroma: number, hue: number];

// Matrices of Björn Ottosson, "A perceptual color space for image processing" (2020), to four decimals: contrast is
// measured on the result, so their precision affects only the hue.
export function toOklch(rgb: Rgb): Oklch {
  const [red, green, blue] = rgb.map(toLinear) as Rgb;
  const l = Math.cbrt(0.4122 * red + 0.5363 * green + 0.0515 * blue);
  const m = Math.cbrt(0.2119 * red + 0.6807 * green + 0.1074 * blue);
  const s = Math.cbrt(0.0883 * red + 0.2817 * green + 0.63 * blue);
  const a = 1.978 * l - 2.4286 * m + 0.4506 * s;
  const b = 0.0259 * l + 0.7828 * m - 0.8087 * s;
  return [0.2105 * l + 0.7936 * m - 0.0041 * s, Math.hypot(a, b), Math.atan2(b, a)];
}

/** The nearest colour in sRGB: hue and lightness stay, chroma is reduced. */
export function toRgb([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963 * a + 0.2158 * b) ** 3;
  const m = (lightness - 0.1056 * a - 0.0639 * b) ** 3;
  const s = (lightness - 0.0895 * a - 1.2915 * b) ** 3;
  const linear = [
    4.0767 * l - 3.3077 * m + 0.231 * s,
    -1.2684 * l + 2.6098 * m - 0.3414 * s,
    -0.0042 * l - 0.7034 * m + 1.7076 * s,
  ];
  if (chroma > 0.002 && linear.some((light) => light < -0.0005 || light > 1.0005)) {
    return toRgb([lightness, chroma * 0.97, hue]);
  }
  // Rounded to 8 bits here, so that contrast is measured on the colour that is shown.
  return linear.map((light) => {
    const inside = Math.min(1, Math.max(0, light));
    const channel = inside > 0.0031308 ? 1.055 * inside ** (1 / 2.4) - 0.055 : 12.92 * inside;
    return Math.round(channel * 255) / 255;
  }) as Rgb;
}

export function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The first colour between `start` and black (-1) or white (1) that passes; the hue stays the account's. */
export function shift(start: Rgb, direction: -1 | 1, passes: (rgb: Rgb) => boolean): Rgb {
  const [lightness, chroma, hue] = toOklch(start);
  let rgb = start;
  for (let step = 1; !passes(rgb) && step < 101; step += 1) {
    const shifted = lightness + (direction * step) / 100;
    rgb = toRgb([Math.min(1, Math.max(0, shifted)), chroma, hue]);
  }
  return rgb;
}

function tokens(
  accent: Rgb,
  direction: -1 | 1,
  softLightness: number,
  softChroma: number,
): AccentTokens {
  const white: Rgb = [1, 1, 1];
  const carries = (text: Rgb) => (fill: Rgb) => contrastRatio(text, fill) >= 4.5;
  const fill = shift(accent, -1, (rgb) => carries(white)(rgb) || carries(lightInk)(rgb));

  const [, chroma, hue] = toOklch(accent);
  const soft = toRgb([softLightness, Math.min(chroma, softChroma), hue]);
  // The tint lies between paper and colour: contrast with the paper is higher than with the tint.
  // On dark paper, the yellow box may be a little lighter than the tint.
  const reserve = direction > 0 ? 1.15 : 1;
  const against = (ratio: number) =>
    toHex(shift(accent, direction, (rgb) => contrastRatio(rgb, soft) >= ratio * reserve));
  const text = against(4.5);
  return {
    '--opus-accent': toHex(fill),
    '--opus-on-accent': toHex(carries(white)(fill) ? white : lightInk),
    '--opus-accent-text': text,
    '--opus-accent-border': against(3),
    '--opus-accent-soft': toHex(soft),
    '--opus-focus': text,
  };
}

/**
 * The custom properties for an account's colour (`#rgb` or `#rrggbb`) on light and on dark paper, computed in OKLCH so
 * that every colour keeps the contrast of WCAG 2.2 AA (P-09). Light paper is `#ffffff`, dark paper that of the browser, `#1e1e1e`
 * at the lightest. Any other text gives the default accent.
 */
export function accentPalette(accent = defaultAccent): AccentPalette {
  const rgb = parseHex(accent);
  return rgb
    ? { light: tokens(rgb, -1, 0.965, 0.015), dark: tokens(rgb, 1, 0.29, 0.035) }
    : accentPalette();
}

/**
 * The account's colour as style rules for light and dark paper, by `color-scheme`. They are set on the host element, so that
 * a page's own rule for the element wins. A browser without `light-dark()` mixes the other colours from the fill.
 */
export function accentRules(accent?: string): string {
  const { light, dark } = accentPalette(accent);
  const entries = Object.entries(light) as [keyof AccentTokens, string][];
  const rule = (from: number, to?: number) =>
    `:host{${entries
      .slice(from, to)
      .map(([name, value]) =>
        from ? `${name}:light-dark(${value},${dark[name]});` : `${name}:${value};`,
      )
      .join('')}}`;
  // The first two, the fill and the text on it, are the same on any paper.
  return `${rule(0, 2)}@supports (color:light-dark(red,red)){${rule(2)}}`;
}
