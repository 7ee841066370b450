import { supportsAdoptingStyleSheets } from 'lit';
import { accentPalette, toHex } from '../domain/accent-palette.js';
import { contrastRatio, parseHex, type Rgb } from '../domain/contrast.js';
import { accentTokens } from './accent-rules.js';
import { backgroundOf, parentOf } from './background.js';
import { isDark, surfacePalette, textOn } from './page-palette.js';
import { warnOfContrast } from './warn-of-contrast.js';

/** What `takeColours` has set on each element: after the account's colour, so that it wins. */
const sheets = new WeakMap<Element, CSSStyleSheet | HTMLStyleElement>();

/** Sets style rules of an element, in place of those of the last call. */
function setRules(host: Element, rules: string): void {
  const root = host.shadowRoot;
  if (!root) return;
  const sheet =
    sheets.get(host) ??
    (supportsAdoptingStyleSheets ? new CSSStyleSheet() : document.createElement('style'));
  sheets.set(host, sheet);
  if (sheet instanceof CSSStyleSheet) {
    // WebKit may go on with the old rules of a sheet that is replaced while it is adopted.
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else {
    sheet.textContent = rules;
    root.append(sheet);
  }
}

/** Reads colours of whatever notation as they are painted at an element; undefined for what is none. */
function colourReader(host: Element): (text: string) => Rgb | undefined {
  return (text) => {
    const probe = document.createElement('i');
    host.shadowRoot?.append(probe);
    probe.style.color = text;
    const isColour = probe.style.color !== '';
    // Makes sRGB of newer notations; browsers without `color-mix()` know only those that are computed to `rgb()`.
    probe.style.color = `color-mix(in srgb, ${text}, ${text})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    const channels =
      color
        .match(/-?[\d.]+(e-\d+)?/g)
        ?.slice(0, 3)
        .map(Number) ?? [];
    const scale = color.startsWith('rgb') ? 255 : 1;
    return isColour
      ? (channels.map((each) => Math.min(1, Math.max(0, each / scale))) as Rgb)
      : undefined;
  };
}

/** `light-dark()` where the browser has it, else the colour of today's scheme. */
function forScheme(light: string, dark: string, isDarkScheme: boolean): string {
  if (light === dark) return light;
  if (CSS.supports('color', 'light-dark(red,red)')) return `light-dark(${light},${dark})`;
  return isDarkScheme ? dark : light;
}

/**
 * Works out all colours of an element from the few that the page sets (`--opus-accent`, `--opus-surface`, `--opus-paper`), and
 * from the background around where that is far from the paper of the scheme. What the page sets itself is left as it is; where
 * contrast is lost by it, the console says so. `account` is what the element shows of its account, if it has one.
 */
export function takeColours(host: HTMLElement, account = accentPalette()): void {
  setRules(host, '');
  const read = colourReader(host);
  const ofAccount = accentTokens(account);
  const styles = [host, parentOf(host)].flatMap((each) => (each ? getComputedStyle(each) : []));
  const isAccounts = (name: string, value: string) => {
    const [light, dark] = ofAccount[name] ?? [];
    return value === light || value.replace(/ /g, '') === `light-dark(${light},${dark})`;
  };
  /** A value that the page sets, on the element or around it. */
  const setByPage = (name: string): string | undefined =>
    styles
      .map((style) => style.getPropertyValue(name).trim())
      .find((value) => value && !isAccounts(name, value));
  const colourByPage = (name: string): Rgb | undefined => {
    const value = setByPage(name);
    const colour = value && read(value);
    // eslint-disable-next-line no-console -- tells the web master, not the patient
    if (value && !colour) console.warn(`<${host.localName}>: ${name}: ${value} is not a colour.`);
    return colour || undefined;
  };

  const canvas = read('Canvas') ?? [1, 1, 1];
  const isDarkScheme = isDark(canvas);
  const behind = backgroundOf(host);
  const surface = colourByPage('--opus-surface') ?? (behind ? read(behind) : undefined) ?? canvas;
  const paper = colourByPage('--opus-paper');
  const ownAccent = colourByPage('--opus-accent');
  const accent = ownAccent ?? parseHex(account.accent) ?? canvas;
  // The account's palette has room for backgrounds that are nearly white, or nearly black.
  const isFar = (ground: Rgb) =>
    isDark(ground) !== isDarkScheme || contrastRatio(ground, canvas) > (isDarkScheme ? 1.2 : 1.1);

  let colours: Record<string, string> = {};
  if (isFar(surface) || (paper && isFar(paper))) {
    colours = { ...surfacePalette(surface, accent, paper) };
  } else if (ownAccent) {
    const own = accentTokens(accentPalette(toHex(ownAccent)));
    for (const [name, [light, dark]] of Object.entries(own)) {
      colours[name] = forScheme(light, dark, isDarkScheme);
    }
    colours['--opus-on-accent'] = toHex(textOn(ownAccent));
  }
  // Not `color-scheme`, which every element has.
  const own = Object.keys(colours).flatMap((name) => {
    const value = name.startsWith('--') && setByPage(name);
    return value ? ([[name, value]] as const) : [];
  });
  Object.assign(colours, Object.fromEntries(own));
  const rules = Object.entries(colours).map(([name, value]) => `${name}:${value};`);
  setRules(host, rules.length > 0 ? `:host{${rules.join('')}}` : '');
  warnOfContrast(host, { surface, read, isSet: (name) => setByPage(name) !== undefined });
}
