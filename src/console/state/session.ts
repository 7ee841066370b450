import type { ReactiveControllerHost } from 'lit';
import type { DemoPeople, Language, Me, SignInStarted } from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';
import { asStaffError } from './record-editor.js';

export type SessionStatus = 'looking' | 'signed-out' | 'signed-in' | 'ended' | 'unreachable';

type Person = DemoPeople['items'][number];

/** What there is to show of a session. */
export interface SessionState {
  readonly status: SessionStatus;
  readonly me: Me | undefined;
  /** A code is on its way. */
  readonly started: SignInStarted | undefined;
  /** What went wrong with the last step. */
  readonly failure: StaffError | undefined;
  readonly isBusy: boolean;
  /** In demo mode: whom one may be. */
  readonly demoPeople: readonly Person[];
}

/**
 * Who is signed in (C-02), and the ways to sign in: a code by e-mail, a passkey, an invitation; in demo mode any person of the account.
 * After a session has ended, `me` stays until somebody signs in, so that the page beneath keeps what was typed.
 */
export class Session {
  state: SessionState = {
    status: 'looking',
    me: undefined,
    started: undefined,
    failure: undefined,
    isBusy: false,
    demoPeople: [],
  };
  #api: StaffApi | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Looks who is signed in already; an invitation's token signs in at once. */
  async begin(api: StaffApi, invitation?: string): Promise<void> {
    this.#api = api;
    this.#set({ status: 'looking', me: undefined, started: undefined, failure: undefined });
    if (invitation !== undefined) {
      await this.#step(() => api.call('acceptInvitation', { body: { token: invitation } }));
      if (this.state.status === 'signed-in') return;
    }
    try {
      const { data } = await api.call('me');
      if (this.#api === api) this.#set({ status: 'signed-in', me: data });
    } catch (error) {
      if (this.#api !== api) return;
      const failure = asStaffError(error);
      const isStranger = failure.code === 'login-required';
      this.#set({
        status: isStranger ? 'signed-out' : 'unreachable',
        failure: isStranger ? this.state.failure : failure,
      });
      await this.#findDemoPeople(api);
    }
  }

  /** Looks again what one may do: rights change. */
  async refresh(): Promise<void> {
    const { data } = await this.#api!.call('me');
    this.#set({ me: data });
  }

  end(): void {
    this.#set({ status: 'ended', started: undefined, failure: undefined });
    if (this.#api) void this.#findDemoPeople(this.#api);
  }

  sendCode(email: string, lang: Language): Promise<void> {
    return this.#run(async (api) => {
      const { data } = await api.call('beginSignIn', { body: { email, lang } });
      this.#set({ started: data });
    });
  }

  forgetCode(): void {
    this.#set({ started: undefined, failure: undefined });
  }

  enterCode(code: string): Promise<void> {
    const { id = '', token = '' } = this.state.started ?? {};
    return this.#step((api) =>
      api.call('enterSignInCode', { id, loginToken: token, body: { code } }),
    );
  }

  withPasskey(): Promise<void> {
    return this.#step(async (api) => {
      const { data } = await api.call('beginPasskeySignIn');
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const optionsJSON = data.options as unknown as Parameters<
        typeof startAuthentication
      >[0]['optionsJSON'];
      const credential = await startAuthentication({ optionsJSON });
      return api.call('endPasskeySignIn', { id: data.id, body: { credential } });
    });
  }

  asDemoPerson(person: string): Promise<void> {
    return this.#step((api) => api.call('demoSignIn', { body: { person } }));
  }

  async signOut(): Promise<void> {
    await this.#api?.call('signOut').catch(() => undefined);
    const api = this.#api!;
    api.bearer = undefined;
    await this.begin(api);
  }

  async #findDemoPeople(api: StaffApi): Promise<void> {
    const found = await api.call('demoPeople').catch(() => undefined);
    if (this.#api === api) this.#set({ demoPeople: found?.data.items ?? [] });
  }

  /** A step that ends with somebody signed in. */
  #step(
    call: (api: StaffApi) => Promise<{ data: { me: Me; token?: string | undefined } }>,
  ): Promise<void> {
    return this.#run(async (api) => {
      const { data } = await call(api);
      api.bearer = data.token;
      this.#set({ status: 'signed-in', me: data.me, started: undefined });
    });
  }

  async #run(work: (api: StaffApi) => Promise<void>): Promise<void> {
    if (this.state.isBusy || !this.#api) return;
    this.#set({ isBusy: true, failure: undefined });
    try {
      await work(this.#api);
    } catch (error) {
      // Closing the browser's own window for passkeys is no failure.
      const isGivenUp = error instanceof Error && error.name === 'NotAllowedError';
      this.#set({ failure: isGivenUp ? undefined : asStaffError(error) });
    } finally {
      this.#set({ isBusy: false });
    }
  }

  #set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
  }
}
