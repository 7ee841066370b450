import type { ReactiveControllerHost } from 'lit';
import { BookingError, unreachable } from '../../api/booking-error.js';
import { serviceNow } from '../../api/service-clock.js';
import type { BookingApi } from '../../api/booking-api.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { isEqual } from '../../domain/is-equal.js';
import type { PatientDraft } from '../../domain/patient-draft.js';
import { tellBrokenScript } from '../browser/broken-script.js';
import { OnlineController } from '../browser/online-controller.js';
import { whenIdle } from '../browser/when-idle.js';
import { isConnectionError } from '../failure.js';
import { FlowStore } from '../flow-store.js';
import type { BookingListener } from './booking-listener.js';
import type { BookingStart } from './booking-start.js';
import {
  currentPart,
  currentParts,
  emptyBooking,
  reduceBooking,
  type BookingAction,
  type BookingFailure,
  type BookingOperation,
  type BookingState,
  type BookingStore,
} from './booking-state.js';
import type { Reservation } from './reservation.js';

/** The booking of one patient: takes the patient's commands, and acts on what they change. */
export class BookingController {
  /** All that asks the service from the time step on, once its code is there. */
  reservation: Reservation | undefined;
  readonly #store: BookingStore;
  #isPageWatched = false;
  #api: Pick<BookingApi, 'account'> | undefined;
  #loading = new AbortController();
  /** Aborted once the patient goes on: then the rest is needed at once. */
  #skipIdleWait = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly listener: BookingListener,
  ) {
    this.#store = new FlowStore<BookingState, BookingAction>(emptyBooking, reduceBooking, {
      guard: (before, next) => this.#askBeforeTurning(before, next),
      changed: (before) => this.#handleChange(before),
      failed: (failure, retryAction) => this.#handleFailure(failure, retryAction),
    });
    new OnlineController(host, () => {
      const { failure } = this.state;
      if (failure && isConnectionError(failure.error)) this.retry();
    });
  }

  get state(): BookingState {
    return this.#store.state;
  }

  /** Begins anew: reads the account and goes to the first step, or as far as the requests lead (P-10). */
  async start(begin: BookingStart): Promise<void> {
    const { api, narrowing = {}, step } = begin;
    this.reservation?.holds.end();
    this.reservation = undefined;
    this.#api = api;
    const isCurrent = this.#store.restart({ ...emptyBooking, narrowing });
    const isRead = await this.#load(() => this.start(begin));
    if (!isRead || !isCurrent()) return;
    const request = begin.request();
    const isPast = request.time && Date.parse(request.time.start) <= serviceNow();
    this.dispatch({
      type: 'begin',
      request: isPast ? { ...request, time: undefined } : request,
      step,
    });
    this.#skipIdleWait = new AbortController();
    if (currentParts(this.state).includes('time')) this.#skipIdleWait.abort();
    await whenIdle(this.#skipIdleWait.signal, begin.words);
    if (isCurrent()) await this.#loadReservation(begin, isCurrent);
  }

  /** Changes the state as the patient asks. */
  dispatch(action: BookingAction): void {
    this.#store.dispatch(action);
  }

  /** Something was typed. */
  type(draft: PatientDraft): void {
    this.reservation?.holds.touch();
    this.dispatch({ type: 'type', draft });
  }

  /** Tries again what failed last. */
  retry(): void {
    this.#store.retry();
  }

  /** Shows a failure in words; `retryAction` tries it once more. Throws what is no `BookingError`. */
  fail(cause: unknown, during: BookingOperation, retryAction?: () => unknown): void {
    this.#store.fail(cause, during, retryAction);
  }

  /** Reads the account anew, after maintenance for one (P-40): what was chosen and typed stays where it still fits. */
  async refresh(): Promise<void> {
    if (!(await this.#load(() => this.refresh()))) return;
    const { account, flow } = this.state;
    if (!flow) this.retry();
    else if (account?.status === 'open') this.reservation?.holds.comeBack();
  }

  /** False when the account could not be read, or is being read once more. */
  async #load(retryAction: () => unknown): Promise<boolean> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.dispatch({ type: 'load-account' });
    try {
      const account = await this.#api?.account({ signal });
      if (signal.aborted) return false;
      this.dispatch({ type: 'account', ...(account && { account }) });
      return true;
    } catch (cause) {
      if (signal.aborted) return false;
      this.dispatch({ type: 'account' });
      this.fail(cause, 'account', retryAction);
      return false;
    }
  }

  /** Brings what choosing a time and all after it need; the first step is on screen already. */
  async #loadReservation(begin: BookingStart, isCurrent: () => boolean): Promise<void> {
    try {
      const [{ Reservation, watchPage }, api] = await Promise.all([
        import('./reservation.js'),
        'whole' in begin.api ? begin.api.whole() : begin.api,
      ]);
      await begin.connect?.(api);
      const { account } = this.state;
      if (!isCurrent() || !account) return;
      if (!this.#isPageWatched) watchPage(this.host, () => this.reservation?.holds);
      this.#isPageWatched = true;
      this.reservation = new Reservation(api, account.timeZone, this.#store);
      this.reservation.follow();
    } catch (cause) {
      if (!isCurrent()) return;
      if (cause instanceof BookingError) {
        // Drawn after a glance, and none of the contract after all.
        this.#store.restart(emptyBooking);
        this.fail(cause, 'account', () => this.start(begin));
        return;
      }
      tellBrokenScript(cause);
      this.fail(unreachable(cause), 'times', () => this.#loadReservation(begin, isCurrent));
    }
  }

  /** The page around may keep the patient on a step. */
  #askBeforeTurning(before: BookingState, next: BookingState): BookingState {
    const { flow, failure } = before;
    if (!flow || !next.flow || flow.page === next.flow.page) return next;
    const from = currentPart(before);
    const to = currentPart(next);
    if (!from || !to || this.listener.mayTurn(from, to)) return next;
    return { ...next, flow: { ...next.flow, page: flow.page }, failure: next.failure ?? failure };
  }

  /** Tells the page around what changed, and does what the change asks for. */
  #handleChange(before: BookingState): void {
    const { host, listener, reservation, state } = this;
    const { appointment, flow, held } = state;
    host.requestUpdate();
    if (held !== before.held) listener.holdChanged(held);
    if (appointment && !before.appointment) listener.booked(appointment);
    if (!flow || flow === before.flow) return;
    if (before.flow) this.#skipIdleWait.abort();
    if (!isEqual(flow.selection, before.flow?.selection)) listener.selectionChanged(flow.selection);
    reservation?.follow(before.flow);
    const part = currentPart(this.state);
    if (part && flow.page !== before.flow?.page) listener.stepChanged(part, !before.flow);
  }

  async #handleFailure(failure: BookingFailure, retryAction?: () => unknown): Promise<void> {
    const { error, during } = failure;
    this.listener.failed(failure);
    // Maintenance and its kin, or a login that is needed by now: the account says what the page shows.
    const isOfAccount = error.kind === 'closed' || error.kind === 'login-required';
    if (isOfAccount && during !== 'account') void this.#reopen(failure, retryAction);
    if (error.kind === 'invalid' && during === this.state.operation)
      await this.#showProblems(error);
  }

  async #reopen(failure: BookingFailure, retryAction?: () => unknown): Promise<void> {
    await this.refresh();
    const { account, failure: newer } = this.state;
    // There is a way to log in, and so nothing to be told (P-34).
    if (failure.error.kind === 'login-required' && account && canLogIn(account)) return;
    // Open after all: what failed is shown and can be tried again.
    if (account?.status === 'open' && !newer) this.#store.show(failure, retryAction);
  }

  async #showProblems({ fields }: BookingError): Promise<void> {
    if (fields.length === 0) return;
    if (fields.some(({ path }) => path === 'consent')) {
      // There is another text to consent to: it has to be there before it is asked for.
      this.dispatch({ type: 'fill', draft: { ...this.state.draft, consent: false } });
      await this.refresh();
    }
    this.dispatch({ type: 'problems', fields });
  }
}
