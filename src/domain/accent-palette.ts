import type { AccentPalette } from '../contract/index.js';
import { contrastRatio, parseHex, toLinear, type Rgb } from './contrast.js';

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

/** The colours on one paper: the tint, and text and lines that go towards black (-1) or white (1) until they can be read. */
function onPaper(accent: Rgb, direction: -1 | 1, softLightness: number, softChroma: number) {
  const [, chroma, hue] = toOklch(accent);
  const soft = toRgb([softLightness, Math.min(chroma, softChroma), hue]);
  // The tint lies between paper and colour: contrast with the paper is higher than with the tint.
  // On dark paper, the yellow box may be a little lighter than the tint.
  const reserve = direction > 0 ? 1.15 : 1;
  const against = (ratio: number) =>
    toHex(shift(accent, direction, (rgb) => contrastRatio(rgb, soft) >= ratio * reserve));
  return { text: against(4.5), border: against(3), soft: toHex(soft) };
}

/**
 * The colours that follow from an account's colour (`#rgb` or `#rrggbb`) on light and on dark paper, computed in OKLCH so
 * that every colour keeps the contrast of WCAG 2.2 AA (P-09). Light paper is `#ffffff`, dark paper that of the browser, `#1e1e1e`
 * at the lightest. Any other text gives the default accent.
 */
export function accentPalette(accent = defaultAccent): AccentPalette {
  const rgb = parseHex(accent);
  if (!rgb) return accentPalette();
  const white: Rgb = [1, 1, 1];
  const carries = (text: Rgb) => (fill: Rgb) => contrastRatio(text, fill) >= 4.5;
  const fill = shift(rgb, -1, (each) => carries(white)(each) || carries(lightInk)(each));
  const light = onPaper(rgb, -1, 0.965, 0.015);
  const dark = onPaper(rgb, 1, 0.29, 0.035);
  return {
    accent: toHex(fill),
    onAccent: toHex(carries(white)(fill) ? white : lightInk),
    textOnLight: light.text,
    textOnDark: dark.text,
    borderOnLight: light.border,
    borderOnDark: dark.border,
    softOnLight: light.soft,
    softOnDark: dark.soft,
  };
}
