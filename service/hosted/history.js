// The browser's back and forward step through the booking, and a reload goes on where the patient was (P-11). The
// address names the step; what is chosen lies in this tab's storage. Neither says anything of the patient.
const { history } = globalThis;
const booking = document.querySelector('opus-booking');
const key = `opus-booking ${booking.getAttribute('account')}`;

/** Storage may be forbidden, and then throws when it is only named: a reload begins anew. */
function stored(use) {
  try {
    return use(globalThis.sessionStorage);
  } catch {
    return null;
  }
}

const isReload = performance.getEntriesByType('navigation')[0]?.type === 'reload';
// Back from an e-ID provider, which counts once.
const here = new URL(location.href);
const isBack = here.searchParams.has('eid-return');
if (isBack) {
  here.searchParams.delete('eid-return');
  history.replaceState(history.state, '', here);
}
const kept = isReload || isBack ? stored((storage) => storage.getItem(key)) : null;
if (kept) {
  booking.initialChoices = JSON.parse(kept);
  // The booking goes on elsewhere.
  document.querySelector('.first-look')?.remove();
} else stored((storage) => storage.removeItem(key));

function address(step) {
  const url = new URL(location.href);
  url.searchParams.set('step', step);
  // Chosen by now, and a reload knows it from the storage.
  url.searchParams.delete('time');
  // What the patient chose to read, also after a reload.
  const isOther = booking.language !== document.documentElement.lang;
  if (isOther || url.searchParams.has('lang')) url.searchParams.set('lang', booking.language);
  // "See all": the link's choices are the patient's own from now on.
  if (!booking.isNarrowed) {
    for (const name of ['clinic', 'group', 'treatment', 'clinician']) url.searchParams.delete(name);
  }
  return url;
}

function keep() {
  const choices = JSON.stringify(booking.choices);
  stored((storage) => storage.setItem(key, choices));
}

booking.addEventListener('opus-step-change', ({ step }) => {
  keep();
  // The first step belongs to the entry that the page was opened with, as a step that the browser went to has its own.
  const isKnown = history.state === null || history.state.step === step;
  history[isKnown ? 'replaceState' : 'pushState']({ step }, '', address(step));
});

booking.addEventListener('opus-selection-change', keep);
booking.addEventListener('opus-booked', () => stored((storage) => storage.removeItem(key)));

// Logging in and own appointments have entries of their own.
booking.addEventListener('opus-view-change', ({ view }) => {
  const url = new URL(location.href);
  for (const name of ['view', 'appointment', 'do', 'time']) url.searchParams.delete(name);
  if (view !== 'booking') url.searchParams.set('view', view);
  history.pushState({ ...history.state, view }, '', url);
});

globalThis.addEventListener('popstate', ({ state }) => {
  if (!state) return;
  booking.view = state.view;
  // Asked for anew although it was asked for before.
  booking.step = '';
  booking.step = state.step;
});
