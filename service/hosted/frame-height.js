// In a frame of a clinic's own page (P-49): tells that page how high the booking is, so that it scrolls with the page around.
// Only a page that has asked is told, and only at the origin that it asked from; which pages may hold the frame at all is said
// by `frame-ancestors`.
const { parent, ResizeObserver } = globalThis;
/** The origin of the page around, once it has asked. */
let around;
let told = 0;

const tell = (message) => around && parent.postMessage(message, around);

function tellHeight() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told || !around) return;
  told = height;
  tell({ type: 'opus-booking-height', height });
}

globalThis.addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || data?.type !== 'opus-booking-frame') return;
  around = origin;
  told = 0;
  tellHeight();
});

new ResizeObserver(tellHeight).observe(document.body);

// A new step begins at its top, which may lie above the window.
let isFirst = true;
document.addEventListener('opus-step-change', () => {
  if (!isFirst) tell({ type: 'opus-booking-step' });
  isFirst = false;
});

// The page around may listen later than this begins: asked again until it has. Holds nothing, so anybody may hear it.
let attempts = 0;
function ask() {
  if (around || parent === globalThis || attempts > 60) return;
  attempts += 1;
  parent.postMessage({ type: 'opus-booking-ready' }, '*');
  setTimeout(ask, attempts < 20 ? 100 : 1000);
}
ask();
