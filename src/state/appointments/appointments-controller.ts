import type { ReactiveControllerHost } from 'lit';
import { BookingError } from '../../api/booking-error.js';
import { serviceNow } from '../../api/service-clock.js';
import type { Appointment, Patient, Language, Slot } from '../../contract/index.js';
import { emptyFlow, type AppointmentLink } from '../../domain/appointments-flow.js';
import {
  ownHoldRequest,
  whoseOptions,
  type About,
  type Whose,
} from '../../domain/own-appointments.js';
import { OnlineController } from '../browser/online-controller.js';
import { PageLifecycle } from '../browser/page-lifecycle.js';
import { isConnectionError } from '../failure.js';
import type { HoldKeeper, HoldState } from '../hold/hold-keeper.js';
import { FlowStore } from '../flow-store.js';
import { SessionWatch } from '../session/session-watch.js';
import type { AppointmentsListener } from './appointments-listener.js';
import {
  emptyAppointments,
  isElsewhere,
  reduceState,
  type AppointmentsAction,
  type AppointmentsOperation,
  type AppointmentsState,
} from './appointments-state.js';
import { CancelAttempt } from './cancel-attempt.js';
import { LinkHold } from './link-hold.js';
import { ListReader } from './list-reader.js';
import { OpenChange } from './open-change.js';
import type { ChangeMeans } from './time-change.js';

/** A patient's own appointments (P-35 to P-38): takes the patient's commands, and acts on what they change. */
export class AppointmentsController {
  readonly #store: FlowStore<AppointmentsState, AppointmentsAction>;
  readonly #list: ListReader;
  #means: ChangeMeans | undefined;
  readonly #change: OpenChange;
  readonly #linkHold: LinkHold;
  #cancelling: CancelAttempt | undefined;
  readonly #watch = new SessionWatch();

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly listener: AppointmentsListener,
  ) {
    this.#store = new FlowStore<AppointmentsState, AppointmentsAction>(
      emptyAppointments,
      reduceState,
      {
        changed: (before) => this.#handleChange(before),
        failed: (failure) => listener.failed(failure),
      },
    );
    this.#list = new ListReader(this.#store, () => this.#means?.session);
    this.#change = new OpenChange(
      this.#store,
      () => this.#means,
      (error, retryAction) => this.#handleError(error, 'hold', retryAction),
      (to) => this.#linkHold.handOver(to),
    );
    this.#linkHold = new LinkHold(() => host.requestUpdate());
    new PageLifecycle(host, {
      touched: () => this.#handleTouch(),
      left: () => this.#holds?.leave(),
      cameBack: () => {
        this.#holds?.comeBack();
        this.#list.refresh();
      },
    });
    new OnlineController(host, () => {
      const { failure } = this.state;
      if (failure && isConnectionError(failure.error)) this.retry();
    });
    host.addController({ hostUpdate: () => this.#followSession() });
  }

  get state(): AppointmentsState {
    return this.#store.state;
  }

  /** What the controller was started with last. */
  get startedWith(): ChangeMeans | undefined {
    return this.#means;
  }

  /** The time of a message's link, as long as its patient is not logged in (P-48). */
  get linkHold(): HoldState {
    return this.#linkHold.state;
  }

  /** The present moment, epoch milliseconds. */
  get now(): number {
    return serviceNow();
  }

  /** Begins anew with somebody's session: reads the list, and then goes where a link leads (P-10). */
  start(means: ChangeMeans, link?: AppointmentLink): void {
    this.#means = means;
    this.#reset(link);
    const { time } = link ?? {};
    if (time && link?.do === 'move' && !means.session.current)
      this.#linkHold.begin(means.api, time);
    void this.#list.load();
  }

  /** Another place, as a link asks (P-10). */
  follow(link: AppointmentLink): void {
    this.#dispatch({ type: 'link', link });
  }

  /** Looks for another time for an appointment (P-36). */
  startMove(id: string): void {
    const appointment = this.state.flow.list?.appointments.find((each) => each.id === id);
    if (!appointment) return;
    this.#dispatch({ type: 'move', id, whose: this.#firstWhose({ kind: 'move', appointment }) });
  }

  /** Looks for a time for a need (P-38). */
  startRecall(id: string): void {
    const recall = this.state.flow.list?.recalls.find((each) => each.id === id);
    if (!recall) return;
    this.#dispatch({ type: 'recall', id, whose: this.#firstWhose({ kind: 'recall', recall }) });
  }

  /** Shows the times of others. */
  show(whose: Whose): void {
    this.#dispatch({ type: 'whose', whose });
  }

  /** Shows another week; false where it may not be chosen from. */
  go(week: string): boolean {
    return this.#change.current?.go(week) ?? false;
  }

  /** Holds a time and shows it once more before anything changes. */
  choose(start: string, slots: readonly Slot[]): void {
    const { place } = this.state.flow;
    if (place.kind !== 'times') return;
    const request = ownHoldRequest(place.about, place.whose, { start, slots });
    this.#dispatch({ type: 'choose', request });
  }

  /** Takes a time that was offered in place of a lost one, with whom and where it is (P-23). */
  takeAlternative({ start, clinic, clinician }: Slot): void {
    const { place } = this.state.flow;
    if (place.kind !== 'times') return;
    const request = ownHoldRequest(place.about, 'all', { start, slots: [] });
    this.#dispatch({ type: 'choose', request: { ...request, clinic, clinician } });
  }

  otherTime(): void {
    this.#dispatch({ type: 'other-time' });
  }

  back(): void {
    this.#dispatch({ type: 'back' });
  }

  /** Asks whether to cancel (P-37). */
  askCancel(id: string): void {
    this.#dispatch({ type: 'cancel', id });
  }

  keep(): void {
    if (this.state.operation !== 'cancel') this.#dispatch({ type: 'keep' });
  }

  /** Ten minutes more for the held time (P-24). */
  extend(): void {
    void this.#holds?.extend();
  }

  /** Moves the appointment to the chosen time (P-36), after a code where one is needed (P-43). */
  async move(): Promise<void> {
    const { place } = this.state.flow;
    const change = this.#change.current;
    if (place.kind !== 'review' || place.about.kind !== 'move' || !change) return;
    if (this.#needsCode('move')) return;
    await this.#run('move', () => change.move(place.request), 'moved');
  }

  /** Books the need at the chosen time (P-38). */
  async book(patient: Partial<Patient>, lang: Language): Promise<void> {
    const { place } = this.state.flow;
    const change = this.#change.current;
    if (place.kind !== 'review' || place.about.kind !== 'recall' || !change) return;
    await this.#run('book', () => change.book(place.request, patient, lang), 'booked');
  }

  /** Cancels what the dialog asks about (P-37), after a code where one is needed (P-43). */
  async cancel(): Promise<void> {
    const cancelling = this.#cancelling;
    const id = this.state.flow.cancelling?.id;
    if (!id || !cancelling || this.#needsCode('cancel')) return;
    await this.#run('cancel', () => cancelling.cancel(id), 'cancelled');
  }

  /** Tries again what failed last. */
  retry(): void {
    this.#store.retry();
  }

  /** The list in place of whatever is shown, read anew. */
  toList(): void {
    while (this.state.flow.place.kind !== 'list') this.back();
    this.#list.refresh();
  }

  /** What is held now: of the change that is open, else of a link. */
  get #holds(): HoldKeeper | undefined {
    return this.#change.current?.holds ?? this.#linkHold.holds;
  }

  #dispatch(action: AppointmentsAction): void {
    this.#store.dispatch(action);
  }

  #firstWhose(about: About): Whose {
    const { account } = this.#means ?? {};
    return (account && whoseOptions(account, about)[0]) ?? 'own';
  }

  /** True when a code has to confirm the session first: it is asked for, and the operation follows by itself. */
  #needsCode(codeFor: 'move' | 'cancel'): boolean {
    const current = this.#means?.session.current;
    if (!current?.needsCode) return false;
    this.#askCode(codeFor);
    return true;
  }

  #askCode(codeFor: 'move' | 'cancel'): void {
    if (this.#means) this.#watch.ask(this.#means.session);
    this.#dispatch({ type: 'ask-code', codeFor });
  }

  /** Somebody logged in, out, or confirmed the session: what waited for it goes on. */
  #followSession(): void {
    const means = this.#means;
    const watch = this.#watch;
    if (!means) return;
    const { session } = means;
    const change = watch.look(session);
    // What was read belongs to the patient who left.
    if (change === 'left') this.#reset();
    if (!session.current) return;
    if (change === 'other') this.start(means);
    if (change !== 'none') this.listener.placed();
    const { flow, operation, failure } = this.state;
    const { codeFor, list } = flow;
    if (!list && !operation && !failure) void this.#list.load();
    if (!codeFor || !watch.isConfirmed(session)) return;
    this.#dispatch({ type: 'code-given' });
    void (codeFor === 'move' ? this.move() : this.cancel());
  }

  #reset(link?: AppointmentLink): void {
    this.#change.close();
    this.#linkHold.end();
    this.#cancelling = this.#means && new CancelAttempt(this.#means.session);
    this.#store.restart({ ...emptyAppointments, flow: link ? { ...emptyFlow, link } : emptyFlow });
  }

  /** Runs one of the changes, and tells what came of it. */
  async #run(
    operation: 'move' | 'book' | 'cancel',
    work: () => Promise<Appointment>,
    outcome: 'moved' | 'booked' | 'cancelled',
  ): Promise<void> {
    await this.#store.run(operation, async (isCurrent) => {
      try {
        const appointment = await work();
        if (!isCurrent()) return;
        this.listener[outcome](appointment);
        this.#dispatch({ type: outcome === 'cancelled' ? outcome : 'done', appointment });
        void this.#list.reloadChanged();
      } catch (cause) {
        const retryAction = () => this.#run(operation, work, outcome);
        if (isCurrent()) await this.#handleError(cause, operation, retryAction);
      }
    });
  }

  /** What the service's refusal means for where the patient is. */
  async #handleError(
    cause: unknown,
    operation: AppointmentsOperation,
    retryAction: () => unknown,
  ): Promise<void> {
    const store = this.#store;
    const kind = cause instanceof BookingError ? cause.kind : undefined;
    if (kind === 'slot-taken') {
      // The time is gone: no list shows it any more, others are offered, and the old one stays (P-23).
      const { place } = this.state.flow;
      if (place.kind === 'review') this.#change.current?.lose(place.request);
      this.#dispatch({ type: 'other-time' });
      store.fail(cause, 'hold');
    } else if (kind === 'code-required' && (operation === 'move' || operation === 'cancel')) {
      this.#askCode(operation);
    } else if (kind === 'not-allowed' || kind === 'not-found') {
      // Moved or cancelled in another window, or too late by now: the list says which.
      const { place, cancelling } = this.state.flow;
      await this.#list.reload();
      const { flow } = this.state;
      const isStillThere = flow.place.kind === place.kind && place.kind !== 'list';
      const isStillAsked = cancelling !== undefined && flow.cancelling !== undefined;
      if (isStillThere || isStillAsked) this.#dispatch({ type: 'refused' });
    } else if (cause instanceof BookingError && kind === 'invalid' && operation !== 'hold') {
      // Of what was typed: sent again it would be refused again.
      this.#dispatch({ type: 'problems', fields: cause.fields });
      store.fail(cause, operation);
    } else store.fail(cause, operation, retryAction);
  }

  /** Tells the page around what changed, and does what the change asks for. */
  #handleChange(before: AppointmentsState): void {
    const { host, listener, state } = this;
    host.requestUpdate();
    if (state.held !== before.held) listener.holdChanged(state.held);
    const { flow } = state;
    if (flow === before.flow) return;
    this.#change.follow(before.flow);
    const isPlaced = isElsewhere(flow, before.flow);
    if (isPlaced) listener.placed();
    const { link } = before.flow;
    // Followed: what was held has been handed over by now, or leads nowhere.
    if (link && !flow.link) this.#linkHold.end();
    if (link && !flow.link && !link.do && !isPlaced) listener.found(link.appointment);
  }

  #handleTouch(): void {
    this.#holds?.touch();
    if (!this.#change.current && !this.state.flow.cancelling) this.#list.refresh();
  }
}
