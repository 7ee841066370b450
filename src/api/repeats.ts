import ky, { HTTPError } from 'ky';
import { isUnconsidered } from './failure.js';

interface Repeats {
  /** The attempt that was made already. */
  readonly first: Promise<Response>;
  readonly fetch: typeof fetch;
  /** Milliseconds before the second attempt, doubled for the third. */
  readonly delay: number;
}

/** A service that is busy may ask for so many seconds of patience; the time of the whole call is ten. */
const longestWait = 4;

/** The answer to a GET whose first attempt got none that the service has considered: two more attempts are made. */
export async function withRepeats(
  url: string,
  init: RequestInit,
  { first, fetch, delay }: Repeats,
): Promise<Response> {
  let attempt: Promise<Response> | undefined = first;
  let wait = 0;
  try {
    return await ky(url, {
      ...init,
      fetch(input, init) {
        const response = attempt ?? fetch(input, init);
        attempt = undefined;
        return response;
      },
      timeout: false,
      retry: {
        limit: 2,
        methods: ['get'],
        afterStatusCodes: [],
        delay: (repeat) => Math.max(delay * 2 ** (repeat - 1), wait * 1000),
        shouldRetry({ error }) {
          if (!(error instanceof HTTPError)) return navigator.onLine;
          const { response } = error;
          // A date, which proxies may send, counts as no wait.
          wait = Math.min(Number(response.headers.get('Retry-After')) || 0, longestWait);
          return isUnconsidered(response);
        },
      },
    });
  } catch (error) {
    if (error instanceof HTTPError) return error.response;
    throw error;
  }
}
