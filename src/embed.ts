// The file for one script tag of any kind, classic or module (P-49): buttons that open the booking at once, and the booking inside
// the page as soon as the page turns out to have one.
import { addressOf, type Address } from './api/address.js';
import { earlyAccount } from './api/early-account.js';
import type { Language } from './contract/index.js';
import { firstWeekAddress, timesOfLink } from './domain/early-times.js';
import {
  firstLookAddress,
  firstLookChoices,
  type FirstLookChoices,
  type FirstLooks,
} from './domain/first-look.js';
import type { TimesFilter } from './domain/requests.js';
import { likelyLanguage } from './locales/languages.js';
import { BookingButton } from './elements/booking-button/booking-button.js';
import { listenForOpeners } from './elements/booking-button/openers.js';
import { source } from './elements/booking-button/opening.js';
import { drawFirstLook } from './elements/first-look/first-look.js';
import { make } from './elements/make.js';
import { handOver } from './elements/first-look/hand-over.js';

type BookingElement = HTMLElement & {
  fetch?: typeof fetch;
  initialChoices?: object;
  currentStep?: string;
};

const ownTag =
  document.currentScript ?? document.querySelector('script[src*="opus-booking-embed"]');
const own = ownTag instanceof HTMLScriptElement ? ownTag.src : '';
// A classic script of another origin may not ask for files relative to itself; a module without a tag of its own may.
const folder = own ? new URL('.', own).href : './';

let isFlowAsked = false;

/** Asks for a file before the script that needs it says so: each trip to the server costs more than the file. Asked twice, it comes once. */
const preload = (name: string): void => ask(folder + name, { rel: 'modulepreload' });

const ask = (href: string, how: Readonly<Record<string, string>>): void =>
  document.head.append(make('link', { href, ...how }));

/** The words of the first step, in the language that the booking is going to speak. */
const preloadWords = (element: Element, spoken?: readonly Language[]): void =>
  preload(`opus-booking-${likelyLanguage(element, spoken)}.js`);

/** What makes the booking begin with anything else than the first step of what a link narrows. */
const otherBeginnings = ['step', 'view', 'time', 'appointment', 'initialChoices', 'client'];

/** The value that an element has before it is defined: as a property, else as an attribute. */
function valueOf(element: HTMLElement, name: string): unknown {
  return (element as unknown as Record<string, unknown>)[name] ?? element.getAttribute(name);
}

/** Asks for what the calendar needs, where the booking begins with it: the widget takes the answer, as it asks in the same way. */
function askForTimes(element: BookingElement, prefix: string, times: TimesFilter): void {
  preload('opus-booking-steps.js');
  preload(`opus-booking-steps-${likelyLanguage(element)}.js`);
  ask(firstWeekAddress(prefix, times), { rel: 'preload', as: 'fetch', crossorigin: '' });
}

/** Draws the first step until the widget does, by what the service says of it (P-49); where anything is amiss, nothing is drawn. */
async function showFirstLook(
  element: BookingElement,
  account: string,
  { prefix, root }: Address,
): Promise<void> {
  if (otherBeginnings.some((name) => valueOf(element, name))) return;
  const choices: FirstLookChoices = Object.fromEntries<string>(
    firstLookChoices
      .map((name) => [name, valueOf(element, name) as string] as const)
      .filter(([, value]) => value),
  );
  const times = timesOfLink(choices);
  if (times) return askForTimes(element, prefix, times);
  const address = firstLookAddress(root, account, choices);
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) return;
  const looks = (await answer.json()) as FirstLooks;
  preloadWords(element, looks.languages);
  // The widget was faster, or has failed meanwhile, or a script has said what is chosen.
  if (!element.isConnected || !isFlowAsked || element.currentStep || element.initialChoices) return;
  const look = drawFirstLook(element, {
    looks,
    language: likelyLanguage(element, looks.languages),
    root,
    choose: (choice) => (element.initialChoices = choice),
  });
  if (!look) return;
  element.append(look);
  handOver(element, look);
}

async function loadFlow(): Promise<void> {
  isFlowAsked = true;
  preload('opus-booking-core.js');
  await import(/* @vite-ignore */ `${folder}opus-booking.js`);
}

/** Shows what the page has put in for this case: number and link of the clinic (docs/embedding.md). */
function showWithoutWidget(): void {
  for (const element of document.querySelectorAll<HTMLElement>(
    'opus-booking > [hidden]:first-child',
  )) {
    element.hidden = false;
  }
  // Its buttons would lead nowhere.
  for (const look of document.querySelectorAll('opus-booking > [slot=waiting]')) look.remove();
}

const isOurs = ({ localName }: Element): boolean =>
  localName.startsWith('opus-') && localName !== 'opus-booking-button';

function bring(element: Element): void {
  if (!isOurs(element)) return;
  const account = element.getAttribute('account');
  if (element.localName === 'opus-booking' && account && !customElements.get('opus-booking')) {
    const booking = element as BookingElement;
    const api = element.getAttribute('api');
    const address = addressOf(api ? { account, url: api } : { account });
    preloadWords(element);
    showFirstLook(booking, account, address).catch(() => undefined);
    booking.fetch ??= earlyAccount(address.prefix, (languages) => preloadWords(element, languages));
  }
  if (!isFlowAsked) {
    loadFlow().catch((error: unknown) => {
      isFlowAsked = false;
      showWithoutWidget();
      console.error(error); // eslint-disable-line no-console -- tells the web master
    });
  }
}

function look(node: Node): void {
  if (!(node instanceof Element)) return;
  bring(node);
  node.querySelectorAll(':not(:defined)').forEach(bring);
}

source.loadFlow = loadFlow;
source.api = own ? new URL(own).origin : '';
if (!customElements.get('opus-booking-button')) {
  customElements.define('opus-booking-button', BookingButton);
}
listenForOpeners();
look(document.documentElement);
// Pages that are scripted later add the booking later.
new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(look);
}).observe(document.documentElement, { childList: true, subtree: true });
