/** A signal that is aborted with another one, or when its time is over. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  readonly isOver: boolean;
  /** The work is done: nothing is aborted any more. */
  end(): void;
}

/**
 * Aborts after some milliseconds, or when `given` does and for its reason. Browsers of the baseline have no
 * `AbortSignal.any()`, and some of them no `AbortSignal.timeout()` (P-50, docs/browsers.md).
 */
export function timeLimit(milliseconds: number, given?: AbortSignal | null): TimeLimit {
  const controller = new AbortController();
  const { signal } = controller;
  let isOver = false;
  const follow = () => controller.abort(given?.reason);
  const timer = setTimeout(() => {
    isOver = !signal.aborted;
    controller.abort();
  }, milliseconds);
  if (given?.aborted) follow();
  given?.addEventListener('abort', follow);
  return {
    signal,
    get isOver() {
      return isOver;
    },
    end() {
      clearTimeout(timer);
      given?.removeEventListener('abort', follow);
    },
  };
}
