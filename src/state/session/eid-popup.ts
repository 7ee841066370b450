import type { EidStarted } from '../../contract/index.js';

/** What is told of the window. */
export interface EidPopupListener {
  /** The window says that it is done: now is a good moment to ask the service. */
  done(): void;
  /** `isGone` is another. */
  changed(): void;
}

/** How often to look whether the window is still there, milliseconds. */
const lookEvery = 500;

const features = 'popup,width=480,height=760';

/** A message of the service's pages in the window; anything else is none of ours. */
function typeOf(data: unknown): { type?: unknown; id?: unknown } {
  return typeof data === 'object' && data !== null ? data : {};
}

/**
 * The window in which somebody logs in by e-ID (P-33). It hands the login's token to the service's own page in that
 * window and to nobody else, and knows nothing of the provider.
 */
export class EidPopup {
  #popup: Window | null;
  #started: EidStarted | undefined;
  readonly #timer: ReturnType<typeof setInterval>;
  #wasClosed = false;

  constructor(private readonly listener: EidPopupListener) {
    this.#popup = window.open('', '_blank', features);
    this.isBlocked = this.#popup === null;
    window.addEventListener('message', this.#handleMessage);
    this.#timer = setInterval(this.#look, lookEvery);
  }

  /** The browser opened no window: show a link to the login's address, `target="_blank" rel="opener"`, which is taken in. */
  readonly isBlocked: boolean;

  /** The window seems to be closed. Only a hint: a provider may have cut the tie to it while it is open. */
  get isGone(): boolean {
    return this.#wasClosed;
  }

  /** Sends the window to the login that the service began. */
  go(started: EidStarted): void {
    this.#started = started;
    if (this.#popup && !this.#popup.closed) this.#popup.location.replace(started.url);
  }

  /** Closes the window and stops listening. */
  close(): void {
    clearInterval(this.#timer);
    window.removeEventListener('message', this.#handleMessage);
    this.#popup?.close();
  }

  readonly #look = (): void => {
    const isClosed = this.#popup?.closed ?? false;
    if (isClosed === this.#wasClosed) return;
    this.#wasClosed = isClosed;
    this.listener.changed();
  };

  readonly #handleMessage = ({ source, origin, data }: MessageEvent): void => {
    const started = this.#started;
    if (!started || origin !== new URL(started.url).origin) return;
    const { type, id } = typeOf(data);
    const isReady = type === 'opus-eid-ready' && id === started.id;
    // A window that the link opened is known by its first message; our own never changes.
    if (this.isBlocked && isReady) this.#popup = source as Window;
    if (source !== this.#popup) return;
    if (isReady) {
      this.#popup?.postMessage({ type: 'opus-eid-token', id, token: started.token }, origin);
    } else if (type === 'opus-eid-done') {
      this.listener.done();
    }
  };
}

/**
 * Opens the window of an e-ID login. Call it in the click itself, before anything is waited for: later the browser
 * takes it for an advertisement.
 */
export function openEidPopup(listener: EidPopupListener): EidPopup {
  return new EidPopup(listener);
}
