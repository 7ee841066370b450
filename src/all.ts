// The file for a script tag: the whole booking at once, every other element as soon as the page turns out to use it.
import './define/booking.js';
import { Booking } from './elements/booking/booking.js';

const { loaders } = Booking;
const selector = Object.keys(loaders).join();

function bring(element: Element): void {
  if (!customElements.get(element.localName)) void loaders[element.localName]?.();
}

function look(node: Node): void {
  if (!(node instanceof Element)) return;
  bring(node);
  node.querySelectorAll(selector).forEach(bring);
}

look(document.documentElement);
// Looks only at what is added, so that a busy page pays nothing for it.
new MutationObserver((records) => {
  for (const { addedNodes } of records) addedNodes.forEach(look);
}).observe(document.documentElement, { childList: true, subtree: true });
