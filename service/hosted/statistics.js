// The account's script runs in a frame of its own, where nothing of this page can be reached, and is fed with the public
// events: their names and documented fields, copied one by one (P-41).
import { publicEvents } from './public-events.js';

/** What happened before the frame listened; more than a patient ever does. */
const waiting = [];
const most = 200;

const frame = Object.assign(document.createElement('iframe'), {
  src: '/script',
  className: 'script',
  // It has nothing to show, and what is not drawn takes no focus and no keys.
  hidden: true,
  tabIndex: -1,
  // The one right that a frame has unasked; browsers that don't know it yet need the guard below.
  allow: "focus-without-user-activation 'none'",
});
frame.setAttribute('sandbox', 'allow-scripts');
frame.setAttribute('aria-hidden', 'true');

// The frame's origin is opaque, so there is no other name for it; it can't be led elsewhere either (`frame-src`).
let tell = (message) => {
  if (waiting.length < most) waiting.push(message);
};

for (const [type, fields] of Object.entries(publicEvents)) {
  document.addEventListener(type, (event) =>
    tell({ type, ...Object.fromEntries(fields.map((field) => [field, event[field]])) }),
  );
}

globalThis.addEventListener('message', ({ source, data }) => {
  if (!source || source !== frame.contentWindow || data !== 'opus-ready') return;
  tell = (message) => source.postMessage(message, '*');
  waiting.splice(0).forEach((message) => tell(message));
});

/** The field or button that the patient is in, through every shadow root. */
let own;
globalThis.addEventListener('focusin', (event) => (own = event.composedPath()[0]), true);

/** Nobody can go into a frame that is not drawn: one that has the focus took it, to hear the keys. It is thrown out. */
function guard() {
  if (document.activeElement !== frame) return;
  frame.remove();
  clearInterval(timer);
  own?.focus();
}
// The event comes at once, but only to a page that had the focus itself.
const timer = setInterval(guard, 100);
globalThis.addEventListener('blur', guard);

// Nobody waits for statistics: after everything else.
if (document.readyState === 'complete') document.body.append(frame);
else globalThis.addEventListener('load', () => document.body.append(frame), { once: true });
