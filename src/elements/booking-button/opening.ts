import { addressOf } from '../../api/address.js';
import { earlyAccount } from '../../api/early-account.js';
import { OpusCloseEvent, OpusOpenEvent } from '../../events/opened-events.js';
import { BookingDialog } from './booking-dialog.js';
import { languageAt, type BookingSetup } from './booking-setup.js';

/** Where the code of the booking comes from, and the service where a button names none. Set by the definition. */
export const source: { loadFlow: () => Promise<unknown>; api: string } = {
  loadFlow: () =>
    Promise.reject(new Error('No definition has said where <opus-booking> comes from.')),
  api: '',
};

/** What was chosen the last time, by the element that had opened the booking. */
const lastChoices = new WeakMap<Element, object>();
let isOpen = false;

function withApi(setup: BookingSetup): BookingSetup {
  return setup.api || !source.api ? setup : { ...setup, api: source.api };
}

/** The network of a booking, whose account is asked for at once. */
function fetchFor({ account = '', api }: BookingSetup): typeof fetch {
  const { prefix } = addressOf(api ? { account, url: api } : { account });
  return earlyAccount(prefix);
}

/** A patient is about to open a booking: what it needs is loaded meanwhile. */
export function prepareBooking(setup: BookingSetup): void {
  if (isOpen || !setup.account) return;
  fetchFor(withApi(setup));
  source.loadFlow().catch(() => undefined);
}

/** Opens the booking in a dialog (P-49); one at a time. `own` is the language that the opener itself asks for. */
export function openBooking(opener: HTMLElement, setup: BookingSetup, own?: string | null): void {
  if (isOpen) return;
  isOpen = true;
  const { activeElement } = document;
  const whole = withApi(setup);
  const dialog = new BookingDialog({
    setup: whole,
    language: languageAt(opener, own),
    loadFlow: source.loadFlow,
    fetch: fetchFor(whole),
    choices: lastChoices.get(opener),
    href: hrefOf(opener),
    opener,
    closed(isBooked, choices) {
      isOpen = false;
      if (choices) lastChoices.set(opener, choices);
      else lastChoices.delete(opener);
      // Safari gives no focus to a button that is pressed, so the browser can't give it back.
      if (document.activeElement === document.body || activeElement === document.body)
        opener.focus();
      opener.dispatchEvent(new OpusCloseEvent(isBooked));
    },
  });
  dialog.open();
  opener.dispatchEvent(new OpusOpenEvent());
}

/** The page's own link to the booking: the opener itself, or one that stands inside it. */
function hrefOf(opener: Element): string | undefined {
  const link = opener instanceof HTMLAnchorElement ? opener : opener.querySelector('a[href]');
  return link instanceof HTMLAnchorElement && /^https?:/.test(link.href) ? link.href : undefined;
}

/** Whether a click asks for this page: not for a new tab, and not for something else already. */
export function isPlainClick(event: MouseEvent): boolean {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  return button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey && !defaultPrevented;
}
