import { languageOf, nearestLanguage } from '../../locales/languages.js';
import type { Language } from '../../contract/index.js';

/** Attributes of `<opus-booking>` that a button of the page sets for the booking it opens. */
const passedOn = [
  'account',
  'api',
  'lang',
  'clinic',
  'group',
  'treatment',
  'clinician',
  'step',
  'view',
  'idp',
  'hide',
  'start-url',
] as const;

/** What the booking is opened with: attributes of `<opus-booking>`, by name. */
export type BookingSetup = Readonly<Partial<Record<(typeof passedOn)[number], string>>>;

/** What `<opus-booking-button>` says. */
export function setupOfButton(button: Element): BookingSetup {
  return collect((name) => button.getAttribute(name));
}

/** What any element with `data-opus-booking="ACCOUNT"` says, in `data-opus-clinic` and so on. */
export function setupOfOpener(opener: Element): BookingSetup {
  const setup = collect((name) => opener.getAttribute(`data-opus-${name}`));
  const account = opener.getAttribute('data-opus-booking');
  return account ? { account, ...setup } : setup;
}

function collect(read: (name: string) => string | null): BookingSetup {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = read(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The language of the words around the booking: as the element says, else the page, else the browser. */
export function languageAt(element: Element, own?: string | null): Language {
  const likely = [
    languageOf(own),
    nearestLanguage(element),
    ...navigator.languages.map(languageOf),
  ];
  return likely.find((language) => language !== undefined) ?? 'en';
}
