import { lightInk, shift, toHex, toOklch, toRgb } from '../domain/accent-palette.js';
import { contrastRatio, type Rgb } from '../domain/contrast.js';

const white: Rgb = [1, 1, 1];
const black: Rgb = [0, 0, 0];
const red: Rgb = [0.878, 0.267, 0.29];
const green: Rgb = [0.169, 0.604, 0.4];
const yellow: Rgb = [0.94, 0.8, 0];

/** True where white text is the more readable one. */
export function isDark(ground: Rgb): boolean {
  return contrastRatio(ground, white) > contrastRatio(ground, black);
}

/** Text on a fill: white, ink or black, the first with 4.5:1. One of them always has it. */
export function textOn(fill: Rgb): Rgb {
  return [white, lightInk].find((text) => contrastRatio(text, fill) >= 4.5) ?? black;
}

/**
 * All colours for what stands on a surface of the page's own: the background of a section, say. Text has 4.5:1 on the
 * surface, on cards and on every tint, lines and marks 3:1 (WCAG 2.2 AA), whatever surface and accent are. Only where the page has
 * set a paper of its own can that fail: nothing is readable on both a dark surface and a white card.
 */
export function surfacePalette(
  surface: Rgb,
  accent: Rgb,
  ownPaper?: Rgb,
): Readonly<Record<string, string>> {
  const isOnDark = isDark(surface);
  const direction = isOnDark ? 1 : -1;
  const [lightness] = toOklch(surface);
  // A tint that leaves less than 6:1 to the strongest text is given up for the surface itself.
  const tint = (colour: Rgb, tintLightness: number, mostChroma: number): Rgb => {
    const [, chroma, hue] = toOklch(colour);
    const ground = toRgb([tintLightness, Math.min(chroma, mostChroma), hue]);
    return contrastRatio(ground, isOnDark ? white : black) < 6 ? surface : ground;
  };
  const paper = ownPaper ?? (isOnDark ? tint(surface, lightness + 0.04, 1) : white);
  const near = isOnDark ? lightness + 0.08 : 0.965;
  const soft = tint(accent, near, isOnDark ? 0.035 : 0.015);
  const note = tint(yellow, near, 0.04);
  const errorSoft = tint(red, near, 0.03);
  const grounds = [surface, paper, soft, note, errorSoft];
  const readable = (start: Rgb, ratio: number) =>
    toHex(
      shift(start, direction, (rgb) => grounds.every((each) => contrastRatio(rgb, each) >= ratio)),
    );
  const accentText = readable(accent, 4.5);
  return {
    '--opus-accent': toHex(accent),
    '--opus-on-accent': toHex(textOn(accent)),
    '--opus-accent-text': accentText,
    '--opus-accent-border': readable(accent, 3),
    '--opus-accent-soft': toHex(soft),
    '--opus-focus': accentText,
    '--opus-paper': toHex(paper),
    '--opus-ink': readable(isOnDark ? [0.88, 0.92, 0.94] : lightInk, 7),
    '--opus-ink-quiet': readable(surface, 5.5),
    '--opus-control-line': readable(surface, 3.2),
    '--opus-note': toHex(note),
    '--opus-note-line': readable(yellow, 1.8),
    '--opus-error': readable(red, 4.5),
    '--opus-error-soft': toHex(errorSoft),
    '--opus-success': readable(green, 4.5),
    'color-scheme': isOnDark ? 'dark' : 'light',
  };
}
