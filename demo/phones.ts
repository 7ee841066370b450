import type { Fetch } from './accounts/staff-client.js';

/** How often phones look for what has come, in milliseconds. */
const every = 3000;

/** The demo's phones: what reaches them is reported as a real gateway does, a moment later. Returns how to stop. */
export function startPhones(fetch: Fetch, onError: (error: unknown) => void): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const look = () => {
    const request = new Request('http://localhost/demo/reports', { method: 'POST' });
    round ??= Promise.resolve(fetch(request))
      .catch(onError)
      .finally(() => (round = undefined));
  };
  const timer = setInterval(look, every);
  return async () => {
    clearInterval(timer);
    await round;
  };
}
