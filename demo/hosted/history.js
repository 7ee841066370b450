// The browser's back and forward step through the booking, and a reload keeps its choices (P-11). The address says
// what is chosen and never anything of the patient.
const { history } = globalThis;
const booking = document.querySelector('opus-booking');

function address(step) {
  const url = new URL(location.href);
  const { clinic, treatment, clinician } = booking.choices;
  for (const [name, value] of Object.entries({ clinic, treatment, clinician, step })) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

booking.addEventListener('opus-step-change', ({ step }) => {
  // The first step belongs to the entry that the page was opened with, as a step that the browser went to has its own.
  const isKnown = history.state === null || history.state.step === step;
  history[isKnown ? 'replaceState' : 'pushState']({ step }, '', address(step));
});

booking.addEventListener('opus-selection-change', () => {
  const step = booking.currentStep;
  if (history.state?.step === step) history.replaceState({ step }, '', address(step));
});

globalThis.addEventListener('popstate', ({ state }) => {
  if (!state) return;
  // Asked for anew although it was asked for before.
  booking.step = '';
  booking.step = state.step;
});
