import type {
  BookingApi,
  SessionNeed,
  SessionProvider,
  TimesOptions,
  TimesQuery,
} from '../../../src/api/booking-api.js';
import { BookingError, type BookingErrorKind } from '../../../src/api/booking-error.js';
import type {
  Account,
  Appointment,
  BookingAnswer,
  BookingRequest,
  BookingState,
  ConfirmedBooking,
  ContactCorrection,
  DayList,
  FirstTimes,
  FirstTimesQuery,
  Hold,
  HoldRequest,
  PendingBooking,
  ResendAnswer,
  Slot,
  SlotList,
  StartList,
} from '../../../src/contract/index.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { mondayOf } from '../../../src/domain/week.js';
import { clinicsOfAsker } from '../../domain/support/catalogue.js';

type Name = keyof BookingApi;

/** What happens to one call instead of its answer. */
type Fate = BookingError | Promise<unknown> | (() => void);

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** A Monday at 08:00 in Oslo, some weeks ahead, as an instant; `minutes` later. */
export function nextMonday(minutes = 0): string {
  const now = new Date();
  const day = 24 * 60;
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const untilMonday = (8 - (now.getUTCDay() || 7)) * day;
  return new Date(midnight + (untilMonday + 8 * 60 + minutes) * 60_000).toISOString();
}

/** A service in memory that does what it is told: answers, fails, waits, takes times away. */
export class ScriptedApi implements BookingApi {
  readonly calls: Call[] = [];
  sessionProvider: SessionProvider | undefined;
  taken = new Set<string>();
  /** Seconds that a hold lives. */
  holdSeconds = 600;
  /** How often a new hold may be extended. */
  extensions = 10;
  code = '123456';
  resend: ResendAnswer = { resendAfter: 60 };
  free: Slot[] = [0, 30, 60, 90].map((minutes) => ({
    start: nextMonday(minutes),
    minutes: 30,
    clinic: 'hvalstad',
    clinician: 'lise',
    treatment: 'exam',
  }));
  private readonly fates = new Map<Name, Fate[]>();
  private readonly answers = new Map<string, BookingAnswer>();
  private holds = 0;
  private held: { readonly hold: Hold; readonly token: string } | undefined;

  constructor(public value: Account = clinicsOfAsker()) {}

  /** The next call of a name fails, waits for a promise, or does something first. */
  next(name: Name, fate: Fate | BookingErrorKind): void {
    const each = typeof fate === 'string' ? new BookingError(fate) : fate;
    this.fates.set(name, [...(this.fates.get(name) ?? []), each]);
  }

  /** Somebody else takes a time. */
  take(start: string): void {
    this.taken.add(start);
  }

  /** How often a call was made. */
  count(name: Name): number {
    return this.calls.filter((call) => call.name === name).length;
  }

  /** The arguments of the last call of a name. */
  last(name: Name): readonly unknown[] {
    return this.calls.findLast((call) => call.name === name)?.args ?? [];
  }

  get live(): Slot[] {
    return this.free.filter(({ start }) => !this.taken.has(start));
  }

  async account(): Promise<Account> {
    await this.enter('account');
    return this.value;
  }

  async slots(query: TimesQuery, options?: TimesOptions): Promise<SlotList> {
    await this.carry(needOf(query), (session) =>
      this.enter('slots', query, options?.holdToken, session),
    );
    return { slots: this.matching(query), first: this.live[0] ?? null, nextDate: null, next: null };
  }

  async starts(query: TimesQuery): Promise<StartList> {
    await this.carry(needOf(query), () => this.enter('starts', query));
    const starts = this.matching(query).map(({ start, minutes }) => ({
      start,
      count: 1,
      minutesMin: minutes,
      minutesMax: minutes,
    }));
    return { starts, first: this.live[0] ?? null, nextDate: null };
  }

  async days(query: TimesQuery, options?: { holdToken?: string | undefined }): Promise<DayList> {
    await this.carry(needOf(query), () => this.enter('days', query, options?.holdToken));
    return { days: [], first: null, nextDate: null };
  }

  async firstTimes(query: FirstTimesQuery): Promise<FirstTimes> {
    await this.enter('firstTimes', query);
    const by = (key: 'clinic' | 'clinician' | 'treatment') =>
      [...new Set(this.live.map((slot) => slot[key]))].map((id) => ({
        id,
        start: this.live.find((slot) => slot[key] === id)!.start,
      }));
    return {
      ...{ until: '2099-01-01', clinics: by('clinic') },
      ...{ treatments: by('treatment'), clinicians: by('clinician') },
    };
  }

  async hold(request: HoldRequest, token: string): Promise<Hold> {
    await this.carry(needOf(request), (session) => this.enter('hold', request, token, session));
    const slot = this.live.find(
      (each) =>
        each.start === request.start &&
        (!request.clinician || each.clinician === request.clinician),
    );
    if (!slot) throw new BookingError('slot-taken', { alternatives: this.live.slice(0, 6) });
    this.holds += 1;
    const hold: Hold = {
      id: `hold-${this.holds}`,
      token,
      slot,
      expiresAt: new Date(Date.now() + this.holdSeconds * 1000).toISOString(),
      expiresIn: this.holdSeconds,
      extensionsLeft: this.extensions,
    };
    this.held = { hold, token };
    return hold;
  }

  async extendHold(id: string, token: string): Promise<Hold> {
    await this.enter('extendHold', id, token);
    if (this.held?.hold.id !== id) throw new BookingError('hold-expired');
    const { hold } = this.held;
    this.held = {
      token,
      hold: {
        ...hold,
        expiresAt: new Date(Date.now() + this.holdSeconds * 1000).toISOString(),
        expiresIn: this.holdSeconds,
        extensionsLeft: hold.extensionsLeft - 1,
      },
    };
    return this.held.hold;
  }

  async releaseHold(id: string, token: string): Promise<void> {
    await this.enter('releaseHold', id, token);
    if (this.held?.hold.id === id) this.held = undefined;
  }

  releaseHoldOnLeave(id: string, token: string): boolean {
    this.calls.push({ name: 'releaseHoldOnLeave', args: [id, token] });
    this.held = undefined;
    return true;
  }

  async book(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
  ): Promise<BookingAnswer> {
    return this.carry('kept', (session) => this.enterBooking(request, secrets, session));
  }

  private async enterBooking(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
    session: string | undefined,
  ): Promise<BookingAnswer> {
    this.calls.push({ name: 'book', args: [request, secrets, session] });
    const fate = this.fates.get('book')?.shift();
    if (fate instanceof BookingError && !isLostOnTheWayBack(fate)) throw fate;
    const known = this.answers.get(secrets.idempotencyKey);
    if (!known && this.held?.hold.id !== request.hold) throw new BookingError('hold-expired');
    const answer = known ?? this.booked();
    this.answers.set(secrets.idempotencyKey, answer);
    // The service did it, but nobody heard.
    if (fate instanceof BookingError) throw fate;
    if (typeof fate === 'function') fate();
    else await fate;
    return answer;
  }

  async booking(id: string): Promise<BookingState> {
    await this.enter('booking', id);
    throw new BookingError('not-found');
  }

  async correctContact(
    id: string,
    token: string,
    contact: ContactCorrection,
  ): Promise<PendingBooking> {
    await this.enter('correctContact', id, token, contact);
    return this.pending();
  }

  async giveUp(id: string, token: string): Promise<void> {
    await this.enter('giveUp', id, token);
  }

  async confirm(id: string, token: string, code: string): Promise<ConfirmedBooking> {
    await this.enter('confirm', id, token, code);
    if (code !== this.code) throw new BookingError('code-wrong', { triesLeft: 4 });
    return { status: 'confirmed', appointment: this.appointment() };
  }

  async resendCode(id: string, token: string): Promise<ResendAnswer> {
    await this.enter('resendCode', id, token);
    return this.resend;
  }

  private carry<T>(need: SessionNeed, call: (session?: string) => Promise<T>): Promise<T> {
    return this.sessionProvider ? this.sessionProvider.carry(need, call) : call();
  }

  private async enter(name: Name, ...args: unknown[]): Promise<void> {
    this.calls.push({ name, args });
    const fate = this.fates.get(name)?.shift();
    if (fate instanceof BookingError) throw fate;
    if (typeof fate === 'function') fate();
    else await fate;
  }

  private matching(query: TimesQuery): Slot[] {
    const { from = mondayOf(this.live[0]?.start.slice(0, 10) ?? '1970-01-01'), at } = query;
    const { to = addDays(from, 7) } = query;
    return this.live.filter(({ start }) => start >= from && start < to && (!at || start === at));
  }

  private booked(): BookingAnswer {
    return this.value.settings.confirmation === 'code'
      ? this.pending()
      : { status: 'confirmed', appointment: this.appointment() };
  }

  private pending(): PendingBooking {
    return {
      status: 'code-required',
      id: 'booking-1',
      token: 'booking-token',
      sentTo: { sms: '*** ** 881' },
      resendAfter: 60,
      expiresIn: 600,
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    };
  }

  private appointment(): Appointment {
    const { clinics, treatments } = this.value;
    const slot = this.held?.hold.slot ?? this.free[0];
    const clinic = clinics.find(({ id }) => id === slot?.clinic);
    if (!slot || !clinic) throw new Error('Nothing is free.');
    return {
      id: 'appointment-1',
      slot,
      treatment: treatments.find(({ id }) => id === slot.treatment),
      clinic,
      clinician: { id: slot.clinician, name: slot.clinician },
      status: 'booked',
    };
  }
}

/** What is about an own appointment or a recall needs a session. */
function needOf({ appointment, recall }: TimesQuery | HoldRequest): SessionNeed {
  return appointment || recall ? 'required' : 'optional';
}

/** Failures after which the service may have done what was asked. */
function isLostOnTheWayBack({ kind }: BookingError): boolean {
  return kind === 'timeout' || kind === 'unreachable' || kind === 'offline';
}
