import type { BookingApi } from '../api/booking-api.js';
import { BookingError } from '../api/booking-error.js';
import type { Hold, HoldRequest } from '../contract/index.js';
import { newSecret } from './secret.js';

/** A hold as this browser sees it: `until` is epoch milliseconds by its own clock, which may be wrong but runs evenly. */
export interface KeptHold {
  readonly hold: Hold;
  readonly token: string;
  readonly until: number;
}

/** Whom the keeper tells. */
export interface HoldListener {
  /** Held, extended, lapsed or let go. */
  holdChanged(): void;
  /** A hold that was wished for could not be had, or had again. */
  holdFailed(error: BookingError, wish: HoldRequest): void;
}

/** Milliseconds before the end at which a hold is extended, if the patient is still there. */
const margin = 90_000;
/** Milliseconds without a sign of the patient after which a hold is left to lapse. */
const patience = 10 * 60_000;

/**
 * Keeps the chosen time for the patient (P-24): takes it, extends it while somebody is there, takes it again when it
 * lapsed, gives it back when another is chosen or the page closes. One wish at a time; the last one wins.
 */
export class HoldKeeper {
  private token = newSecret();
  private wish: HoldRequest | undefined;
  private kept: (KeptHold & { readonly wish: HoldRequest }) | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastSign = Date.now();
  /** While a booking is under way its hold is no longer ours to give back. */
  private isLocked = false;

  constructor(
    private readonly api: Pick<
      BookingApi,
      'hold' | 'extendHold' | 'releaseHold' | 'releaseHoldOnLeave'
    >,
    private readonly listener: HoldListener,
  ) {}

  /** The hold, as long as it is live. */
  get current(): KeptHold | undefined {
    return this.kept && this.kept.until > Date.now() ? this.kept : undefined;
  }

  /** The token that makes the own hold count as free in lists of times. */
  get ownToken(): string | undefined {
    return this.current?.token;
  }

  /** Wishes another time, or none. Failures go to the listener. */
  want(wish: HoldRequest | undefined): void {
    if (isSameWish(wish, this.wish)) return;
    this.wish = wish;
    this.lastSign = Date.now();
    this.ensure().catch((cause: unknown) => this.fail(cause, wish));
  }

  /** The live hold of a wish, taken (again) if need be. Rejects with a `BookingError`, and tells the listener nothing. */
  async take(wish: HoldRequest): Promise<KeptHold> {
    this.wish = wish;
    const kept = await this.ensure();
    if (!kept) throw new BookingError('hold-expired');
    return kept;
  }

  private ensure(): Promise<KeptHold | undefined> {
    const turn = this.queue.then(() => this.settle());
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** A sign that the patient is there: a lapsed hold is taken again without a word. */
  touch(): void {
    this.lastSign = Date.now();
    if (this.wish && this.kept && !this.current && !this.isLocked) this.renew();
  }

  /** Ten minutes more, as the patient asked; a lapsed hold is taken again. */
  async extend(): Promise<void> {
    this.lastSign = Date.now();
    if (this.current) await this.prolong(this.current);
    else this.renew();
  }

  /** Tries once more to have what is wished for. */
  retry(): void {
    this.renew();
  }

  /** While locked nothing is released: a booking with this hold is under way, or its outcome unknown. */
  lock(isLocked: boolean): void {
    this.isLocked = isLocked;
  }

  /** The service says that this hold is no more, or it became a booking: forgotten without a release. */
  drop(): void {
    this.kept = undefined;
    this.token = newSecret();
    clearTimeout(this.timer);
    this.listener.holdChanged();
  }

  /** The hold became a booking: nothing is wished any more. */
  finish(): void {
    this.wish = undefined;
    this.isLocked = false;
    this.drop();
  }

  /** The page closes or goes to sleep: the time is given back, the wish remembered. */
  leave(): void {
    const { current } = this;
    clearTimeout(this.timer);
    if (!current || this.isLocked) return;
    this.api.releaseHoldOnLeave(current.hold.id, current.token);
    this.kept = undefined;
    // The beacon may arrive after the next hold: that one must have a token of its own.
    this.token = newSecret();
  }

  /** The page is back: the time is taken again if it is still free. */
  comeBack(): void {
    if (this.wish && !this.current && !this.isLocked) this.renew();
  }

  private renew(): void {
    const { wish } = this;
    this.ensure().catch((cause: unknown) => this.fail(cause, wish));
  }

  private async settle(): Promise<KeptHold | undefined> {
    const { wish, kept } = this;
    if (!wish) {
      if (kept) this.letGo(kept);
      return undefined;
    }
    if (this.current && isSameWish(wish, kept?.wish)) return this.current;
    try {
      // The same token: the service swaps the old time for the new one in one go.
      this.keep(await this.api.hold(wish, this.token), wish);
    } catch (cause) {
      if (kept && isSameWish(wish, this.wish)) this.letGo(kept);
      throw cause;
    }
    return this.kept;
  }

  private keep(hold: Hold, wish: HoldRequest): void {
    const milliseconds = hold.expiresIn * 1000;
    this.kept = { hold, wish, token: this.token, until: Date.now() + milliseconds };
    clearTimeout(this.timer);
    this.timer =
      milliseconds > margin
        ? setTimeout(() => this.handleMargin(), milliseconds - margin)
        : setTimeout(() => this.handleEnd(), milliseconds);
    this.listener.holdChanged();
  }

  private async prolong({ hold: { id }, token }: KeptHold): Promise<void> {
    try {
      const hold = await this.api.extendHold(id, token);
      if (this.kept?.hold.id === hold.id) this.keep(hold, this.kept.wish);
    } catch {
      // It runs on as it was; when it lapses it is taken anew, and that failure is told.
    }
  }

  private letGo({ hold, token }: KeptHold): void {
    const isLive = this.current !== undefined;
    this.drop();
    // If it does not arrive the time is free a few minutes later all the same.
    if (isLive) this.api.releaseHold(hold.id, token).catch(() => undefined);
  }

  private get isPatientThere(): boolean {
    return document.visibilityState === 'visible' && Date.now() - this.lastSign < patience;
  }

  private handleMargin(): void {
    this.timer = setTimeout(() => this.handleEnd(), margin);
    const { current } = this;
    if (current && this.isPatientThere && !this.isLocked && current.hold.extensionsLeft > 0) {
      void this.prolong(current);
    }
  }

  private handleEnd(): void {
    if (this.isLocked) return;
    this.listener.holdChanged();
    if (this.isPatientThere) this.renew();
  }

  private fail(cause: unknown, wish: HoldRequest | undefined): void {
    if (!wish || !isSameWish(wish, this.wish)) return;
    if (!(cause instanceof BookingError)) throw cause;
    this.listener.holdFailed(cause, wish);
  }
}

/** True when both wish the same time with the same things left open. */
export function isSameWish(one: HoldRequest | undefined, other: HoldRequest | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    Date.parse(one.start) === Date.parse(other.start) &&
    (['clinic', 'group', 'clinician', 'treatment'] as const).every((key) => one[key] === other[key])
  );
}
