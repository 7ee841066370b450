import { setupOfOpener } from './booking-setup.js';
import { isPlainClick, openBooking, prepareBooking } from './opening.js';

const selector = '[data-opus-booking]';

function openerOf({ target }: Event): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : undefined;
}

const prepare = (event: Event): void => {
  const opener = openerOf(event);
  if (opener) prepareBooking(setupOfOpener(opener));
};

let isListening = false;

/**
 * Any element with `data-opus-booking` opens the booking (P-49), whenever the page has added it: the document itself listens. A link
 * stays one for a new tab, and where this code does not come.
 */
export function listenForOpeners(): void {
  if (isListening) return;
  isListening = true;
  for (const type of ['pointerover', 'focusin', 'touchstart']) {
    document.addEventListener(type, prepare, { passive: true });
  }
  document.addEventListener('click', (event) => {
    const opener = openerOf(event);
    if (!opener || !isPlainClick(event)) return;
    event.preventDefault();
    openBooking(opener, setupOfOpener(opener), opener.getAttribute('data-opus-lang'));
  });
}
