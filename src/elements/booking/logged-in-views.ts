import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { BookingApi } from '../../api/booking-api.js';
import { HttpSessionApi } from '../../api/http-session-api.js';
import type { SessionApi } from '../../api/session-api.js';
import type { Account, Language } from '../../contract/index.js';
import { OpusRestartEvent } from '../../events/receipt-events.js';
import { OpusViewChangeEvent } from '../../events/view-change-event.js';
import { canGoBack } from '../../domain/booking-flow.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import { load } from '../../locales/load-locale.js';
import { loginWords } from '../../locales/login-words.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { LoggedInBooking, type View } from '../../state/session/logged-in-booking.js';
import type { SessionController } from '../../state/session/session-controller.js';
import { renderButton } from '../buttons.js';
import type { FocusController } from '../focus-controller.js';
import { phoneOf, type BookingView, type LoginViews } from './booking-view.js';
import { renderSessionHeader } from './logged-in-header.js';
import { addStyles } from '../../theme/add-styles.js';
import { styles } from './logged-in-views.styles.js';
import { renderComing } from './error-notice.js';
import { renderLoginGate } from './login-gate.js';
import { returnPathOf } from './return-path.js';

/** The properties of `<opus-booking>` that a login needs. */
export interface LoggedInHost extends LitElement {
  readonly account: string;
  readonly api: string;
  readonly fetch?: typeof fetch;
  readonly client?: Partial<SessionApi>;
  readonly idp?: string;
  readonly eidReturn?: string;
  readonly language: Language;
  readonly appointment?: string;
  readonly do?: string;
  readonly time?: string;
  readonly clinic?: string;
  readonly clinician?: string;
  view?: string;
}

/**
 * What logging in adds to the page: who is logged in, the buttons to log in and out, the own appointments in place of the
 * booking, and the login in place of the form. Loaded only where the account has a way to log in (P-33).
 */
export class LoggedInViews implements LoginViews {
  readonly #loggedIn: LoggedInBooking;
  /** The page came back from an e-ID provider, and its session is not there yet. */
  #isBack: boolean;
  /** What replaced the form in the last render. */
  #shownGate: LoggedInBooking['gate'];

  constructor(
    private readonly host: LoggedInHost,
    private readonly controller: BookingController,
    private readonly api: BookingApi,
    private readonly focusing: FocusController,
    private readonly provideSession: (session: SessionController | undefined) => void,
  ) {
    this.#isBack = host.eidReturn === 'done';
    this.#loggedIn = new LoggedInBooking(host, sessionApiOf(host), controller);
    api.sessionProvider = this.#loggedIn.session;
    this.provideSession(this.#loggedIn.session);
    addStyles(host, styles);
  }

  /** Loads the words of logging in, which have to be there before anything is shown. */
  static loadWords(language: Language): Promise<void> {
    return load(loginWords, language);
  }

  /** Ends the session: another account is shown. */
  end(): undefined {
    this.#loggedIn.end();
    this.provideSession(undefined);
  }

  accountFor(account: Account): Account {
    return this.#loggedIn.accountFor(account);
  }

  renderHeader(view: BookingView): unknown {
    return renderSessionHeader(view, {
      session: this.#loggedIn.session,
      shown: this.#shownView,
      show: (other) => this.show(other),
      book: () => this.#book(),
      logOut: () => this.#handleLogOut(),
    });
  }

  render(view: BookingView): TemplateResult | undefined {
    if (!canLogIn(view.account)) return undefined;
    const shown = this.#shownView;
    if (shown === 'booking') return undefined;
    return html`<div @opus-login=${this.#handleLogin} @opus-restart=${this.#handleBook}>
      ${shown === 'login' ? this.#renderLogin(view) : this.#renderAppointments(view)}
    </div>`;
  }

  /** A notice above the steps for a patient who is due for a check-up (P-38). */
  renderNeed({ words, controller }: BookingView): unknown {
    const [need] = this.#loggedIn.session.current ? this.#loggedIn.recalls : [];
    return need && this.#shownView === 'booking' && !controller.state.appointment
      ? html`<opus-notice
          .heading=${words.term('recallNoticeHeading')}
          .text=${words.term('recallNoticeText', need.treatment.name)}
          >${renderButton(
            words.term('seeRecall'),
            () => this.show('appointments'),
            'button primary',
          )}</opus-notice
        >`
      : nothing;
  }

  renderGate(view: BookingView, id: string): TemplateResult | undefined {
    const { gate: reason, session } = this.#loggedIn;
    // The form that is replaced takes the focus in it away: the gate gets it.
    const isNew = reason !== undefined && reason !== this.#shownGate;
    if (isNew && this.host.matches(':focus-within')) this.#focusStep();
    this.#shownGate = reason;
    return (
      reason &&
      renderLoginGate(view, id, {
        reason,
        idp: this.host.idp ?? '',
        loggedIn: this.#focusStep,
        goOnWithout: () => {
          session.giveUp();
          this.#focusStep();
        },
      })
    );
  }

  /** Says where the values in the form come from (P-39). */
  renderFilled({ words }: BookingView): unknown {
    const { current } = this.#loggedIn.session;
    if (!current || current.access === 'none') return nothing;
    const key = current.access === 'record' ? 'filledFromRecord' : 'filledFromBooking';
    return html`<p class="remark">${words.term(key)}</p>`;
  }

  get #shownView(): View {
    const { view } = this.host;
    if (this.#isBack) return 'login';
    if (view !== 'login' && view !== 'appointments') return 'booking';
    const canSee = this.controller.state.account?.settings.viewAppointments;
    if (view === 'appointments' && canSee) return view;
    return this.#loggedIn.session.current ? 'booking' : 'login';
  }

  #renderLogin(view: BookingView): TemplateResult {
    if (!view.tags.isReady('opus-login')) return renderComing(view, 'line', 'big');
    return html`<opus-login
      id="view"
      .reason=${this.#loggedIn.session.isOver ? 'over' : ''}
      .idp=${this.host.idp ?? ''}
      .isBack=${this.#isBack}
      .returnPath=${this.#returnPath}
      .phone=${phoneOf(view)}
    ></opus-login>`;
  }

  #renderAppointments(view: BookingView): TemplateResult {
    const { appointment } = this.host;
    if (!view.tags.isReady('opus-appointments')) return renderComing(view, 'line', 'card', 'card');
    return html`<opus-appointments
      id="view"
      .client=${this.api}
      .idp=${this.host.idp ?? ''}
      .returnPath=${this.#returnPath}
      .appointment=${appointment ?? ''}
      .do=${this.host.do ?? ''}
      .time=${this.#linkedTime}
    ></opus-appointments>`;
  }

  /** The time of a link, to which an own appointment is to move (P-48). */
  get #linkedTime() {
    const { time, clinic, clinician } = this.host;
    if (!time) return undefined;
    return {
      start: time,
      ...(clinic ? { clinic } : {}),
      ...(clinician ? { clinician } : {}),
    };
  }

  /** Where the provider may send the browser back to; undefined while leaving the page would lose what is typed or held. */
  get #returnPath(): string | undefined {
    const { host, controller } = this;
    const own = this.#loggedIn;
    const { held, draft } = controller.state;
    const isKept = own.session.isOver || held || draft !== emptyDraft;
    return host.eidReturn === undefined || isKept ? undefined : returnPathOf(host.view ?? 'login');
  }

  /** Shows another view, and tells the page around. */
  show(view: View): void {
    const { session } = this.#loggedIn;
    if (view === 'booking' && (session.isOver || session.isWanted)) session.giveUp();
    this.#isBack = false;
    this.host.view = view;
    this.host.dispatchEvent(new OpusViewChangeEvent(view));
    // Also renders again where the host's `view` was this one already.
    this.focusing.moveFocus(view === 'booking' ? 'step' : 'view');
  }

  readonly #focusStep = (): void => this.focusing.moveFocus('step');

  readonly #handleLogin = (): void => {
    const { account, appointment, flow } = this.controller.state;
    this.#isBack = false;
    if (this.#shownView === 'appointments') return this.focusing.moveFocus('view');
    // A booking that has begun goes on.
    const isBooking = !appointment && account && flow && canGoBack(flow, account);
    const canSee = account?.settings.viewAppointments && !isBooking;
    this.show(canSee ? 'appointments' : 'booking');
  };

  readonly #handleBook = (event: Event): void => {
    event.stopPropagation();
    this.#book();
  };

  /** Goes on with the booking; after a receipt, begins another one. */
  #book(): void {
    const { controller, host } = this;
    this.show('booking');
    if (controller.state.appointment) host.renderRoot.dispatchEvent(new OpusRestartEvent());
  }

  #handleLogOut(): void {
    void this.#loggedIn.session.logOut();
    this.show('booking');
  }
}

function sessionApiOf({ account, api, fetch, client }: LoggedInHost): SessionApi {
  if (client?.login) return client as SessionApi;
  return new HttpSessionApi({ account, url: api, ...(fetch ? { fetch } : {}) });
}
