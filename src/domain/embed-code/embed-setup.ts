import type { Language } from '../../contract/index.js';

/** Ways to have the booking on a clinic's own website (P-49). */
export const embedWays = ['inline', 'button', 'floating', 'iframe', 'link'] as const;
export type EmbedWay = (typeof embedWays)[number];

/** Kinds of pages that code is written for. */
export const embedPlatforms = ['html', 'wordpress', 'react', 'vue', 'angular', 'gtm'] as const;
export type EmbedPlatform = (typeof embedPlatforms)[number];

/** Parts of the booking that a page may leave out (`hide`). */
export const hideableParts = ['logo', 'welcome', 'language', 'header', 'footer'] as const;
export type HideablePart = (typeof hideableParts)[number];

/** What code for a clinic's own website is made of. An empty text leaves a choice open. */
export interface EmbedSetup {
  readonly account: string;
  /** Root of the service: its API, and its files below `/cdn/`. */
  readonly service: string;
  /** Root of the hosted page; empty where the service does not know it. */
  readonly page: string;
  readonly way: EmbedWay;
  /** Empty: the language of the page around, else the account's first. */
  readonly language: Language | '';
  /** A clinic's id. */
  readonly clinic: string;
  /** A treatment's id. */
  readonly treatment: string;
  /** A clinician's id. */
  readonly clinician: string;
  /** `#rrggbb`; empty: the account's colour. */
  readonly accent: string;
  /** Colours of a button, which does not read the account; empty: the standard ones. */
  readonly buttonAccent: string;
  readonly buttonText: string;
  readonly hide: readonly HideablePart[];
  /** The button's text, and that of links. */
  readonly label: string;
  /** A clinic's phone number as it is read, for pages where the booking does not come; may be empty. */
  readonly phone: string;
  /** Name of the frame, for screen readers. */
  readonly frameTitle: string;
}

/** Nothing chosen: the booking inside the page. */
export const emptyEmbedSetup: EmbedSetup = {
  ...{ account: '', service: '', page: '', way: 'inline', language: '' },
  ...{ clinic: '', treatment: '', clinician: '', accent: '', buttonAccent: '', buttonText: '' },
  ...{ hide: [], label: '', phone: '', frameTitle: '' },
};

/** Where a clinic's own copy of the files lies, with a slash at its end, and the hash of each by its name. */
export interface OwnFiles {
  readonly root: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/** Attributes of the element, those without a value left out; in the order in which they are written. */
export function attributesOf(setup: EmbedSetup): Readonly<Record<string, string>> {
  const { account, service, language, clinic, treatment, clinician, hide, way } = setup;
  const all = {
    account,
    api: service,
    lang: language,
    clinic,
    treatment,
    clinician,
    hide: hide.join(' '),
    ...(way === 'button' || way === 'floating' ? { label: setup.label } : {}),
    ...(way === 'floating' ? { floating: 'right' } : {}),
    style: styleOf(setup),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The element that stands on the page. */
export const tagOf = ({ way }: EmbedSetup): 'opus-booking' | 'opus-booking-button' =>
  way === 'inline' ? 'opus-booking' : 'opus-booking-button';

function styleOf({ way, accent, buttonAccent, buttonText }: EmbedSetup): string {
  if (way === 'inline') return accent && `--opus-accent: ${accent}`;
  const fill = accent || buttonAccent;
  if (!fill) return '';
  const text = buttonText && buttonText !== '#ffffff' ? `; --opus-on-accent: ${buttonText}` : '';
  return `--opus-accent: ${fill}${text}`;
}

/** The address of the hosted page, or of its page for frames, with what it chooses beforehand (P-10). */
export function pageAddress(setup: EmbedSetup, path: '/' | '/embed.html' = '/'): string {
  const url = new URL(path, setup.page);
  const { language: lang, clinic, treatment, clinician, hide } = setup;
  const chosen = { lang, clinic, treatment, clinician };
  for (const [name, value] of Object.entries(chosen)) if (value) url.searchParams.set(name, value);
  if (path === '/embed.html' && hide.length > 0) url.searchParams.set('hide', hide.join(' '));
  return url.href;
}

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
