import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BookingError } from '../../api/booking-error.js';
import type { PatientApi } from '../../api/session-api.js';
import type { Account, Slot } from '../../contract/index.js';
import { areSaidBesideFields } from '../../domain/need-details.js';
import type { AppointmentLink } from '../../domain/appointments-flow.js';
import { toClockTime } from '../../domain/clock-time.js';
import type { OpusBookNeedEvent } from '../../events/book-need-event.js';
import type { OpusChooseEvent } from '../../events/choose-event.js';
import type { OpusOwnActEvent } from '../../events/own-act-event.js';
import { OpusRestartEvent } from '../../events/receipt-events.js';
import type { OpusSessionConfirmedEvent } from '../../events/session-confirmed-event.js';
import type { OpusWeekChangeEvent } from '../../events/week-change-event.js';
import { OpusCancelledEvent } from '../../events/cancelled-event.js';
import { OpusMovedEvent } from '../../events/moved-event.js';
import { appointmentWords } from '../../locales/appointment-words.js';
import { updateLocalized } from '../../locales/localized-elements.js';
import { Localizer } from '../../locales/localizer.js';
import { loginWords } from '../../locales/login-words.js';
import { AppointmentsController } from '../../state/appointments/appointments-controller.js';
import { aboutOf } from '../../state/appointments/appointments-state.js';
import { accountContext, sessionContext } from '../../state/contexts.js';
import { AppointmentsServiceController } from '../../state/appointments/appointments-service.js';
import type { SessionController } from '../../state/session/session-controller.js';
import { LateWords } from '../../state/browser/late-words.js';
import { TagsController, type TagLoader } from '../../state/browser/tags-controller.js';
import { showAccent } from '../../theme/accent-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { fitPage } from '../../theme/page-look.js';
import { renderSkeleton, skeletonStyles } from '../../theme/skeleton.js';
import { consumeContexts } from '../consume-contexts.js';
import { FocusController } from '../focus-controller.js';
import { dispatchPublicEvents } from '../public-events.js';
import { OpusElement } from '../opus-element.js';
import { keepTypedInput } from '../typed-input.js';
import { SetUpCheck } from '../set-up-check.js';
import { renderWordless, wordlessStyles } from '../wordless.js';
import { styles } from './appointments.styles.js';
import type { AppointmentsView } from './appointments-view.js';
import { renderAppointments } from './appointments-views.js';
import { rangeWords } from './times-view.js';
import { renderAccountError } from './unavailable-views.js';

/**
 * A patient's own appointments: list, move, cancel, book what is due (P-35 to P-38). Inside the widget, account and session
 * are provided; alone, on a "my page", it loads the account itself and asks for a login first.
 *
 * @element opus-appointments
 * @summary Own appointments: see, move, cancel, book a check-up.
 * @fires opus-moved - an appointment was moved
 * @fires opus-cancelled - an appointment was cancelled
 * @fires opus-booked - a need was booked
 * @fires opus-hold - a time is held for the patient, or no longer
 * @fires opus-error - a failure is shown to the patient
 * @slot - Shown when the element has no words to show, and by the browser as long as the element is not defined: how to
 *   reach the clinic without it
 * @csspart heading - a heading
 * @csspart button - a button
 */
export class Appointments extends OpusElement {
  static override styles = [baseStyles, buttonStyles, skeletonStyles, wordlessStyles, styles];

  /** Loads the definitions of what follows the list, by tag. Set by the definition. */
  static loaders: Readonly<Record<string, TagLoader>> = {};

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, appointmentWords, loginWords);
  readonly #lateWords = new LateWords(this, () => {
    // The code may arrive before its words, or before those of the login.
    const isThere = this.#words.term('ownAppointments') && this.#words.term('loginBySms');
    return isThere ? undefined : this.#words.lang();
  });
  readonly #tags = new TagsController(this, () => Appointments.loaders);
  readonly #focusing = new FocusController(this);
  readonly #events = dispatchPublicEvents(this);
  readonly #controller = new AppointmentsController(this, {
    ...this.#events,
    moved: ({ slot }) => this.dispatchEvent(new OpusMovedEvent(slot.clinic, slot.clinician)),
    cancelled: ({ slot }) =>
      this.dispatchEvent(new OpusCancelledEvent(slot.clinic, slot.clinician)),
    placed: () => this.focusHeading(),
    found: (id) =>
      this.#focusing.moveFocusInto('place', (list) =>
        (list as HTMLElementTagNameMap['opus-appointment-list']).focusAppointment(id),
      ),
    failed: (failure) => {
      const { during, error } = failure;
      // What fails in the background only stands in the page; a field with a problem takes focus itself.
      const isBackground = during === 'list' || during === 'times';
      if (!isBackground && !areSaidBesideFields(error.fields)) this.#focusing.moveFocus('error');
      this.#events.failed(failure);
    },
  });
  readonly #setUp = new SetUpCheck(this, () =>
    this.around ? undefined : this.#service.fail(new BookingError('not-found')),
  );
  readonly #service = new AppointmentsServiceController(this, {
    reached: (account) => this.#setUp.reached(account),
    failed: (error) => {
      this.#events.failed({ error });
      this.#setUp.failed(error.kind);
    },
  });

  /** The account's id at the service, where the element stands alone. */
  @property() account = '';
  /** Root of the booking API; without one, the page's own origin. */
  @property() api = '';
  /** Language (`nb`, `sv`, `fi`, `da`, `en`); without one, that of the page around. */
  @property() override lang!: string;
  /** An appointment's id, from a link in a message. */
  @property() appointment = '';
  /** What to do with that appointment: `move` or `cancel`; nothing changes before the patient confirms it. */
  @property() do = '';
  /** The time to move it to, from a link in a message: it is held, and nothing changes before the patient confirms it (P-48). */
  @property({ attribute: false }) time?: AppointmentLink['time'] | undefined;
  /** An e-ID provider's id: offered first where a login is asked for (P-10). */
  @property() idp = '';
  /** Path and query of a page of the service's own origin: the e-ID provider may send the browser back there. */
  @property({ attribute: false }) returnPath?: string | undefined;
  /** Where something new is booked. */
  @property({ attribute: 'booking-url' }) bookingUrl?: string;
  /** Replaces the browser's `fetch`. */
  @property({ attribute: false }) fetch?: typeof fetch;
  /** A client of the service, in place of `account` and `api`. */
  @property({ attribute: false }) client?: PatientApi;

  /** The patient's session; inside the widget it is provided. */
  @property({ attribute: false }) session?: SessionController | undefined;

  /** The account of the widget around; undefined where the element stands alone. */
  @state() private around?: Account | undefined;

  /** The appointment whose card asks for news of an earlier time (P-48). */
  @state() private alertFor = '';

  constructor() {
    super();
    consumeContexts(this, { session: sessionContext, around: accountContext });
  }

  protected override createRenderRoot(): HTMLElement {
    const frame = super.createRenderRoot();
    keepTypedInput(frame);
    return frame;
  }

  protected override fitToPage(): void {
    queueMicrotask(() => void fitPage(this));
  }

  /** Moves focus to the heading of what is in view. */
  focusHeading(): void {
    this.#focusing.moveFocus('news', 'place');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Set as a property, it changes no attribute that the elements inside could notice.
    if (changed.has('lang')) void this.updateComplete.then(updateLocalized);
    const { account, api, client, fetch, session, around } = this;
    this.#service.follow({ account, url: api, client, fetch, session, around });
    const { ready } = this.#service;
    if (ready !== this.#controller.startedWith) {
      if (ready && !around) void showAccent(this, ready.account);
      if (ready) this.#controller.start(ready, this.#link);
    } else if ((changed.has('appointment') || changed.has('do')) && this.#link) {
      this.#controller.follow(this.#link);
    }
  }

  protected override render(): unknown {
    return html`<div
      class="base"
      lang=${this.lang || nothing}
      @opus-own-act=${this.#handleAct}
      @opus-book-need=${this.#handleBookNeed}
      @opus-choose=${this.#handleChoose}
      @opus-week-change=${this.#handleWeekChange}
      @opus-session-confirmed=${this.#handleConfirmed}
    >
      ${this.#renderContent()}
      <p class="visually-hidden" role="status">${this.#focusing.announced}</p>
    </div>`;
  }

  #renderContent(): unknown {
    const words = this.#words;
    const service = this.#service;
    if (this.#lateWords.isLate) return renderWordless(service.ready?.account, words.lang());
    if (this.#lateWords.isWaiting) return renderSkeleton('line', 'big');
    if (service.ready) return this.#renderReady(service.ready);
    return service.failure ? renderAccountError(words, service) : renderSkeleton('line', 'big');
  }

  #renderReady({ account, session }: NonNullable<AppointmentsServiceController['ready']>): unknown {
    const words = this.#words;
    const controller = this.#controller;
    const view: AppointmentsView = {
      account,
      controller,
      session,
      words,
      today: toClockTime(controller.now, account.timeZone).date,
      bookingUrl: this.bookingUrl,
      idp: this.idp,
      returnPath: this.returnPath,
      canBook: Boolean(this.around) && account.status === 'open',
      alertFor: this.alertFor,
      isReady: (tag) => this.#tags.isReady(tag),
      isBroken: this.#tags.isBroken,
      takeSlot: this.#handleAlternative,
      retry: this.#handleRetry,
    };
    return renderAppointments(view);
  }

  get #link(): AppointmentLink | undefined {
    const { appointment, time } = this;
    if (!appointment) return undefined;
    return {
      appointment,
      do: this.do === 'move' || this.do === 'cancel' ? this.do : undefined,
      ...(time ? { time } : {}),
    };
  }

  #handleAct({ act, id }: OpusOwnActEvent): void {
    const controller = this.#controller;
    this.alertFor = act === 'alert' ? id : '';
    switch (act) {
      case 'alert':
        return;
      case 'move':
        return controller.startMove(id);
      case 'cancel':
        return controller.askCancel(id);
      case 'recall':
        return controller.startRecall(id);
      case 'confirm':
        return void (controller.state.flow.cancelling ? controller.cancel() : controller.move());
      case 'keep':
        return controller.keep();
      case 'other-time':
        return controller.otherTime();
      case 'to-list':
        return controller.toList();
      case 'extend':
        return controller.extend();
      case 'book':
        this.dispatchEvent(new OpusRestartEvent());
    }
  }

  #handleBookNeed({ patient }: OpusBookNeedEvent): void {
    void this.#controller.book(patient, this.#words.lang());
  }

  #handleChoose(event: OpusChooseEvent): void {
    event.stopPropagation();
    const { choice } = event;
    if (choice.step === 'time') this.#controller.choose(choice.value.start, choice.value.slots);
  }

  #handleWeekChange(event: OpusWeekChangeEvent): void {
    event.stopPropagation();
    const words = this.#words;
    const controller = this.#controller;
    if (controller.go(event.week)) return;
    const { times } = controller.state;
    const about = aboutOf(controller.state);
    if (about?.kind !== 'move' || !times) return;
    // The calendar stays at its last week: a screen reader is told why.
    this.#focusing.announce(rangeWords(words, about.appointment.move, times.today));
  }

  #handleConfirmed({ isConfirmed }: OpusSessionConfirmedEvent): void {
    if (!isConfirmed) this.#controller.back();
  }

  readonly #handleAlternative = (slot: Slot): void => this.#controller.takeAlternative(slot);

  readonly #handleRetry = (): void => {
    this.#tags.retry();
    this.#controller.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-appointments': Appointments;
  }
}
