import type { ReactiveControllerHost } from 'lit';
import { BookingError } from '../../api/booking-error.js';
import type {
  Account,
  Appointment,
  ContactCorrection,
  FieldProblem,
  Language,
  Slot,
} from '../../contract/index.js';
import {
  createFlow,
  reduce,
  type BookingFlow,
  type FlowAction,
} from '../../domain/booking-flow.js';
import { isFinding } from '../../domain/requests.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import type { PatientDraft } from '../../domain/patient-draft.js';
import type { Choice, Part } from '../../domain/selection.js';
import { pagesOf, partsOf } from '../../domain/step-order.js';
import type { BookingListener } from './booking-listener.js';
import type { BookingStart } from './booking-start.js';
import { isConnectionError, type Busy, type Operation, type Failure } from '../failure.js';
import type { KeptHold } from '../hold/hold-keeper.js';
import { PageLifecycle } from '../browser/page-lifecycle.js';
import { whenIdle } from '../browser/when-idle.js';
import type { Reservation, ReservationDesk } from './reservation.js';
import { AccountLoader } from './account-loader.js';
import type { SlotsController } from '../hold/slots-controller.js';

export type { Busy, Operation, Failure };

/** The booking of one patient: the only place that changes where they are and what they chose. */
export class BookingController implements ReservationDesk {
  flow: BookingFlow | undefined;
  failure: Failure | undefined;
  /** What is typed so far, right or wrong: kept as long as the element lives, and nowhere else (P-29). */
  draft: PatientDraft = emptyDraft;
  /** What the service found wrong with what was typed. */
  problems: readonly FieldProblem[] = [];
  /** Of a logged-in patient's form only what has to be sent (P-39). */
  detailsToSend?: ReservationDesk['detailsToSend'];
  private shown: AccountLoader | undefined;
  private reservation: Reservation | undefined;
  /** Counts the beginnings: what an earlier one still waits for is of no matter. */
  private run = 0;
  /** Aborted once the patient goes on: then the rest is needed at once. */
  private skipIdleWait = new AbortController();
  private retryAction: (() => unknown) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly listener: BookingListener,
  ) {
    new PageLifecycle(host, {
      touched: () => this.reservation?.touch(),
      left: () => this.reservation?.leave(),
      cameBack: () => this.reservation?.comeBack(),
      online: () => {
        if (this.failure && isConnectionError(this.failure.error)) this.retry();
      },
    });
  }

  /** As it is shown: whole, or what a link is about. */
  get account(): Account | undefined {
    return this.shown?.current;
  }

  get isLoading(): boolean {
    return this.shown?.isLoading ?? false;
  }

  /** The hold of the chosen time, while it is live. */
  get held(): KeptHold | undefined {
    return this.reservation?.held;
  }

  /** True when the hold ends soon and nobody seems to be there (P-24). */
  get isHoldEnding(): boolean {
    return this.reservation?.isHoldEnding ?? false;
  }

  /** True when the chosen time is no longer kept, since nobody was there to keep it. */
  get isHoldOver(): boolean {
    return this.reservation?.isHoldOver ?? false;
  }

  /** The booking that waits for its code. */
  get pending(): Reservation['pending'] {
    return this.reservation?.pending;
  }

  get appointment(): Appointment | undefined {
    return this.reservation?.appointment;
  }

  /** The time that is kept, or being booked, with who and where (P-21). */
  get slot(): Slot | undefined {
    return this.reservation?.slot;
  }

  get slots(): SlotsController | undefined {
    return this.reservation?.slots;
  }

  /** What the patient waits for after pressing a button. */
  get busy(): Busy | undefined {
    return this.reservation?.busy;
  }

  /** The part that the present page begins with. */
  get part(): Part | undefined {
    return this.parts[0];
  }

  /** True while a link leaves out what the account offers besides (P-10). */
  get isNarrowed(): boolean {
    return this.shown?.isNarrowed ?? false;
  }

  /** True while it is not known yet who, where and what a chosen start leaves to choose (P-02). */
  get isFinding(): boolean {
    const { account, flow } = this;
    return account !== undefined && flow !== undefined && isFinding(account, flow.selection);
  }

  /** True when the patient is past choosing a time that is no longer theirs (P-23). */
  get isTimeLost(): boolean {
    const { account, flow } = this;
    if (!account || !flow || flow.selection.time) return false;
    return pagesOf(account.settings).findIndex(({ parts }) => parts.includes('time')) < flow.page;
  }

  /** True when the form is filled in, and the time beside it is not chosen yet (P-03). */
  get lacksTime(): boolean {
    const { flow } = this;
    return flow !== undefined && this.showsTimes && flow.detailsDone && !flow.selection.time;
  }

  /** True while a booking is live that "new booking off" must not break (P-40). */
  get isUnderWay(): boolean {
    return Boolean(this.held || this.reservation?.isBooking || this.appointment);
  }

  /** Begins anew: reads the account and goes to the first step, or as far as the requests lead (P-10). */
  async start(begin: BookingStart): Promise<void> {
    const { api, request, narrowing = {}, step } = begin;
    const run = ++this.run;
    this.reservation?.end();
    this.shown?.end();
    this.shown = new AccountLoader(api, narrowing);
    this.flow = this.reservation = undefined;
    this.draft = emptyDraft;
    this.problems = [];
    const account = await this.load();
    if (run !== this.run) return;
    if (!account) {
      this.retryAction = () => void this.start(begin);
      return;
    }
    const isPast = request.time && Date.parse(request.time.start) <= Date.now();
    this.flow = createFlow(account, isPast ? { ...request, time: undefined } : request);
    if (step) this.flow = reduce(this.flow, { type: 'go-to', part: step }, account);
    this.follow(undefined);
    this.skipIdleWait = new AbortController();
    if (this.showsTimes) this.skipIdleWait.abort();
    await whenIdle(this.skipIdleWait.signal, begin.words);
    if (run === this.run) await this.loadReservation(begin, account.timeZone, run);
  }

  /** Brings what choosing a time and all after it need; the first step is on screen already. */
  private async loadReservation(begin: BookingStart, timeZone: string, run: number): Promise<void> {
    try {
      const [{ Reservation }, api] = await Promise.all([
        import('./reservation.js'),
        'whole' in begin.api ? begin.api.whole() : begin.api,
      ]);
      const wrapped = (await begin.wrapWithSession?.(api)) ?? api;
      if (run !== this.run) return;
      this.reservation = new Reservation(wrapped, timeZone, this);
      this.showTimes();
      void this.reservation.holdChosen();
      this.changed();
    } catch (cause) {
      if (run !== this.run) return;
      if (cause instanceof BookingError) {
        // Drawn after a glance, and not an account after all.
        this.shown = this.flow = undefined;
        this.fail(cause, 'account', () => void this.start(begin));
        return;
      }
      const kind = navigator.onLine ? 'unreachable' : 'offline';
      const error = new BookingError(kind, { cause });
      this.fail(error, 'times', () => void this.loadReservation(begin, timeZone, run));
    }
  }

  choose(choice: Choice): void {
    this.act({ type: 'choose', choice: choice.step === 'time' ? withKnownSlots(choice) : choice });
  }

  next(): void {
    this.act({ type: 'next' });
  }

  back(): void {
    this.act({ type: 'back' });
  }

  goTo(part: Part): void {
    this.act({ type: 'go-to', part });
  }

  /** Something was typed. */
  type(draft: PatientDraft): void {
    this.draft = draft;
    // What the form still says of them it says by itself.
    this.problems = [];
    this.reservation?.touch();
    this.act({ type: 'details', done: false });
  }

  /** The form is filled in and passed its checks: on to the review. */
  finishDetails(draft: PatientDraft): void {
    this.draft = draft;
    this.problems = [];
    this.act({ type: 'details', done: true });
    if (!this.isTimeLost) this.next();
  }

  /** Takes a time that was offered in place of a lost one, with whom and where it is (P-23); the page stays. */
  takeAlternative(slot: Slot): void {
    this.act({ type: 'take-slot', slot });
  }

  /** Every slot at the chosen time that fits the other choices (P-21). Rejects with a `BookingError`. */
  async slotsAtChosenTime(): Promise<readonly Slot[]> {
    return (await this.reservation?.slotsAtChosenTime()) ?? [];
  }

  /** Takes just this of several slots that begin at the chosen time (P-21). */
  takeExactly(slot: Slot): void {
    this.act({ type: 'take-slot', slot, isExact: true });
  }

  /** Shows all that the account offers, where a link showed less (P-10). */
  showAll(): void {
    this.shown?.widen();
    this.act({ type: 'widen' });
  }

  /** Books the time with what was typed last; without a code the appointment is there at once. */
  async book(lang: Language): Promise<void> {
    await this.reservation?.book(lang);
  }

  /** Confirms with the code (P-31). */
  async confirm(code: string): Promise<void> {
    await this.reservation?.confirm(code);
  }

  async resend(): Promise<void> {
    await this.reservation?.resend();
  }

  async correct(contact: ContactCorrection): Promise<void> {
    await this.reservation?.correct(contact);
  }

  /** Ten minutes more for the held time (P-24). */
  extend(): void {
    this.reservation?.extend();
  }

  /** Tries again what failed last. */
  retry(): void {
    const { retryAction } = this;
    this.failure = this.retryAction = undefined;
    this.changed();
    retryAction?.();
  }

  /** Reads the account anew, after maintenance for one (P-40): what was chosen and typed stays where it still fits. */
  async refresh(): Promise<void> {
    const account = await this.load();
    if (!account) {
      this.retryAction = () => void this.refresh();
      return;
    }
    if (!this.flow) {
      this.retryAction?.();
      return;
    }
    this.act({ type: 'details', done: this.flow.detailsDone && this.draft.consent });
    this.act({ type: 'refresh' });
    if (account.status === 'open') this.reservation?.comeBack();
  }

  private async load(): Promise<Account | undefined> {
    const before = this.account;
    this.failure = undefined;
    try {
      const reading = this.shown?.read();
      this.changed();
      const account = await reading;
      if (account) this.compareConsent(before, account);
      this.changed();
      return account;
    } catch (cause) {
      this.fail(cause, 'account');
      return undefined;
    }
  }

  /** Whoever consented to another text than the one in force now has to see this one before booking (P-28). */
  private compareConsent(before: Account | undefined, now: Account): void {
    if (!this.draft.consent || this.reservation?.isBooking) return;
    if (!before || before.texts.consentVersion === now.texts.consentVersion) return;
    this.draft = { ...this.draft, consent: false };
    this.problems = [{ path: 'consent', code: 'stale' }];
  }

  /** Changes the flow, and does what the change asks for. */
  act(action: FlowAction): void {
    const { account, flow } = this;
    if (!account || !flow || this.appointment) return;
    let next = reduce(flow, action, account);
    if (next.page !== flow.page) {
      const [from] = this.parts;
      const [to] = partsOf(account.settings, next.page);
      if (from && to && !this.listener.mayTurn(from, to)) next = { ...next, page: flow.page };
    }
    if (next === flow) return;
    this.skipIdleWait.abort();
    this.flow = next;
    this.follow(flow);
  }

  /** What a changed flow asks for: times to be shown, a time to be held, and those who listen to be told. */
  private follow(before: BookingFlow | undefined): void {
    const { account, flow } = this;
    if (!account || !flow) return;
    const isTurned = flow.page !== before?.page;
    if (!isSame(flow.selection, before?.selection)) {
      this.listener.selectionChanged(flow.selection);
      void this.reservation?.holdChosen();
    }
    if (isTurned) {
      // What could not be loaded there is of no matter here; a lost time is.
      if (this.failure && this.failure.error.kind !== 'slot-taken') this.failure = undefined;
      const { part } = this;
      if (part) this.listener.stepChanged(part, before === undefined);
    }
    this.showTimes();
    this.changed();
  }

  private get showsTimes(): boolean {
    return this.parts.includes('time');
  }

  /** Of the page in view. */
  private get parts(): readonly Part[] {
    const { account, flow } = this;
    return account && flow ? partsOf(account.settings, flow.page) : [];
  }

  private showTimes(): void {
    if (this.showsTimes) this.reservation?.showTimes();
  }

  /** The service found something wrong that the form let pass: back to the fields, which say what. */
  async showProblems({ fields }: BookingError): Promise<void> {
    if (fields.length === 0) return;
    let { failure } = this;
    if (fields.some(({ path }) => path === 'consent')) {
      // There is another text to consent to: it has to be there before it is asked for.
      this.draft = { ...this.draft, consent: false };
      await this.refresh();
      ({ failure } = this);
    }
    this.problems = fields;
    this.goTo('details');
    const isSaidThere = failure?.error.kind === 'invalid' && fields.some(isOfForm);
    if (!isSaidThere) this.failure = failure;
  }

  holdChanged(kept: KeptHold | undefined): void {
    this.listener.holdChanged(kept);
  }

  /** All that the receipt needs is kept: the national ID is no longer there for anybody to find (N-02). */
  booked(appointment: Appointment): void {
    const { email, mobile } = this.draft;
    this.draft = { ...emptyDraft, email, mobile };
    this.listener.booked(appointment);
  }

  correctDraft(contact: ContactCorrection): void {
    this.draft = { ...this.draft, ...contact };
  }

  /** Something failed: shown in words, and `again` tries it once more. Throws what is no `BookingError`. */
  fail(cause: unknown, during: Operation, retryAction?: () => unknown): void {
    if (!(cause instanceof BookingError)) throw cause;
    this.failure = { error: cause, during };
    this.retryAction = retryAction;
    this.listener.failed(this.failure);
    this.changed();
    // Maintenance and its kin, or a login that is needed by now: the account says what the page shows.
    const isOfAccount = cause.kind === 'closed' || cause.kind === 'login-required';
    if (isOfAccount && during !== 'account') void this.reopen(retryAction);
  }

  private async reopen(retryAction: (() => unknown) | undefined): Promise<void> {
    const { failure } = this;
    await this.refresh();
    const { account } = this;
    // There is a way to log in, and so nothing to be told (P-34).
    if (failure?.error.kind === 'login-required' && account && canLogIn(account)) return;
    // Open after all: what failed is shown and can be tried again.
    if (account?.status === 'open' && !this.failure) {
      this.failure = failure;
      this.retryAction = retryAction;
      this.changed();
    }
  }

  changed(): void {
    this.host.requestUpdate();
  }
}

/** A time chosen from starts alone says nothing of who and where. */
function withKnownSlots(choice: Extract<Choice, { step: 'time' }>): Choice {
  const slots = choice.value.slots.filter(({ clinician }) => clinician);
  return { ...choice, value: { ...choice.value, slots } };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** True for what the form shows beside a field. */
function isOfForm({ path }: FieldProblem): boolean {
  return /^(patient\.|consent|message|campaignCode|mobile|email)/.test(path);
}
