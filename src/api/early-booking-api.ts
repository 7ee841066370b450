import type { Account } from '../contract/index.js';
import { withAbsoluteImages } from './account-images.js';
import { addressOf, type Address } from './address.js';
import type { BookingApi, CallOptions } from './booking-api.js';
import { BookingError, unreachable } from './booking-error.js';
import type { HttpBookingApi, HttpBookingApiOptions } from './http-booking-api.js';
import { learnTime } from './service-clock.js';
import { timeLimit } from './time-limit.js';

/**
 * The way to the service before its client is there. The account is asked for at once and drawn after a glance;
 * the client, which is larger than the first step, comes after it and looks at the account closely.
 */
export class EarlyBookingApi {
  readonly #address: Address;
  #client: Promise<HttpBookingApi> | undefined;
  /** What is drawn and not looked at closely yet. */
  #unchecked: unknown;

  constructor(private readonly options: HttpBookingApiOptions) {
    this.#address = addressOf(options);
  }

  /** As `BookingApi.account`. Whatever is not a plain answer is left to the client, as its own first attempt. */
  async account({ signal }: CallOptions = {}): Promise<Account> {
    if (this.#client) return (await this.#client).account({ signal });
    const limit = timeLimit(this.options.timeout ?? 10_000, signal);
    const first = (this.options.fetch ?? fetch)(this.#address.prefix, {
      // As a preload of the page asks, so that the browser takes its answer. To another origin this sends no cookies.
      credentials: 'same-origin',
      signal: limit.signal,
    });
    try {
      const response = await first;
      learnTime(response);
      const answer: unknown = response.ok && (await response.clone().json());
      signal?.throwIfAborted();
      if (canBeDrawn(answer)) {
        this.#unchecked = answer;
        limit.end();
        return withAbsoluteImages(answer, this.#address.root);
      }
    } catch (cause) {
      signal?.throwIfAborted();
      if (limit.isOver) throw new BookingError('timeout', { cause });
    }
    const client = await this.#bring().catch((cause: unknown) => {
      throw unreachable(cause);
    });
    return client.account({ signal, first });
  }

  /** The whole API; rejects with `invalid-answer` when the account that was drawn is not of the contract. */
  async whole(): Promise<BookingApi> {
    const client = await this.#bring();
    if (this.#unchecked !== undefined) client.check(this.#unchecked);
    this.#unchecked = undefined;
    return client;
  }

  #bring(): Promise<HttpBookingApi> {
    this.#client ??= import('./http-booking-api.js').then(
      ({ HttpBookingApi }) => new HttpBookingApi(this.options),
      (cause: unknown) => {
        this.#client = undefined;
        throw cause;
      },
    );
    return this.#client;
  }
}

const statuses: readonly unknown[] = ['open', 'maintenance', 'new-booking-off', 'unpublished'];
const lists = ['languages', 'groups', 'clinics', 'clinicians', 'treatments', 'offers'];
const objects = ['settings', 'texts', 'theme'];

/** A glance: whether the first step can be drawn from it at all. */
function canBeDrawn(answer: unknown): answer is Account {
  const account = Object(answer) as Record<string, unknown>;
  return (
    statuses.includes(account.status) &&
    lists.every((key) => Array.isArray(account[key])) &&
    objects.every((key) => account[key] instanceof Object) &&
    Array.isArray((account.settings as Account['settings']).stepOrder)
  );
}
