import { waitUntil as waitUntilWithin } from '@open-wc/testing';

/** Waits until something is true; the limit is for a busy machine, and only there so that a test ends. */
export function waitUntil(isTrue: () => unknown, message?: string): Promise<void> {
  return waitUntilWithin(isTrue, message, { timeout: 15_000 });
}
