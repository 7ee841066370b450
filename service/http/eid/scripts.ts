// What runs in the window of an e-ID login. Text, since the service has no files; each page allows its own one by its hash.

/**
 * Asks the opener for the login's token, hands it to the service, and goes on to the provider. Only a page of the login's
 * origin is listened to: whoever opened the window from elsewhere has no say here.
 */
export const beginScript = `
const { id, returnOrigin, noOpener, failed } = document.body.dataset;
const say = (text) => { document.querySelector('p').textContent = text; document.body.removeAttribute('aria-busy'); };
const opener = window.opener;
if (opener) {
  const patience = setTimeout(() => say(noOpener), 8000);
  let isTaken = false;
  addEventListener('message', async ({ source, origin, data }) => {
    if (isTaken || source !== opener || origin !== returnOrigin) return;
    if (data?.type !== 'opus-eid-token' || data.id !== id || typeof data.token !== 'string') return;
    isTaken = true;
    clearTimeout(patience);
    try {
      const answer = await fetch(location.pathname, { method: 'POST', headers: { 'Login-Token': data.token } });
      if (!answer.ok) throw new Error(answer.status);
      location.replace((await answer.json()).url);
    } catch {
      opener.postMessage({ type: 'opus-eid-done' }, returnOrigin);
      say(failed);
    }
  });
  opener.postMessage({ type: 'opus-eid-ready', id }, returnOrigin);
} else say(noOpener);
`;

/** Takes the code out of the address, wakes the opener, and closes the window. */
export const endScript = `
const { returnOrigin } = document.body.dataset;
history.replaceState(null, '', location.pathname);
if (returnOrigin) {
  window.opener?.postMessage({ type: 'opus-eid-done' }, returnOrigin);
  window.close();
}
`;
