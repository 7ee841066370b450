import type { Language } from '../../contract/index.js';
import { clinicPhoneUrl } from '../clinic-phone.js';
import { firstWeekAddress, timesOfLink } from '../early-times.js';
import { firstLookAddress } from '../first-look.js';
import { attributesOf, pageAddress, tagOf, type EmbedSetup, type OwnFiles } from './embed-setup.js';

const entry = 'opus-booking.js';
/** What draws the first step; its name stays. */
const coreFile = 'opus-booking-core.js';
/** The words of the first step; their names stay too. */
const wordsFile = (language: Language) => `opus-booking-${language}.js`;
/** What draws the steps after the first, and their words; their names stay. */
const stepsFile = 'opus-booking-steps.js';
const stepsWordsFile = (language: Language) => `opus-booking-steps-${language}.js`;
/** The file for one script tag, classic or module. */
export const embedFile = 'opus-booking-embed.js';
/** The file beside a frame. */
export const frameFile = 'opus-booking-frame.js';

/**
 * A browser's first date format takes it a tenth of a second on a slow phone: made while files are on their way, it is there when the
 * calendar needs one.
 */
export const warmUp = 'setTimeout(Intl.DateTimeFormat)';

/**
 * Stands right behind the element: hides what the page has put into it, and shows it again when a file of the widget fails, or after
 * eight seconds (P-50). It has to run in browsers that the widget does not run in, so it is ES5.
 */
export const snippetWatchdog =
  '(function(b,f){f=b.firstElementChild;f.hidden=true;function s(){f.hidden=!!b.shadowRoot}' +
  'setTimeout(s,8e3);addEventListener("error",function(e){' +
  '/opus-booking/.test(e.target.src)&&s()},true)})(document.querySelector("opus-booking"));' +
  warmUp;

/** A value inside the quotes of an attribute, or a text between tags. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Attributes as they are written in a tag. */
export const written = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

const scriptTag = (src: string): string => `<script src="${escaped(src)}" defer></script>`;

/** Code for a plain page, in any of the ways; with own files each script only with its hash. */
export function htmlCode(setup: EmbedSetup, own?: OwnFiles): string {
  const { way, service, account, language, clinic, treatment, clinician } = setup;
  if (way === 'link') return linkCode(setup);
  if (way === 'iframe') return frameCode(setup);
  const tag = tagOf(setup);
  const element = (inside: string) => `<${tag}${written(attributesOf(setup))}>${inside}</${tag}>`;
  if (own && way === 'inline') return [...scriptsWithHashes(own), element('')].join('\n');
  const script = scriptTag(`${service}/cdn/${embedFile}`);
  if (way !== 'inline') return [element(setup.page ? linkCode(setup) : ''), script].join('\n');
  const prefix = `${service}/v1/accounts/${encodeURIComponent(account)}`;
  const fetched = (address: string) =>
    `<link rel="preload" as="fetch" crossorigin href="${escaped(address)}">`;
  const module = (file: string) =>
    `<link rel="modulepreload" href="${escaped(service)}/cdn/${file}">`;
  const without = withoutWidget(setup);
  const first = [
    // With choices the script asks for it itself: the code would become too long.
    ...(clinic || treatment || clinician
      ? []
      : [fetched(firstLookAddress(`${service}/`, account))]),
    fetched(prefix),
    ...[entry, coreFile, ...(language ? [wordsFile(language)] : [])].map(module),
  ];
  const rest = [
    element(without),
    ...(without ? [`<script>${snippetWatchdog}</script>`] : []),
    script,
  ];
  const times = timesOfLink(setup);
  // The booking begins with the calendar: its code, words and times, as many as fit; the script asks for the others.
  const more = times
    ? [
        ...[stepsFile, ...(language ? [stepsWordsFile(language)] : [])].map(module),
        fetched(firstWeekAddress(prefix, times)),
      ]
    : [];
  for (const hint of more) {
    if (bytesOf([...first, hint, ...rest].join('\n')) <= mostBytes) first.push(hint);
  }
  // First look, account and code are on their way before the script has come.
  return [...first, ...rest].join('\n');
}

/** At most so long is the code of a booking inside a page. */
const mostBytes = 1200;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** How to reach the clinic where the widget does not come: the hosted page and the phone number. */
function withoutWidget({ page, phone, label }: EmbedSetup): string {
  const ways = [
    ...(page ? [`<a href="${escaped(new URL('/', page).href)}">${escaped(label)}</a>`] : []),
    ...(phone ? [`<a href="${escaped(clinicPhoneUrl(phone))}">${escaped(phone)}</a>`] : []),
  ];
  return ways.length > 0 ? `<p>${ways.join(' · ')}</p>` : '';
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
    `<script type="module"${written(own)}></script>`,
  ];
}

/** A frame with the booking page, and the listener that gives it its height. */
function frameCode(setup: EmbedSetup): string {
  const attributes = {
    'data-opus-booking-frame': '',
    src: pageAddress(setup, '/embed.html'),
    title: setup.frameTitle,
    allow: 'geolocation',
    style: 'width: 100%; height: 1000px; border: 0',
  };
  return [
    `<iframe${written(attributes)}></iframe>`,
    scriptTag(`${setup.service}/cdn/${frameFile}`),
  ].join('\n');
}

/** A link to the hosted page, with what it chooses beforehand. */
export function linkCode(setup: EmbedSetup): string {
  return `<a href="${escaped(pageAddress(setup))}">${escaped(setup.label)}</a>`;
}
