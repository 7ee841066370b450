// The file for a script tag: the whole booking at once, every other element as soon as the page turns out to use it.
import './define/booking.js';

const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'opus-appointments': () => import('./define/appointments.js'),
  'opus-choices': () => import('./define/choices.js'),
  'opus-info-box': () => import('./define/info-box.js'),
  'opus-treatment-picker': () => import('./define/treatment-picker.js'),
  'opus-clinician-picker': () => import('./define/clinician-picker.js'),
  'opus-week-calendar': () => import('./define/week-calendar.js'),
  'opus-personal-details': () => import('./define/personal-details.js'),
  'opus-national-id-field': () => import('./define/national-id-field.js'),
  'opus-phone-field': () => import('./define/phone-field.js'),
  'opus-text-field': () => import('./define/text-field.js'),
  'opus-code-field': () => import('./define/code-field.js'),
  'opus-error-summary': () => import('./define/error-summary.js'),
  'opus-hold-warning': () => import('./define/hold-warning.js'),
  'opus-review': () => import('./define/review.js'),
  'opus-receipt': () => import('./define/receipt.js'),
  'opus-login': () => import('./define/login.js'),
};
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
