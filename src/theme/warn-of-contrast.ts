import { toHex } from '../domain/accent-palette.js';
import { contrastRatio, type Rgb } from '../domain/contrast.js';

interface Painted {
  readonly surface: Rgb;
  readonly read: (text: string) => Rgb | undefined;
  /** True for a custom property that the page sets. */
  readonly isSet: (name: string) => boolean;
}

/** What is painted, on what it has to be readable, and the ratio it needs by WCAG 2.2 AA. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['on-accent', ['accent'], 4.5],
  ['ink', ['paper', 'surface'], 4.5],
  ['ink-quiet', ['paper', 'surface'], 4.5],
  ['accent-text', ['paper', 'surface', 'accent-soft'], 4.5],
  ['error', ['paper', 'surface', 'error-soft'], 4.5],
  ['success', ['surface'], 4.5],
  ['accent-border', ['paper', 'surface'], 3],
  ['control-line', ['paper', 'surface'], 3],
  ['focus', ['paper', 'surface'], 3],
];

const told = new Set<string>();

/** Tells the web master, once, which custom properties of the page leave too little contrast. */
export function warnOfContrast(host: Element, { surface, read, isSet }: Painted): void {
  const style = getComputedStyle(host);
  const colourOf = (name: string): Rgb | undefined =>
    name === 'surface' ? surface : read(style.getPropertyValue(`--_${name}`).trim());
  for (const [front, backs, least] of pairs) {
    for (const back of backs) {
      // What the page has not set was worked out to be readable.
      const names = [front, back].map((name) => `--opus-${name}`).filter(isSet);
      const colours = [colourOf(front), colourOf(back)] as const;
      if (names.length === 0 || !colours[0] || !colours[1]) continue;
      const ratio = contrastRatio(colours[0], colours[1]);
      if (ratio >= least) continue;
      const warning =
        `<${host.localName}>: text or lines of --opus-${front} (${toHex(colours[0])}) on --opus-${back} ` +
        `(${toHex(colours[1])}) have a contrast of ${ratio.toFixed(1)}:1, and need ${least}:1. ` +
        `Leave out ${names.join(' or ')}: what is not set is worked out to be readable.`;
      // eslint-disable-next-line no-console -- tells the web master, not the patient
      if (!told.has(warning)) console.warn(warning);
      told.add(warning);
    }
  }
}
