import { BookingError } from '../api/booking-error.js';
import type { EidStarted, Session } from '../contract/index.js';
import { openEidPopup, type EidPopup } from './eid-popup.js';

/** The two calls of an e-ID login; both reject with a `BookingError`. */
export interface EidCalls {
  /** `POST /logins/eid`. */
  begin(signal: AbortSignal): Promise<EidStarted>;
  /** `POST /logins/eid/{id}/exchange`; undefined while the patient is still at the provider. */
  exchange(started: EidStarted, signal: AbortSignal): Promise<Session | undefined>;
}

/** Milliseconds between two questions whether the patient is done. */
const standardPace = 2000;

/** After these the service may be asked again: nothing was decided. */
const passing: ReadonlySet<BookingError['kind']> = new Set([
  'offline',
  'timeout',
  'unreachable',
  'rate-limited',
]);

/**
 * A login by e-ID under way (P-33). The window only wakes the questions to the service, which decide alone: whatever
 * becomes of the window, a patient who has logged in at the provider is logged in here.
 */
export class EidLogin {
  /** Rejects with a `BookingError` (`not-allowed`: cancelled or failed at the provider), or `AbortError` once given up. */
  readonly session: Promise<Session>;

  private readonly popup: EidPopup;
  private readonly abort = new AbortController();
  private started: EidStarted | undefined;
  private isWoken = false;
  private wake: () => void = () => undefined;

  /** In the click itself. `changed`: `link` or `isWindowGone` did. */
  constructor(
    private readonly calls: EidCalls,
    private readonly changed: () => void,
    private readonly pace = standardPace,
  ) {
    this.popup = openEidPopup({
      done: () => this.askNow(),
      changed: () => {
        if (this.isWindowGone) this.askNow();
        this.changed();
      },
    });
    this.session = this.run();
    // Whoever gave up looks at it no more.
    this.session.catch(() => undefined);
  }

  /** Where the browser blocked the window: the address for a link with `target="_blank" rel="opener"`. */
  get link(): string | undefined {
    return this.popup.isBlocked ? this.started?.url : undefined;
  }

  /** The window seems closed: offer to begin again. Until then the service is still asked. */
  get isWindowGone(): boolean {
    return this.popup.isGone;
  }

  /** Closes the window and forgets the token. */
  giveUp(): void {
    this.abort.abort();
    this.popup.close();
    this.started = undefined;
    this.wake();
  }

  private async run(): Promise<Session> {
    try {
      const { signal } = this.abort;
      const started = await this.calls.begin(signal);
      signal.throwIfAborted();
      this.started = started;
      this.popup.go(started);
      this.changed();
      return await this.poll(started, signal);
    } finally {
      this.popup.close();
      this.started = undefined;
    }
  }

  private async poll(started: EidStarted, signal: AbortSignal): Promise<Session> {
    for (;;) {
      await this.rest();
      signal.throwIfAborted();
      // One question at a time: the session is answered once, and a second question would find nothing.
      const session = await this.calls.exchange(started, signal).catch((error: unknown) => {
        if (error instanceof BookingError && passing.has(error.kind)) return undefined;
        throw error;
      });
      if (session) return session;
    }
  }

  private askNow(): void {
    this.isWoken = true;
    this.wake();
  }

  /** Until it is time to ask again, or something happened in the window. */
  private async rest(): Promise<void> {
    if (!this.isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.pace);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.isWoken = false;
  }
}

/** Begins a login by e-ID; call it in the click itself, or the browser blocks the window. */
export function startEidLogin(calls: EidCalls, changed: () => void, pace?: number): EidLogin {
  return new EidLogin(calls, changed, pace);
}
