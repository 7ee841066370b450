import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type { Hold, HoldRequest } from '../../contract/index.js';
import { isSameHoldRequest } from '../../domain/requests.js';
import { HoldWatch, type HoldTimings } from './hold-watch.js';
import { randomToken } from '../browser/random-token.js';

/** A hold as this browser sees it: `until` is epoch milliseconds by its own clock, which may be wrong but runs evenly. */
export interface KeptHold {
  readonly hold: Hold;
  readonly token: string;
  readonly until: number;
}

/** What is shown of a hold. */
export interface HoldState {
  /** The hold of the chosen time, while it is live. */
  readonly held: KeptHold | undefined;
  /** The hold ends soon, and the patient has to be asked whether to keep it (P-24). */
  readonly isHoldEnding: boolean;
  /** The hold lapsed because the patient was away. */
  readonly isHoldOver: boolean;
}

export const noHold: HoldState = { held: undefined, isHoldEnding: false, isHoldOver: false };

/** Who acts on the changes of a hold. */
export interface HoldObserver {
  /** Held, extended, lapsed or let go. */
  holdChanged(): void;
  /** A hold that was requested failed, at first or when it lapsed. */
  holdFailed(error: BookingError, request: HoldRequest): void;
}

/**
 * Keeps the chosen time for the patient (P-24): takes it, takes it again when it lapsed, gives it back when another is
 * chosen or the page closes. One request at a time; the last one wins.
 *
 * Time limits (WCAG 2.2.1): typing, pointing and coming back to the page are signs of life. Two minutes before the end
 * a hold is extended without a word for whoever gave one in the last five; only others are warned, and then any sign,
 * the button of the warning or a key in the form, extends it. The service extends ten times; when those are used up, a
 * hold that ends under somebody who is there is taken anew, so that no number of times is the last one. Whoever
 * answers no warning loses the hold, and gets it back with the first sign if nobody else took it.
 */
export class HoldKeeper {
  #token = randomToken();
  #request: HoldRequest | undefined;
  #kept: (KeptHold & { readonly request: HoldRequest }) | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #watch: HoldWatch;
  /** The end is near and nobody seems to be there. */
  #isWarning = false;
  #isProlonging = false;
  /** A hold that was given back while the page went away: it may still stand. */
  #leftBehind: KeptHold | undefined;
  /** The page is away: a hold that comes now is given back at once. */
  #isAway = false;
  /** Token of a hold that is just being given back. */
  #releasing: string | undefined;
  /** While a booking is under way its hold is no longer ours to give back. */
  #isLocked = false;

  constructor(
    private readonly api: Pick<
      BookingApi,
      'hold' | 'extendHold' | 'releaseHold' | 'releaseHoldOnLeave'
    >,
    private readonly observer: HoldObserver,
    timings?: HoldTimings,
  ) {
    this.#watch = new HoldWatch(
      {
        nearEnd: (isPatientThere) => this.#handleNearEnd(isPatientThere),
        ended: (isPatientThere) => this.#handleEnd(isPatientThere),
      },
      timings,
    );
  }

  /** The hold, as long as it is live. */
  get current(): KeptHold | undefined {
    return this.#kept && this.#kept.until > Date.now() ? this.#kept : undefined;
  }

  get state(): HoldState {
    const held = this.current;
    return {
      held,
      isHoldEnding: held !== undefined && this.#isWarning,
      isHoldOver: this.#kept !== undefined && !held,
    };
  }

  /**
   * The token that makes the own hold count as free in lists of times: also while it is on its way, or on its way
   * back, since nobody can tell which of the two calls comes first.
   */
  get ownToken(): string | undefined {
    return this.#request ? this.#token : this.#releasing;
  }

  /** Requests another time, or none. A failure calls `holdFailed`. */
  setRequest(request: HoldRequest | undefined): void {
    if (isSameHoldRequest(request, this.#request)) return;
    this.#request = request;
    this.#watch.sign();
    this.#ensure().catch((cause: unknown) => this.#fail(cause, request));
  }

  /** The live hold of a request, taken (again) if need be. Rejects with a `BookingError`; `holdFailed` is not called. */
  async take(request: HoldRequest): Promise<KeptHold> {
    this.#request = request;
    const kept = await this.#ensure();
    if (!kept) throw new BookingError('hold-expired');
    return kept;
  }

  #ensure(): Promise<KeptHold | undefined> {
    const turn = this.#queue.then(() => this.#settle());
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** A sign that the patient is there: a hold that ends is extended, one that lapsed taken again without a word. */
  touch(): void {
    this.#watch.sign();
    if (this.#isLocked) return;
    if (this.#isWarning && this.current) void this.extend();
    else if (this.#request && this.#kept && !this.current) this.#renew();
  }

  /** Ten minutes more, as the patient asked; a lapsed hold is taken again, one that was extended ten times at its end. */
  async extend(): Promise<void> {
    this.#watch.sign();
    const { current } = this;
    if (!current) return this.#renew();
    this.#warn(false);
    if (current.hold.extensionsLeft > 0) await this.#prolong(current);
  }

  /** Takes over what another keeper holds: the next request swaps it for its own in one call, or gives it back. */
  adopt(other: HoldKeeper): void {
    const { current } = other;
    if (!current) {
      other.end();
      return;
    }
    this.#kept = other.#kept;
    this.#token = current.token;
    other.finish();
  }

  /** Tries once more to have what is requested. */
  retry(): void {
    this.#renew();
  }

  /** While locked nothing is released: a booking with this hold is under way, or its outcome unknown. */
  lock(isLocked: boolean): void {
    this.#isLocked = isLocked;
  }

  /** The service says that this hold is no more, or it became a booking: forgotten without a release. */
  drop(): void {
    this.#kept = undefined;
    this.#isWarning = false;
    this.#token = randomToken();
    this.#watch.stop();
    this.observer.holdChanged();
  }

  /** The hold became a booking: nothing is requested any more. */
  finish(): void {
    this.#request = undefined;
    this.#isLocked = false;
    this.drop();
  }

  /** The patient goes on to something else: the time is given back, and none requested any more. */
  end(): void {
    this.leave();
    this.finish();
  }

  /** The page closes or goes to sleep: the time is given back, the request remembered. */
  leave(): void {
    const { current } = this;
    this.#isAway = true;
    this.#watch.stop();
    if (!current || this.#isLocked) return;
    this.api.releaseHoldOnLeave(current.hold.id, current.token);
    this.#leftBehind = current;
    this.#kept = undefined;
    this.#isWarning = false;
    // The beacon may arrive after the next hold: that one must have a token of its own.
    this.#token = randomToken();
    this.observer.holdChanged();
  }

  /** The page is back: the time is taken again if it is still free. */
  comeBack(): void {
    this.#isAway = false;
    this.#watch.sign();
    if (this.#request && !this.current && !this.#isLocked) this.#renew();
  }

  #renew(): void {
    const request = this.#request;
    this.#ensure().catch((cause: unknown) => this.#fail(cause, request));
  }

  async #settle(): Promise<KeptHold | undefined> {
    const request = this.#request;
    const kept = this.#kept;
    if (!request) {
      if (kept) this.#letGo(kept);
      return undefined;
    }
    if (this.current && isSameHoldRequest(request, kept?.request)) return this.current;
    const leftBehind = this.#leftBehind;
    this.#leftBehind = undefined;
    // A beacon that is slow, or never came: one's own old hold would stand in the way.
    if (leftBehind) await this.#release(leftBehind);
    try {
      // The same token: the service swaps the old time for the new one in one go.
      this.#keep(await this.api.hold(request, this.#token), request);
    } catch (cause) {
      if (kept && isSameHoldRequest(request, this.#request)) this.#letGo(kept);
      throw cause;
    }
    return this.#kept;
  }

  #keep(hold: Hold, request: HoldRequest): void {
    const until = Date.now() + hold.expiresIn * 1000;
    this.#kept = { hold, request, token: this.#token, until };
    this.#isWarning = false;
    this.#watch.begin(until);
    this.observer.holdChanged();
    if (this.#isAway) this.leave();
  }

  async #prolong({ hold: { id }, token }: KeptHold): Promise<void> {
    if (this.#isProlonging) return;
    this.#isProlonging = true;
    try {
      const hold = await this.api.extendHold(id, token);
      if (this.#kept?.hold.id === hold.id) this.#keep(hold, this.#kept.request);
    } catch (cause) {
      // Maintenance is told at once (P-40). Else it runs on as it was, and is taken anew when it lapses.
      if (cause instanceof BookingError && cause.kind === 'closed')
        this.#fail(cause, this.#request);
    } finally {
      this.#isProlonging = false;
    }
  }

  #letGo(kept: KeptHold): void {
    const isLive = this.current !== undefined;
    this.drop();
    if (isLive) void this.#release(kept);
  }

  async #release({ hold, token }: KeptHold): Promise<void> {
    this.#releasing = token;
    try {
      await this.api.releaseHold(hold.id, token);
    } catch {
      // If it does not arrive the time is free a few minutes later all the same.
    }
    if (this.#releasing === token) this.#releasing = undefined;
  }

  #warn(isWarning: boolean): void {
    if (isWarning === this.#isWarning) return;
    this.#isWarning = isWarning;
    this.observer.holdChanged();
  }

  #handleNearEnd(isPatientThere: boolean): void {
    const { current } = this;
    if (!current || this.#isLocked) return;
    if (!isPatientThere) this.#warn(true);
    else if (current.hold.extensionsLeft > 0) void this.#prolong(current);
  }

  #handleEnd(isPatientThere: boolean): void {
    this.#isWarning = false;
    this.observer.holdChanged();
    if (this.#isLocked) return;
    if (isPatientThere) this.#renew();
  }

  #fail(cause: unknown, request: HoldRequest | undefined): void {
    if (!request || !isSameHoldRequest(request, this.#request)) return;
    if (!(cause instanceof BookingError)) throw cause;
    this.observer.holdFailed(cause, request);
  }
}
