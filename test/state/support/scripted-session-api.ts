import { BookingError, type BookingErrorKind } from '../../../src/api/booking-error.js';
import type { SessionApi } from '../../../src/api/session-api.js';
import type {
  AppointmentAnswer,
  AppointmentList,
  EidRedirect,
  EidRedirectRequest,
  EidStarted,
  LoginRequest,
  LoginStarted,
  OwnAppointment,
  Session,
  SessionCodeRequest,
  SessionCodeSent,
} from '../../../src/contract/index.js';
import type { Call } from './scripted-api.js';

type Name = keyof SessionApi;

/** What happens to one call instead of its answer. */
type Fate = BookingError | Promise<unknown> | (() => void);

/** The session of a patient on file; the national ID is masked everywhere. */
export function sessionOf(change: Partial<Session> = {}): Session {
  return {
    token: 'session-1',
    expiresIn: 1200,
    patient: {
      firstName: 'Kari',
      lastName: 'Nordmann',
      nationalIdMasked: '190476-*****',
      mobile: '+4798765432',
      email: 'kari@example.com',
      address1: 'Storgata 1',
      postalCode: '1395',
    },
    access: 'record',
    needsCode: false,
    ...change,
  };
}

/** Logging in and own appointments in memory: does what it is told. */
export class ScriptedSessionApi implements SessionApi {
  readonly calls: Call[] = [];
  code = '123456';
  /** The session that the next login opens. */
  opens = sessionOf();
  started: LoginStarted = {
    id: 'login-1',
    token: 'login-token',
    resendAfter: 30,
    expiresIn: 600,
  };
  eidStarted: EidStarted = { id: 'eid-1', token: 'eid-token', url: 'https://idp.example/go' };
  /** How often the exchange says that the patient is still at the provider. */
  polls = 0;
  list: AppointmentList = { appointments: [], recalls: [] };
  private readonly fates = new Map<Name, Fate[]>();
  private live = new Set<string>();
  private sessions = 0;

  /** The next call of a name fails, waits for a promise, or does something first. */
  next(name: Name, fate: Fate | BookingErrorKind): void {
    const each = typeof fate === 'string' ? new BookingError(fate) : fate;
    this.fates.set(name, [...(this.fates.get(name) ?? []), each]);
  }

  count(name: Name): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  /** The arguments of the last call of a name. */
  last(name: Name): readonly unknown[] {
    return this.calls.findLast((call) => call.name === name)?.args ?? [];
  }

  /** A session as if the patient had logged in. */
  open(change: Partial<Session> = {}): Session {
    this.sessions += 1;
    const session = { ...this.opens, token: `session-${this.sessions}`, ...change };
    this.live.add(session.token);
    return session;
  }

  /** All sessions end, as after 20 minutes. */
  endAll(): void {
    this.live.clear();
  }

  /** True for the bearer of a session that is open. */
  isLive(token: string | undefined): boolean {
    return token !== undefined && this.live.has(token);
  }

  async login(request: LoginRequest): Promise<LoginStarted> {
    await this.enter('login', request);
    return this.started;
  }

  async loginCode(id: string, loginToken: string, code: string): Promise<Session> {
    await this.enter('loginCode', id, loginToken, code);
    if (code !== this.code) throw new BookingError('code-wrong', { triesLeft: 4 });
    return this.open();
  }

  async eidLogin(request: { idp: string; returnOrigin: string }): Promise<EidStarted> {
    await this.enter('eidLogin', request);
    return this.eidStarted;
  }

  async eidExchange(id: string, loginToken: string): Promise<Session | undefined> {
    await this.enter('eidExchange', id, loginToken);
    if (this.polls > 0) {
      this.polls -= 1;
      return undefined;
    }
    return this.open();
  }

  async eidRedirect(request: EidRedirectRequest): Promise<EidRedirect> {
    await this.enter('eidRedirect', request);
    return { url: this.eidStarted.url };
  }

  async eidReturn(): Promise<Session> {
    await this.enter('eidReturn');
    return this.open();
  }

  async session(session: string): Promise<Session> {
    await this.enterOwn('session', session);
    return { ...this.opens, token: session };
  }

  async sendSessionCode(session: string, request: SessionCodeRequest): Promise<SessionCodeSent> {
    await this.enterOwn('sendSessionCode', session, request);
    return { sentTo: { sms: '*** ** 432' }, resendAfter: 30, expiresIn: 600 };
  }

  async confirmSession(session: string, code: string): Promise<Session> {
    await this.enterOwn('confirmSession', session, code);
    if (code !== this.code) throw new BookingError('code-wrong', { triesLeft: 4 });
    return { ...this.opens, token: session, needsCode: false };
  }

  async logout(session: string): Promise<void> {
    await this.enterOwn('logout', session);
    this.live.delete(session);
  }

  async appointments(session: string): Promise<AppointmentList> {
    await this.enterOwn('appointments', session);
    return this.list;
  }

  async moveAppointment(
    session: string,
    id: string,
    hold: string,
    secrets: { holdToken: string; idempotencyKey: string },
  ): Promise<AppointmentAnswer> {
    await this.enterOwn('moveAppointment', session, id, hold, secrets);
    return { appointment: this.known(id) };
  }

  async cancelAppointment(
    session: string,
    id: string,
    idempotencyKey: string,
  ): Promise<AppointmentAnswer> {
    await this.enterOwn('cancelAppointment', session, id, idempotencyKey);
    return { appointment: { ...this.known(id), status: 'cancelled' } };
  }

  private known(id: string): OwnAppointment {
    const appointment = this.list.appointments.find((each) => each.id === id);
    if (!appointment) throw new BookingError('not-found');
    return appointment;
  }

  private async enter(name: Name, ...args: unknown[]): Promise<void> {
    this.calls.push({ name, args });
    const fate = this.fates.get(name)?.shift();
    if (fate instanceof BookingError) throw fate;
    if (typeof fate === 'function') fate();
    else await fate;
  }

  private async enterOwn(name: Name, session: string, ...args: unknown[]): Promise<void> {
    await this.enter(name, session, ...args);
    if (!this.isLive(session)) throw new BookingError('login-required');
  }
}
