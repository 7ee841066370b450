import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BookingError } from '../../api/booking-error.js';
import type { Language, LoginRequest, LoginStarted, Session } from '../../contract/index.js';
import { startEidLogin, type EidLogin } from './eid-login.js';
import type { SessionController } from './session-controller.js';

/** A login that waits for its code. Both moments are epoch milliseconds of this browser's clock. */
interface StartedLogin extends LoginStarted {
  readonly request: LoginRequest;
  readonly resendAt: number;
  readonly until: number;
}

/** What the patient waits for after pressing a button. */
export type LoginOperation = 'login' | 'code' | 'resend' | 'eid';

/** What went wrong, and with what. */
export interface LoginFailure {
  readonly error: BookingError;
  readonly during: LoginOperation;
}

/** One patient logging in (P-33), by SMS code or by e-ID; ends with a session. What is typed is kept by the element alone. */
export class LoginAttempt implements ReactiveController {
  /** The code that is waited for, whether or not anybody gets one. */
  started: StartedLogin | undefined;
  busy: LoginOperation | undefined;
  failure: LoginFailure | undefined;
  /** The e-ID provider whose window is open. */
  provider: string | undefined;
  #eid: EidLogin | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: () => SessionController | undefined,
    private readonly done: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancelEid();
  }

  /** Where the browser blocked the window of the e-ID: the address for a link with `target="_blank" rel="opener"`. */
  get link(): string | undefined {
    return this.#eid?.link;
  }

  /** The browser opened no window: there will be a link, or the page leaves. */
  get isBlocked(): boolean {
    return this.#eid?.isBlocked ?? false;
  }

  /** The window of the e-ID seems closed. */
  get isWindowGone(): boolean {
    return this.#eid?.isWindowGone ?? false;
  }

  /** Asks for a code; the answer is the same for those who are known and those who are not. */
  async ask(request: LoginRequest): Promise<void> {
    await this.#attempt('login', (session) => this.#begin(session, request));
  }

  /** Asks for another code with what was typed before. */
  async resend(): Promise<void> {
    const { started } = this;
    if (started) await this.#attempt('resend', (session) => this.#begin(session, started.request));
  }

  /** Logs in with the code. */
  async confirm(code: string): Promise<void> {
    const { started } = this;
    if (!started) return;
    await this.#attempt('code', async (session) => {
      this.#finish(session, await session.api.loginCode(started.id, started.token, code));
    });
  }

  /** Back to what was typed. */
  correct(): void {
    this.started = this.failure = undefined;
    this.host.requestUpdate();
  }

  /**
   * Begins a login by e-ID; in the click itself, or the browser blocks the window. Where it does, the whole page goes to
   * the provider, if there is a path and query of this origin to come back to.
   */
  async beginEid(idp: string, lang: Language, returnPath?: string): Promise<void> {
    const session = this.session();
    if (!session || this.busy) return;
    const { api } = session;
    this.#eid?.giveUp();
    const eid = startEidLogin(
      {
        begin: (signal) => api.eidLogin({ idp, returnOrigin: location.origin, lang }, { signal }),
        exchange: ({ id, token }, signal) => api.eidExchange(id, token, { signal }),
        ...(returnPath === undefined
          ? {}
          : {
              redirect: async (signal) =>
                (await api.eidRedirect({ idp, returnPath, lang }, { signal })).url,
            }),
      },
      () => this.host.requestUpdate(),
    );
    this.#eid = eid;
    this.provider = idp;
    await this.#attempt('eid', async () => {
      try {
        const answer = await eid.session;
        if (this.#eid === eid) this.#finish(session, answer);
      } catch (cause) {
        // Given up: nobody waits for it.
        if (this.#eid === eid) throw cause;
      } finally {
        if (this.#eid === eid) this.#eid = this.provider = undefined;
      }
    });
  }

  /** The page has come back from the provider: the session is there, or the login failed. */
  async comeBack(): Promise<void> {
    await this.#attempt('eid', async (session) => {
      this.#finish(session, await session.api.eidReturn());
    });
  }

  /** The patient does not go on with the e-ID. */
  cancelEid(): void {
    const eid = this.#eid;
    if (!eid) return;
    this.#eid = this.provider = this.busy = undefined;
    eid.giveUp();
    this.host.requestUpdate();
  }

  async #begin({ api }: SessionController, request: LoginRequest): Promise<void> {
    const started = await api.login(request);
    const now = Date.now();
    this.started = {
      ...started,
      request,
      resendAt: now + started.resendAfter * 1000,
      until: now + started.expiresIn * 1000,
    };
  }

  #finish(session: SessionController, answer: Session): void {
    // The national ID that was typed is needed no more (N-02).
    this.started = undefined;
    session.take(answer);
    this.done();
  }

  async #attempt(
    busy: LoginOperation,
    work: (session: SessionController) => Promise<void>,
  ): Promise<void> {
    const session = this.session();
    if (!session || this.busy) return;
    this.busy = busy;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      await work(session);
    } catch (cause) {
      if (!(cause instanceof BookingError)) throw cause;
      this.failure = { error: cause, during: busy };
    } finally {
      if (this.busy === busy) this.busy = undefined;
      this.host.requestUpdate();
    }
  }
}
