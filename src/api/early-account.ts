/** Milliseconds for which an answer that was asked for early may be shown. */
const freshness = 20_000;

/**
 * Asks for an account before the widget is there. What it returns stands in for the element's `fetch`, and hands that answer to the
 * first call for the same address; every other call goes to the network. It asks as `<link rel="preload" as="fetch" crossorigin>`
 * does, so that the browser takes the answer of a page's own preload.
 */
export function earlyAccount(address: string): typeof fetch {
  const askedAt = Date.now();
  let first: Promise<Response> | undefined = fetch(address, { credentials: 'same-origin' });
  first.catch(() => undefined);
  return (input, init) => {
    const answer = first;
    if (!answer || input !== address || Date.now() - askedAt > freshness) return fetch(input, init);
    first = undefined;
    const signal = init?.signal;
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      // The second attempt belongs to the widget, with its own time limit.
      answer.catch(() => fetch(input, init)).then(resolve, reject);
    });
  };
}
