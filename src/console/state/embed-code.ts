import type { Language } from '../../contract/index.js';

/** What code for a clinic's own website is made of. */
export interface EmbedSetup {
  readonly account: string;
  /** Root of the service: its API, and its files below `/cdn/`. */
  readonly service: string;
  /** Root of the hosted page. */
  readonly page: string;
  /** Empty: the language of the page around, else the account's first. */
  readonly language: Language | '';
  /** `#rrggbb`; empty: the account's colour. */
  readonly accent: string;
  /** A clinic's id; empty: any. */
  readonly clinic: string;
}

/** Where a clinic's own copy of the files lies, with a slash at its end, and the hash of each by its name. */
export interface OwnFiles {
  readonly root: string;
  readonly hashes: Readonly<Record<string, string>>;
}

const entry = 'opus-booking.js';

/** A value inside the quotes of an attribute. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

/**
 * The root of the service that an account's code leads to: the host of its id, which stays its own when the page gets another
 * name (S-03), and serves the API and the files for good.
 */
export function serviceRoot(
  address: string | undefined,
  account: string,
  fallback: string,
): string {
  return new URL(address?.replace('{name}', account) ?? fallback).origin;
}

/** The widget inside a page, as docs/embedding.md has it; with own files each script only with its hash. */
export function widgetCode(setup: EmbedSetup, own?: OwnFiles): string {
  const { account, service, language, accent, clinic } = setup;
  const style = accent && `--opus-accent: ${accent}`;
  return [
    ...(own
      ? scriptsWithHashes(own)
      : [`<script type="module" src="${escaped(service)}/cdn/${entry}"></script>`]),
    `<opus-booking${attributes({ account, api: service, lang: language, clinic, style })}></opus-booking>`,
  ].join('\n');
}

/** The same tags as `npm run integrity` prints. */
function scriptsWithHashes({ root, hashes }: OwnFiles): string[] {
  const others = Object.entries(hashes).filter(([name]) => name !== entry);
  const integrity = Object.fromEntries(others.map(([name, hash]) => [`${root}${name}`, hash]));
  // No name or address ends the script: `<` stands as it may in JSON.
  const map = JSON.stringify({ integrity }).replaceAll('<', '\\u003c');
  const own = { src: `${root}${entry}`, integrity: hashes[entry] ?? '', crossorigin: 'anonymous' };
  return [
    `<script type="importmap">${map}</script>`,
    `<script type="module"${attributes(own)}></script>`,
  ];
}

/** A link to the hosted page, with what it chooses beforehand. */
export function linkCode({ page, language, clinic }: EmbedSetup, text: string): string {
  const url = new URL('/', page);
  if (language) url.searchParams.set('lang', language);
  if (clinic) url.searchParams.set('clinic', clinic);
  return `<a href="${escaped(url.href)}">${escaped(text)}</a>`;
}
