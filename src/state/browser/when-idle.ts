/** Milliseconds in which the images of what is on screen may go first. */
const patience = 500;

/**
 * Resolves when what is on screen has had its time and the browser is idle; at once when `needed` is aborted. `shown`
 * resolves when there is something on screen.
 */
export function whenIdle(needed?: AbortSignal, shown?: Promise<void>): Promise<void> {
  return new Promise((done) => {
    if (needed?.aborted) done();
    needed?.addEventListener('abort', () => done(), { once: true });
    // Safari has no idle callback.
    const idle = () =>
      'requestIdleCallback' in window
        ? requestIdleCallback(() => done(), { timeout: 1000 })
        : done();
    void Promise.resolve(shown).then(() => setTimeout(idle, patience));
  });
}
