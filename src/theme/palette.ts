import { contrastRatio, parseHex, toLinear, type Rgb } from '../domain/contrast.js';

/** The custom properties that carry the account's colour (P-09). */
export interface AccentTokens {
  /** Fill of the primary action: the account's own colour, or the nearest one that text can stand on. */
  '--opus-accent': string;
  /** Text on that fill, at least 4.5:1. */
  '--opus-on-accent': string;
  /** Text in the account's colour, at least 4.5:1 on paper and on the soft tint. */
  '--opus-accent-text': string;
  /** Lines, bars and marks, at least 3:1 on paper and on the soft tint. A pale fill needs it as its edge. */
  '--opus-accent-border': string;
  /** A faint tint of the paper that ink and accent text stay readable on. */
  '--opus-accent-soft': string;
  /** Focus ring, at least 4.5:1 on paper. */
  '--opus-focus': string;
}

export interface AccentPalette {
  light: AccentTokens;
  dark: AccentTokens;
}

/** The project's own accent, for accounts without a colour: a calm blue-green. */
export const defaultAccent = '#1f6f78';

/** Paper and ink of both schemes; the accent is worked out against them. */
export const schemes = {
  light: { paper: '#ffffff', ink: '#1a2428' },
  dark: { paper: '#14191c', ink: '#eef2f3' },
} as const;

/** Lightness, chroma and hue (radians) of OKLCH. */
type Oklch = [lightness: number, chroma: number, hue: number];

// Matrices of Björn Ottosson, "A perceptual color space for image processing" (2020).
function toOklch(rgb: Rgb): Oklch {
  const [red, green, blue] = rgb.map(toLinear) as Rgb;
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    Math.hypot(a, b),
    Math.atan2(b, a),
  ];
}

/** The nearest colour a screen can show: hue and lightness stay, chroma gives way. */
function toRgb([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  if (chroma > 0.002 && linear.some((light) => light < -0.0005 || light > 1.0005)) {
    return toRgb([lightness, chroma * 0.97, hue]);
  }
  // Rounded to 8 bits at once, so that contrast is measured on what is shown.
  return linear.map((light) => {
    const inside = Math.min(1, Math.max(0, light));
    const channel = inside > 0.0031308 ? 1.055 * inside ** (1 / 2.4) - 0.055 : 12.92 * inside;
    return Math.round(channel * 255) / 255;
  }) as Rgb;
}

function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The first colour from `start` towards black (or white) that passes; lightness moves alone, so it stays the same colour. */
function shift(start: Rgb, towards: 0 | 1, passes: (rgb: Rgb) => boolean): Rgb {
  const [lightness, chroma, hue] = toOklch(start);
  let rgb = start;
  for (let step = 0.01; !passes(rgb) && step < 1.01; step += 0.01) {
    const next = towards ? lightness + step : lightness - step;
    rgb = toRgb([Math.min(1, Math.max(0, next)), chroma, hue]);
  }
  return rgb;
}

function tokens(accent: Rgb, scheme: keyof typeof schemes): AccentTokens {
  const isDark = scheme === 'dark';
  const white = parseHex('#fff') as Rgb;
  const ink = parseHex(schemes.light.ink) as Rgb;
  const carries = (text: Rgb) => (fill: Rgb) => contrastRatio(text, fill) >= 4.5;
  const fill = shift(accent, 0, (rgb) => carries(white)(rgb) || carries(ink)(rgb));

  const [, chroma, hue] = toOklch(accent);
  const soft = toRgb(
    isDark ? [0.29, Math.min(chroma, 0.035), hue] : [0.965, Math.min(chroma, 0.02), hue],
  );
  // The tint lies between paper and colour: what stands out from it stands out from the paper still more.
  const against = (ratio: number) =>
    toHex(shift(accent, isDark ? 1 : 0, (rgb) => contrastRatio(rgb, soft) >= ratio));
  const text = against(4.5);
  return {
    '--opus-accent': toHex(fill),
    '--opus-on-accent': carries(white)(fill) ? '#ffffff' : schemes.light.ink,
    '--opus-accent-text': text,
    '--opus-accent-border': against(3),
    '--opus-accent-soft': toHex(soft),
    '--opus-focus': text,
  };
}

/**
 * The custom properties for one account's colour (`#rgb` or `#rrggbb`) on light and on dark paper, worked out in OKLCH so
 * that every colour keeps the contrast of WCAG 2.2 AA (P-09). Anything but such a colour gives the default accent.
 */
export function accentPalette(accent?: string): AccentPalette {
  const rgb = parseHex(accent ?? '') ?? (parseHex(defaultAccent) as Rgb);
  return { light: tokens(rgb, 'light'), dark: tokens(rgb, 'dark') };
}
