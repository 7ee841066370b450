import type { ReactiveControllerHost } from 'lit';
import { BookingError } from '../../api/booking-error.js';
import type { FieldProblem, Language, Patient, Slot } from '../../contract/index.js';
import {
  emptyFlow,
  reduceAppointments,
  type AppointmentLink,
  type AppointmentsAction,
  type AppointmentsFlow,
} from '../../domain/appointments-flow.js';
import {
  ownHoldRequest,
  whoseOptions,
  type About,
  type Whose,
} from '../../domain/own-appointments.js';
import type {
  AppointmentsListener,
  AppointmentsOperation,
  OwnFailure,
} from './appointments-listener.js';
import { CancelAttempt } from './cancel-attempt.js';
import { isConnectionError } from '../failure.js';
import type { KeptHold } from '../hold/hold-keeper.js';
import { PageLifecycle } from '../browser/page-lifecycle.js';
import { SessionWatch } from '../session/session-watch.js';
import { TimeChange, type ChangeMeans } from './time-change.js';

const none: readonly FieldProblem[] = [];

/** Milliseconds after which a list is read anew when the patient comes back to it. */
const freshFor = 30_000;

/** A patient's own appointments (P-35 to P-38): the only place that changes where they are and what they have. */
export class AppointmentsController {
  flow: AppointmentsFlow = emptyFlow;
  failure: OwnFailure | undefined;
  busy: AppointmentsOperation | undefined;
  /** What the service found wrong with what was typed for a need; until another place is shown. */
  problems: readonly FieldProblem[] = none;
  private means: ChangeMeans | undefined;
  private change: TimeChange | undefined;
  private retryAction: (() => unknown) | undefined;
  /** Counts the beginnings: what an earlier one still waits for is of no matter. */
  private run = 0;
  private readAt = 0;
  private cancelling: CancelAttempt | undefined;
  private readonly watch = new SessionWatch();

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly listener: AppointmentsListener,
  ) {
    new PageLifecycle(host, {
      touched: () => this.handleTouch(),
      left: () => this.change?.leave(),
      cameBack: () => {
        this.change?.comeBack();
        this.refresh();
      },
      online: () => {
        if (this.failure && isConnectionError(this.failure.error)) this.retry();
      },
    });
    host.addController({ hostUpdate: () => this.followSession() });
  }

  /** The hold of the chosen time, while it is live. */
  get held(): KeptHold | undefined {
    return this.change?.held;
  }

  get isHoldEnding(): boolean {
    return this.change?.isHoldEnding ?? false;
  }

  get isHoldOver(): boolean {
    return this.change?.isHoldOver ?? false;
  }

  get slots(): TimeChange['slots'] | undefined {
    return this.change?.slots;
  }

  /** What is being changed; undefined at the list. */
  get about(): About | undefined {
    const { place } = this.flow;
    return place.kind === 'list' ? undefined : place.about;
  }

  /** What the controller was started with last. */
  get startedWith(): ChangeMeans | undefined {
    return this.means;
  }

  /** The present moment, epoch milliseconds. */
  get now(): number {
    return Date.now();
  }

  /** Begins anew with somebody's session: reads the list, and then goes where a link leads (P-10). */
  start(means: ChangeMeans, link?: AppointmentLink): void {
    this.means = means;
    this.forget();
    this.flow = link ? { ...emptyFlow, link } : emptyFlow;
    void this.load();
  }

  /** Another place, as a link asks (P-10). */
  follow(link: AppointmentLink): void {
    this.act({ type: 'link', link });
  }

  /** Looks for another time for an appointment (P-36). */
  startMove(id: string): void {
    const appointment = this.flow.list?.appointments.find((each) => each.id === id);
    if (!appointment) return;
    this.act({ type: 'move', id, whose: this.firstWhose({ kind: 'move', appointment }) });
  }

  /** Looks for a time for a need (P-38). */
  startRecall(id: string): void {
    const recall = this.flow.list?.recalls.find((each) => each.id === id);
    if (recall)
      this.act({ type: 'recall', id, whose: this.firstWhose({ kind: 'recall', recall }) });
  }

  /** Shows the times of others. */
  show(whose: Whose): void {
    this.act({ type: 'whose', whose });
  }

  /** Shows another week; false where it may not be chosen from. */
  go(week: string): boolean {
    return this.change?.go(week) ?? false;
  }

  /** Holds a time and shows it once more before anything changes. */
  choose(start: string, slots: readonly Slot[]): void {
    const { place } = this.flow;
    if (place.kind !== 'times') return;
    this.act({
      type: 'choose',
      request: ownHoldRequest(place.about, place.whose, { start, slots }),
    });
  }

  /** Takes a time that was offered in place of a lost one, with whom and where it is (P-23). */
  takeAlternative({ start, clinic, clinician }: Slot): void {
    const { place } = this.flow;
    if (place.kind !== 'times') return;
    const request = ownHoldRequest(place.about, 'all', { start, slots: [] });
    this.act({ type: 'choose', request: { ...request, clinic, clinician } });
  }

  otherTime(): void {
    this.act({ type: 'other-time' });
  }

  back(): void {
    this.act({ type: 'back' });
  }

  /** Asks whether to cancel (P-37). */
  askCancel(id: string): void {
    this.act({ type: 'cancel', id });
  }

  keep(): void {
    if (this.busy !== 'cancel') this.act({ type: 'keep' });
  }

  extend(): void {
    this.change?.extend();
  }

  /** Moves the appointment to the chosen time (P-36), after a code where one is needed (P-43). */
  async move(): Promise<void> {
    const { place } = this.flow;
    const { change } = this;
    if (place.kind !== 'review' || place.about.kind !== 'move' || !change) return;
    if (this.needsCode('move')) return;
    await this.attempt('move', async (isCurrent) => {
      const appointment = await change.move(place.request);
      if (!isCurrent()) return;
      this.listener.moved(appointment);
      this.act({ type: 'done', appointment });
      void this.load(true);
    });
  }

  /** Books the need at the chosen time (P-38). */
  async book(patient: Partial<Patient>, lang: Language): Promise<void> {
    const { place } = this.flow;
    const { change } = this;
    if (place.kind !== 'review' || place.about.kind !== 'recall' || !change) return;
    await this.attempt('book', async (isCurrent) => {
      const appointment = await change.book(place.request, patient, lang);
      if (!isCurrent()) return;
      this.listener.booked(appointment);
      this.act({ type: 'done', appointment });
      void this.load(true);
    });
  }

  /** Cancels what the dialog asks about (P-37), after a code where one is needed (P-43). */
  async cancel(): Promise<void> {
    const { cancelling } = this;
    const id = this.flow.cancelling?.id;
    if (!id || !cancelling || this.needsCode('cancel')) return;
    await this.attempt('cancel', async (isCurrent) => {
      const appointment = await cancelling.cancel(id);
      if (!isCurrent()) return;
      this.listener.cancelled(appointment);
      this.act({ type: 'cancelled', appointment });
      void this.load(true);
    });
  }

  /** Tries again what failed last. */
  retry(): void {
    const { retryAction } = this;
    this.failure = this.retryAction = undefined;
    this.changed();
    retryAction?.();
  }

  /** The list in place of whatever is shown, read anew. */
  toList(): void {
    while (this.flow.place.kind !== 'list') this.act({ type: 'back' });
    this.refresh();
  }

  private firstWhose(about: About): Whose {
    const { account } = this.means ?? {};
    return (account && whoseOptions(account, about)[0]) ?? 'own';
  }

  /** True when a code has to confirm the session first: it is asked for, and what was wanted goes on by itself. */
  private needsCode(codeFor: 'move' | 'cancel'): boolean {
    const current = this.means?.session.current;
    if (!current?.needsCode) return false;
    this.askCode(codeFor);
    return true;
  }

  private askCode(codeFor: 'move' | 'cancel'): void {
    if (this.means) this.watch.ask(this.means.session);
    this.act({ type: 'ask-code', codeFor });
  }

  /** Somebody logged in, out, or confirmed the session: what waited for it goes on. */
  private followSession(): void {
    const { means, watch } = this;
    if (!means) return;
    const { session } = means;
    const change = watch.look(session);
    // What was read is nobody's any more.
    if (change === 'left') this.forget();
    if (!session.current) return;
    if (change === 'other') this.start(means);
    if (change !== 'none') this.listener.placed();
    const { codeFor, list } = this.flow;
    if (!list && !this.busy && !this.failure) void this.load();
    if (!codeFor || !watch.isConfirmed(session)) return;
    this.act({ type: 'code-given' });
    void (codeFor === 'move' ? this.move() : this.cancel());
  }

  private forget(): void {
    this.run += 1;
    this.change?.end();
    this.change = this.failure = this.busy = this.retryAction = undefined;
    this.flow = emptyFlow;
    this.cancelling = this.means && new CancelAttempt(this.means.session);
  }

  /** Reads the list; `isQuiet` when it is there already, and failing to read it again is of no matter. */
  private async load(isQuiet = false): Promise<void> {
    const { means, run } = this;
    if (!means) return;
    const { session } = means;
    if (!isQuiet) this.busy = 'list';
    this.failure = isQuiet ? this.failure : undefined;
    this.changed();
    try {
      const list = await session.call((token) => session.api.appointments(token));
      if (run !== this.run) return;
      this.readAt = Date.now();
      this.act({ type: 'read', list });
    } catch (cause) {
      if (run !== this.run || isQuiet) return;
      // They would not log in, or somebody else did, whose list is read anew.
      if (cause instanceof BookingError && cause.kind === 'login-required') return;
      this.fail(cause, 'list', () => void this.load());
    } finally {
      if (run === this.run && this.busy === 'list') this.busy = undefined;
      this.changed();
    }
  }

  /** Reads the list again where it may have changed elsewhere. */
  private refresh(): void {
    const { list } = this.flow;
    if (!list || this.busy || Date.now() - this.readAt < freshFor) return;
    if (this.means?.session.current) void this.load(true);
  }

  private async attempt(
    busy: AppointmentsOperation,
    work: (isCurrent: () => boolean) => Promise<void>,
  ): Promise<void> {
    const { run } = this;
    if (this.busy) return;
    this.busy = busy;
    this.failure = undefined;
    this.changed();
    const isCurrent = () => run === this.run;
    try {
      await work(isCurrent);
    } catch (cause) {
      if (isCurrent()) await this.handleRefusal(cause, busy, () => void this.attempt(busy, work));
    } finally {
      if (isCurrent()) this.busy = undefined;
      this.changed();
    }
  }

  /** What the service's refusal means for where the patient is. */
  private async handleRefusal(
    cause: unknown,
    busy: AppointmentsOperation,
    retryAction: () => void,
  ): Promise<void> {
    if (!(cause instanceof BookingError)) throw cause;
    switch (cause.kind) {
      case 'slot-taken':
        this.loseTime(cause);
        return;
      case 'code-required':
        if (busy === 'move' || busy === 'cancel') this.askCode(busy);
        else this.fail(cause, busy, retryAction);
        return;
      case 'not-allowed':
      case 'not-found': {
        // Moved or cancelled in another window, or too late by now: the list says which.
        const { place, cancelling } = this.flow;
        await this.load(true);
        const isStillThere = this.flow.place.kind === place.kind && place.kind !== 'list';
        const isStillAsked = cancelling !== undefined && this.flow.cancelling !== undefined;
        if (isStillThere || isStillAsked) this.act({ type: 'refused' });
        return;
      }
      case 'invalid':
        // Of what was typed; a hold sends nothing of it.
        if (busy !== 'hold') this.problems = cause.fields;
        this.fail(cause, busy, busy === 'hold' ? retryAction : undefined);
        return;
      default:
        this.fail(cause, busy, retryAction);
    }
  }

  /** The time is gone: no list shows it any more, others are offered, and the old one stays (P-23). */
  private loseTime(error: BookingError): void {
    const { place } = this.flow;
    if (place.kind === 'review') this.change?.lose(place.request);
    this.act({ type: 'other-time' });
    this.fail(error, 'hold');
  }

  private act(action: AppointmentsAction): void {
    const before = this.flow;
    const flow = reduceAppointments(before, action);
    if (flow === before) return;
    this.flow = flow;
    this.followPlace(before);
    const isElsewhere =
      flow.place.kind !== before.place.kind ||
      flow.codeFor !== before.codeFor ||
      (flow.news !== before.news && flow.news !== undefined);
    if (isElsewhere) {
      // What went wrong elsewhere is of no matter here; a lost time is told right after.
      if (action.type !== 'read') this.failure = undefined;
      this.problems = none;
      this.listener.placed();
    }
    const { link } = before;
    if (link && !flow.link && !link.do && !isElsewhere) this.listener.found(link.appointment);
    this.changed();
  }

  /** What a changed place asks for: times to be shown, a time to be held or given back. */
  private followPlace({ place: before }: AppointmentsFlow): void {
    const { place } = this.flow;
    if (place.kind !== 'times' && place.kind !== 'review') {
      this.change?.end();
      this.change = undefined;
      return;
    }
    if (!this.change?.isAbout(place.about)) this.change = this.open(place.about);
    const { change } = this;
    if (place.kind === 'review') change?.hold(place.request);
    else if (before.kind !== 'times' || before.whose !== place.whose) change?.show(place.whose);
  }

  private open(about: About): TimeChange | undefined {
    this.change?.end();
    const { means } = this;
    if (!means) return undefined;
    const change: TimeChange = new TimeChange(means, about, {
      changed: () => this.changed(),
      timesFailed: (error) => this.fail(error, 'times', () => change.slots.retry()),
      holdChanged: (kept) => this.listener.holdChanged(kept),
      holdFailed: (error) => {
        if (change !== this.change) return;
        void this.handleRefusal(error, 'hold', () => change.retryHold());
      },
    });
    return change;
  }

  private handleTouch(): void {
    this.change?.touch();
    if (!this.change && !this.flow.cancelling) this.refresh();
  }

  private fail(cause: unknown, during: AppointmentsOperation, retryAction?: () => unknown): void {
    if (!(cause instanceof BookingError)) throw cause;
    this.failure = { error: cause, during };
    this.retryAction = retryAction;
    this.listener.failed(this.failure);
    this.changed();
  }

  private changed(): void {
    this.host.requestUpdate();
  }
}
