// The file for one script tag of any kind, classic or module (P-49): buttons that open the booking at once, and the booking inside
// the page as soon as the page turns out to have one.
import { addressOf } from './api/address.js';
import { earlyAccount } from './api/early-account.js';
import type { Account } from './contract/index.js';
import { likelyLanguage } from './locales/languages.js';
import { BookingButton } from './elements/booking-button/booking-button.js';
import { listenForOpeners } from './elements/booking-button/openers.js';
import { source } from './elements/booking-button/opening.js';

type BookingElement = HTMLElement & { fetch?: typeof fetch };

const ownTag =
  document.currentScript ?? document.querySelector('script[src*="opus-booking-embed"]');
const own = ownTag instanceof HTMLScriptElement ? ownTag.src : '';
// A classic script of another origin may not ask for files relative to itself; a module without a tag of its own may.
const folder = own ? new URL('.', own).href : './';

let isFlowAsked = false;

/** Files that were asked for before the script that needs them said so: each trip to the server costs more than the file. */
const preloaded = new Set<string>();

function preload(name: string): void {
  if (preloaded.has(name)) return;
  preloaded.add(name);
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'modulepreload', href: folder + name }),
  );
}

/** The words of the first step, in the language that the booking is going to speak. */
const preloadWords = (element: Element, spoken?: Account['languages']): void =>
  preload(`opus-booking-${likelyLanguage(element, spoken)}.js`);

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
}

const isOurs = ({ localName }: Element): boolean =>
  localName.startsWith('opus-') && localName !== 'opus-booking-button';

function bring(element: Element): void {
  if (!isOurs(element)) return;
  const account = element.getAttribute('account');
  if (element.localName === 'opus-booking' && account && !customElements.get('opus-booking')) {
    const booking = element as BookingElement;
    const api = element.getAttribute('api');
    const { prefix } = addressOf(api ? { account, url: api } : { account });
    preloadWords(element);
    booking.fetch ??= earlyAccount(prefix, (languages) => preloadWords(element, languages));
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
