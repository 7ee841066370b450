import type { Account } from '../contract/index.js';

/** Milliseconds for which an answer that was asked for early may be shown. */
const freshness = 20_000;

interface Early {
  readonly askedAt: number;
  readonly fetch: typeof fetch;
}

/** What was asked for and not shown yet, by its address. */
const waiting = new Map<string, Early>();

/**
 * Asks for an account before the widget is there, once for each address. What it returns stands in for the element's `fetch`, and
 * hands that answer to the first call for the same address; every other call goes to the network. It asks as
 * `<link rel="preload" as="fetch" crossorigin>` does, so that the browser takes the answer of a page's own preload. `told` hears
 * the account's languages, before the widget does.
 */
export function earlyAccount(
  address: string,
  told?: (languages: Account['languages']) => void,
): typeof fetch {
  const known = waiting.get(address);
  if (known && isFresh(known)) return known.fetch;
  const answer = fetch(address, { credentials: 'same-origin' });
  answer
    .then(async (response) => {
      if (!told || !response.ok) return;
      const { languages } = (await response.clone().json()) as Partial<Account>;
      if (languages) told(languages);
    })
    // What is wrong with the answer is the widget's to say.
    .catch(() => undefined);
  const early: Early = {
    askedAt: Date.now(),
    fetch: (input, init) => {
      if (input !== address || waiting.get(address) !== early) return fetch(input, init);
      waiting.delete(address);
      if (!isFresh(early)) return fetch(input, init);
      const signal = init?.signal;
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        // The second attempt belongs to the widget, with its own time limit.
        answer.catch(() => fetch(input, init)).then(resolve, reject);
      });
    },
  };
  waiting.set(address, early);
  return early.fetch;
}

const isFresh = ({ askedAt }: Early): boolean => Date.now() - askedAt < freshness;
