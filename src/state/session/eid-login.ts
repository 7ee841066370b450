import { BookingError } from '../../api/booking-error.js';
import type { EidStarted, Session } from '../../contract/index.js';
import { openEidPopup, type EidPopup } from './eid-popup.js';

/** The calls of an e-ID login; all reject with a `BookingError`. */
export interface EidCalls {
  /** `POST /logins/eid`. */
  begin(signal: AbortSignal): Promise<EidStarted>;
  /** `POST /logins/eid/{id}/exchange`; undefined while the patient is still at the provider. */
  exchange(started: EidStarted, signal: AbortSignal): Promise<Session | undefined>;
  /** `POST /logins/eid/redirect`; absent where the page may not be left. Resolves with where to go. */
  redirect?(signal: AbortSignal): Promise<string>;
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

  readonly #popup: EidPopup;
  readonly #abort = new AbortController();
  #started: EidStarted | undefined;
  #isWoken = false;
  #wake: () => void = () => undefined;

  /** In the click itself. `changed`: `link` or `isWindowGone` did. */
  constructor(
    private readonly calls: EidCalls,
    private readonly changed: () => void,
    private readonly pace = standardPace,
    /** Takes the whole page to another address. */
    private readonly leave = (url: string) => location.assign(url),
  ) {
    this.#popup = openEidPopup({
      done: () => this.#askNow(),
      changed: () => {
        if (this.isWindowGone) this.#askNow();
        this.changed();
      },
    });
    this.session = this.#run();
    // Whoever gave up looks at it no more.
    this.session.catch(() => undefined);
  }

  /** The browser opened no window. */
  get isBlocked(): boolean {
    return this.#popup.isBlocked;
  }

  /** Where the browser blocked the window: the address for a link with `target="_blank" rel="opener"`. */
  get link(): string | undefined {
    return this.isBlocked ? this.#started?.url : undefined;
  }

  /** The window seems closed: offer to begin again. Until then the service is still asked. */
  get isWindowGone(): boolean {
    return this.#popup.isGone;
  }

  /** Closes the window and forgets the token. */
  giveUp(): void {
    this.#abort.abort();
    this.#popup.close();
    this.#started = undefined;
    this.#wake();
  }

  async #run(): Promise<Session> {
    try {
      const { signal } = this.#abort;
      if (this.isBlocked && (await this.#goAway(signal))) return await comeBack(signal);
      const started = await this.calls.begin(signal);
      signal.throwIfAborted();
      this.#started = started;
      this.#popup.go(started);
      this.changed();
      return await this.#poll(started, signal);
    } finally {
      this.#popup.close();
      this.#started = undefined;
    }
  }

  /** Where no window opens, the whole page goes to the provider, if it may (P-33); true when it does. */
  async #goAway(signal: AbortSignal): Promise<boolean> {
    const { redirect } = this.calls;
    if (!redirect) return false;
    const url = await redirect(signal).catch((error: unknown) => {
      // The service does not have it so: there is still the link.
      if (error instanceof BookingError && error.kind === 'not-allowed') return undefined;
      throw error;
    });
    signal.throwIfAborted();
    if (url !== undefined) this.leave(url);
    return url !== undefined;
  }

  async #poll(started: EidStarted, signal: AbortSignal): Promise<Session> {
    for (;;) {
      await this.#rest();
      signal.throwIfAborted();
      // One question at a time: the session is answered once, and a second question would find nothing.
      const session = await this.calls.exchange(started, signal).catch((error: unknown) => {
        if (error instanceof BookingError && passing.has(error.kind)) return undefined;
        throw error;
      });
      if (session) return session;
    }
  }

  #askNow(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** Until it is time to ask again, or something happened in the window. */
  async #rest(): Promise<void> {
    if (!this.#isWoken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.pace);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#isWoken = false;
  }
}

/** The page is on its way; shown again as it was, it has come back without having logged in. */
function comeBack(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const handleShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) reject(new BookingError('not-allowed'));
    };
    window.addEventListener('pageshow', handleShow, { signal });
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Begins a login by e-ID; call it in the click itself, or the browser blocks the window. */
export function startEidLogin(...options: ConstructorParameters<typeof EidLogin>): EidLogin {
  return new EidLogin(...options);
}
