import type { ReactiveControllerHost } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import { BookingError, unreachable } from '../../api/booking-error.js';
import type { SessionApi, PatientApi } from '../../api/session-api.js';
import type { Account } from '../../contract/index.js';
import { SessionController } from '../session/session-controller.js';
import type { ChangeMeans } from './time-change.js';

/** Where the service is, or what takes its place. */
export interface AppointmentsServiceOptions {
  readonly account: string;
  readonly url: string;
  readonly fetch: typeof fetch | undefined;
  readonly client: PatientApi | undefined;
  /** Those of the widget around, where there is one. */
  readonly session: SessionController | undefined;
  readonly around: Account | undefined;
}

interface Reached {
  readonly account: Account;
  readonly api: BookingApi;
  readonly own: SessionApi;
}

/**
 * Account, service and session of own appointments: the widget's, or, on a page that shows nothing else, its own, which
 * it reads and opens by itself.
 */
export class AppointmentsServiceController {
  ready: ChangeMeans | undefined;
  failure: BookingError | undefined;
  #request: AppointmentsServiceOptions | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Told of what became of a request of the element's own. */
    private readonly listener: {
      reached(account: Account): void;
      failed(error: BookingError): void;
    },
  ) {}

  /** What is requested now; the same request changes nothing. */
  follow(request: AppointmentsServiceOptions): void {
    const { ready } = this;
    const before = this.#request;
    const keys = ['account', 'url', 'fetch', 'client', 'session'] as const;
    const isSame = before !== undefined && keys.every((key) => before[key] === request[key]);
    if (isSame && before.around === request.around) return;
    // Not before: a render while the account is on its way would make its answer one to another request.
    this.#request = request;
    const { around, client, session } = request;
    if (around && client && session) {
      // The account was only read anew: nobody is sent back to the list for it.
      if (isSame && ready) ready.account = around;
      else this.#take({ account: around, api: client, own: session.api }, session);
    } else if (!around && (client || request.account)) void this.#reach(request);
  }

  /** Tries once more to reach the service. */
  retry(): void {
    if (this.#request) void this.#reach(this.#request);
  }

  async #reach(request: AppointmentsServiceOptions): Promise<void> {
    this.failure = this.ready = undefined;
    this.host.requestUpdate();
    try {
      const reached = await reachService(request);
      if (request !== this.#request) return;
      this.listener.reached(reached.account);
      this.#take(reached, request.session ?? new SessionController(reached.own));
    } catch (cause) {
      if (!(cause instanceof BookingError)) throw cause;
      if (request === this.#request) this.fail(cause);
    }
    this.host.requestUpdate();
  }

  /** Shows and tells why there is no account. */
  fail(error: BookingError): void {
    this.failure = error;
    this.listener.failed(error);
    this.host.requestUpdate();
  }

  #take({ account, api }: Reached, session: SessionController): void {
    session.watch(this.host);
    api.sessionProvider = session;
    this.ready = { account, api, session };
  }
}

async function reachService({
  account,
  url,
  fetch,
  client,
}: AppointmentsServiceOptions): Promise<Reached> {
  if (client)
    return { account: await client.account(), api: client, own: client as SessionApi & BookingApi };
  const [{ HttpBookingApi }, { HttpSessionApi }] = await Promise.all([
    import('../../api/http-booking-api.js'),
    import('../../api/http-session-api.js'),
  ]).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const options = { account, url, ...(fetch ? { fetch } : {}) };
  const api = new HttpBookingApi(options);
  return { account: await api.account(), api, own: new HttpSessionApi(options) };
}
