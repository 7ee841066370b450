/** Milliseconds in which the images of what is on screen may go first. */
const patience = 300;

/** Resolves when what is on screen has had its time and the browser is idle; at once when `needed` says so. */
export async function quietTime(needed?: AbortSignal): Promise<void> {
  if (needed?.aborted) return;
  await new Promise<void>((done) => {
    needed?.addEventListener('abort', () => done(), { once: true });
    setTimeout(() => {
      // Safari has no idle callback.
      if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 1000 });
      else done();
    }, patience);
  });
}
