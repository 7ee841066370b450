import ky, { HTTPError } from 'ky';
import { isUnconsidered } from './http-caller.js';

interface Repeats {
  /** The attempt that was made already. */
  readonly first: Promise<Response>;
  readonly fetch: typeof fetch;
  /** Milliseconds before the second attempt, doubled for the third. */
  readonly delay: number;
}

/** The answer to a GET whose first attempt got none that the service has considered: two more attempts are made. */
export async function withRepeats(
  url: string,
  init: RequestInit,
  { first, fetch, delay }: Repeats,
): Promise<Response> {
  let attempt: Promise<Response> | undefined = first;
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
        delay: (repeat) => delay * 2 ** (repeat - 1),
        shouldRetry: ({ error }) =>
          error instanceof HTTPError ? isUnconsidered(error.response) : navigator.onLine,
      },
    });
  } catch (error) {
    if (error instanceof HTTPError) return error.response;
    throw error;
  }
}
