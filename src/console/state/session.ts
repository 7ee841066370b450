import type { ReactiveControllerHost } from 'lit';
import type {
  DemoPeople,
  Language,
  Me,
  ProviderSignIn,
  SignInStarted,
  StaffSession,
} from '../../contract/index.js';
import type { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';
import { asStaffError } from './record-editor.js';
import type { Arrival } from './route.js';

export type SessionStatus = 'looking' | 'signed-out' | 'signed-in' | 'ended' | 'unreachable';

type Person = DemoPeople['items'][number];

/** What somebody is told who came by a link or from a provider and is not signed in. */
export type ArrivalProblem = 'invitation' | 'unknown' | 'cancelled' | 'failed';
const providerEnds: readonly string[] = ['unknown', 'cancelled', 'failed'];

/** What there is to show of a session. */
export interface SessionState {
  readonly status: SessionStatus;
  /** The session has ended while nobody waited for anything: no dialog takes the keyboard from who is writing. */
  readonly isQuiet: boolean;
  readonly me: Me | undefined;
  /** A code is on its way. */
  readonly started: SignInStarted | undefined;
  /** The provider that the domain of the address that was typed has. */
  readonly provider: ProviderSignIn | undefined;
  /** How somebody has signed in here, until the page is loaded anew. */
  readonly way: StaffSession['kind'] | undefined;
  readonly arrivalProblem: ArrivalProblem | undefined;
  /** What went wrong with the last step. */
  readonly failure: StaffError | undefined;
  readonly isBusy: boolean;
  /** In demo mode: whom one may be. */
  readonly demoPeople: readonly Person[];
}

const nobody = {
  me: undefined,
  started: undefined,
  provider: undefined,
  way: undefined,
  arrivalProblem: undefined,
  failure: undefined,
} as const;

/**
 * Who is signed in (C-02), and the ways to sign in: a code by e-mail, a passkey, a chain's provider, an invitation; in demo mode any
 * person of the account.
 * After a session has ended, `me` stays until somebody signs in, so that the page beneath keeps what was typed.
 */
export class Session {
  state: SessionState = {
    ...nobody,
    ...{ status: 'looking', isQuiet: false },
    isBusy: false,
    demoPeople: [],
  };
  #api: StaffApi | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Looks who is signed in already; an invitation's token signs in at once. */
  async begin(api: StaffApi, { invitation, signIn }: Arrival = {}): Promise<void> {
    this.#api = api;
    this.#set({ ...nobody, status: 'looking' });
    if (invitation !== undefined) {
      await this.#step('invitation', () =>
        api.call('acceptInvitation', { body: { token: invitation } }),
      );
      if (this.#isSignedIn) return;
      if (this.state.failure?.code === 'not-found') {
        this.#set({ failure: undefined, arrivalProblem: 'invitation' });
      }
    } else if (signIn !== undefined) {
      const end = providerEnds.includes(signIn) ? (signIn as ArrivalProblem) : 'failed';
      this.#set({ arrivalProblem: end });
    }
    try {
      const { data } = await api.call('me');
      // Whoever is signed in already is not told of an invitation that they have used.
      if (this.#api === api) {
        this.#set({ status: 'signed-in', me: data, arrivalProblem: undefined });
      }
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

  /** The session is over; `isQuiet`: a call says so that the page made by itself. Asks again to sign in once somebody waits for a call. */
  end(isQuiet = false): void {
    const { status, me } = this.state;
    if (status !== 'signed-in' && !(status === 'ended' && this.state.isQuiet && !isQuiet)) return;
    this.#set({ ...nobody, status: 'ended', isQuiet, me });
    if (this.#api) void this.#findDemoPeople(this.#api);
  }

  /** Takes an address: where its domain has a provider, that is offered; else a code is sent. */
  giveEmail(email: string, lang: Language): Promise<void> {
    return this.#run(async (api) => {
      // Without an answer somebody can still sign in by a code.
      const found = await api
        .call('beginProviderSignIn', { body: { email } })
        .catch(() => undefined);
      if (found) this.#set({ provider: found.data });
      else await this.#sendCode(api, email, lang);
    });
  }

  /** Sends a code to an address whose domain has a provider. */
  sendCode(email: string, lang: Language): Promise<void> {
    return this.#run((api) => this.#sendCode(api, email, lang));
  }

  async #sendCode(api: StaffApi, email: string, lang: Language): Promise<void> {
    const { data } = await api.call('beginSignIn', { body: { email, lang } });
    this.#set({ started: data, provider: undefined });
  }

  /** Leaves for the provider; it sends the browser back to the console. */
  toProvider(): void {
    const { provider } = this.state;
    if (provider) location.assign(provider.url);
  }

  forgetEmail(): void {
    this.#set({ started: undefined, provider: undefined, failure: undefined });
  }

  enterCode(code: string): Promise<void> {
    const { id = '', token = '' } = this.state.started ?? {};
    return this.#step('code', (api) =>
      api.call('enterSignInCode', { id, loginToken: token, body: { code } }),
    );
  }

  withPasskey(): Promise<void> {
    return this.#step('passkey', async (api) => {
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
    return this.#step('demo', (api) => api.call('demoSignIn', { body: { person } }));
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
    way: StaffSession['kind'],
    call: (api: StaffApi) => Promise<{ data: { me: Me; token?: string | undefined } }>,
  ): Promise<void> {
    return this.#run(async (api) => {
      const { data } = await call(api);
      api.bearer = data.token;
      this.#set({ ...nobody, status: 'signed-in', me: data.me, way });
    });
  }

  async #run(work: (api: StaffApi) => Promise<void>): Promise<void> {
    if (this.state.isBusy || !this.#api) return;
    this.#set({ isBusy: true, failure: undefined, arrivalProblem: undefined });
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

  get #isSignedIn(): boolean {
    return this.state.status === 'signed-in';
  }

  #set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    this.host.requestUpdate();
  }
}
