// Scripts of the window of an e-ID login, as text, since the service serves no files; each page allows its own by its hash.

/**
 * Gets the login's token from the opener, sends it to the service, and goes to the provider. Messages from any other origin
 * than the login's are ignored.
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
