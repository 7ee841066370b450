import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionNeed, SessionProvider } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type { SessionApi } from '../../api/session-api.js';
import type { SentTo, Session, SessionCodeRequest } from '../../contract/index.js';

/** Who is logged in, and what they may: a session without its secret. */
export type OpenSession = Omit<Session, 'token' | 'expiresIn'>;

/** A code on its way (P-43). Both moments are epoch milliseconds of this browser's clock. */
export interface SentCode {
  readonly sentTo: SentTo;
  readonly resendAt: number;
  readonly until: number;
}

interface Waiting {
  readonly goOn: () => void;
  readonly fail: (error: BookingError) => void;
}

/**
 * The patient's session (P-33, P-44): in memory, nowhere else, and forgotten when it ends. Its end is counted on a clock
 * that nobody sets, from the last call that carried it. What needs a session and finds none waits until the patient has
 * logged in, or does not want to.
 */
export class SessionController implements SessionProvider {
  /** Who is logged in. */
  current: OpenSession | undefined;
  /** The session ended by itself; until the patient logs in again, or goes on without. */
  isOver = false;
  #token: string | undefined;
  /** Seconds without a call after which it ends. */
  #idle = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #hosts = new Set<ReactiveControllerHost>();
  #waiting: Waiting[] = [];
  /** Whose session ended: what waits is theirs, nobody else's. */
  #owner: string | undefined;

  constructor(readonly api: SessionApi) {}

  /** True while something that was asked for waits for the patient to log in. */
  get isWanted(): boolean {
    return this.#waiting.length > 0;
  }

  /** Has an element rendered again whenever something changes here, as long as it stands in the document. */
  watch(host: ReactiveControllerHost): void {
    const watcher: ReactiveController = {
      hostConnected: () => this.#hosts.add(host),
      hostDisconnected: () => this.#hosts.delete(host),
    };
    host.addController(watcher);
  }

  /** The patient logged in, or confirmed the session: what waited goes on, if it was theirs. */
  take(session: Session): void {
    const { token, expiresIn, ...open } = session;
    const owner = ownerOf(open);
    const isSame = this.#owner === undefined || this.#owner === owner;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#token = token;
    this.current = open;
    this.#owner = owner;
    this.isOver = false;
    this.#idle = expiresIn;
    this.#prolong();
    for (const { goOn, fail } of waiting) {
      if (isSame) goOn();
      else fail(new BookingError('login-required'));
    }
    this.#changed();
  }

  /** Logs out: forgotten here at once, and at the service as soon as it hears of it. */
  async logOut(): Promise<void> {
    const token = this.#token;
    this.#forget();
    this.giveUp();
    // If it does not arrive, the session ends by itself a few minutes later.
    if (token) await this.api.logout(token).catch(() => undefined);
  }

  /** The patient does not want to log in (again): what waited is refused. */
  giveUp(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.isOver = false;
    this.#owner = this.current && ownerOf(this.current);
    for (const { fail } of waiting) fail(new BookingError('login-required'));
    this.#changed();
  }

  /**
   * Makes a call that needs the session. Where there is none, or it proves to be over, the page asks the patient to log in
   * and the call is made (again) then. Rejects with a `BookingError`; with `login-required` when they would not.
   */
  async call<T>(work: (session: string) => Promise<T>): Promise<T> {
    for (;;) {
      const token = this.#token ?? (await this.#needed());
      try {
        return await this.#carried(token, work);
      } catch (cause) {
        if (!isLoginRequired(cause)) throw cause;
      }
    }
  }

  /** Makes a call that is made with the session where there is one, and else without. */
  async #callEither<T>(work: (session: string | undefined) => Promise<T>): Promise<T> {
    const token = this.#token;
    if (!token) return work(undefined);
    try {
      return await this.#carried(token, work);
    } catch (cause) {
      if (!isLoginRequired(cause)) throw cause;
      return work(undefined);
    }
  }

  /** As `SessionProvider.carry`: a `kept` call belongs to whoever is, or was, logged in. */
  carry<T>(need: SessionNeed, work: (session: string | undefined) => Promise<T>): Promise<T> {
    const isNeeded = need === 'required' || (need === 'kept' && (this.current || this.isOver));
    return isNeeded ? this.call(work) : this.#callEither(work);
  }

  /** Sends the code that moves and cancellations ask for (P-43); a mobile only where none is on file. */
  async sendCode(request: SessionCodeRequest): Promise<SentCode> {
    const { sentTo, resendAfter, expiresIn } = await this.call((session) =>
      this.api.sendSessionCode(session, request),
    );
    const now = Date.now();
    return { sentTo, resendAt: now + resendAfter * 1000, until: now + expiresIn * 1000 };
  }

  /** Confirms the session with that code. */
  async confirm(code: string): Promise<void> {
    this.take(await this.call((session) => this.api.confirmSession(session, code)));
  }

  async #carried<T>(token: string, work: (session: string) => Promise<T>): Promise<T> {
    try {
      const answer = await work(token);
      if (this.#token === token) this.#prolong();
      return answer;
    } catch (cause) {
      if (isLoginRequired(cause) && this.#token === token) this.#end();
      throw cause;
    }
  }

  #needed(): Promise<string> {
    const wait = new Promise<void>((goOn, fail) => this.#waiting.push({ goOn, fail }));
    this.#changed();
    return wait.then(() => this.#token ?? this.#needed());
  }

  /** A call put its end off. */
  #prolong(): void {
    clearTimeout(this.#timer);
    const until = performance.now() + this.#idle * 1000;
    // Timers of pages in the background are late, never early; ended a moment before the service would.
    const look = () => {
      const left = until - performance.now();
      if (left > 0) this.#timer = setTimeout(look, Math.min(left, 0x7fffffff));
      else this.#end();
    };
    this.#timer = setTimeout(look, this.#idle * 1000);
  }

  /** It ended by itself. */
  #end(): void {
    this.#forget();
    this.isOver = true;
    this.#changed();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#token = this.current = undefined;
    this.#changed();
  }

  #changed(): void {
    for (const host of this.#hosts) host.requestUpdate();
  }
}

/** Whose session it is, as far as that can be told apart. */
export function ownerOf({ patient }: OpenSession): string {
  return JSON.stringify([patient.nationalIdMasked, patient.firstName, patient.lastName]);
}

function isLoginRequired(cause: unknown): boolean {
  return cause instanceof BookingError && cause.kind === 'login-required';
}
