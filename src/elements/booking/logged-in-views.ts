import { ContextProvider } from '@lit/context';
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
import { sessionContext } from '../../state/contexts.js';
import { LoggedInBooking, type View } from '../../state/session/logged-in-booking.js';
import { renderSkeleton } from './frame.js';
import { renderHeader, renderWay } from './logged-in-header.js';
import { styles } from './logged-in-views.styles.js';
import { phoneOf, type BookingView } from './view.js';

/** What the widget itself says of the way to the service, and of what a link asks for. */
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
  view?: string;
}

/**
 * What logging in adds to the page: who is logged in, the ways to log in and out, the own appointments in place of the
 * booking, and what stands in place of the form. Comes only where the account has a way to log in (P-33).
 */
export class LoggedInViews {
  private readonly own: LoggedInBooking;
  /** Something came into view that focus has to follow into. */
  private isFollowed = false;
  /** The page has come back from an e-ID provider; until its session is there, or the patient does something else. */
  private isBack: boolean;
  /** What stood in place of the form last. */
  private shownGate: LoggedInBooking['gate'];
  /** It took the place of what had focus. */
  private isGateNew = false;
  private readonly follower = { hostUpdated: () => void this.follow() };

  constructor(
    private readonly host: LoggedInHost,
    private readonly controller: BookingController,
    private readonly api: BookingApi,
    /** Brings the booking's step into focus. */
    private readonly focusStep: () => void,
  ) {
    this.isBack = host.eidReturn === 'done';
    this.own = new LoggedInBooking(host, sessionApiOf(host), controller);
    api.sessionProvider = this.own.session;
    new ContextProvider(host, { context: sessionContext, initialValue: this.own.session });
    const { renderRoot } = host;
    const { styleSheet } = styles;
    if (renderRoot instanceof ShadowRoot && styleSheet) {
      const sheets = renderRoot.adoptedStyleSheets;
      if (!sheets.includes(styleSheet)) sheets.push(styleSheet);
    }
    host.addController(this.follower);
  }

  /** Brings what logging in says: nothing is shown without. */
  static loadWords(language: Language): Promise<void> {
    return load(loginWords, language);
  }

  /** Another account: nobody is logged in there. */
  end(): undefined {
    this.host.removeController(this.follower);
    this.own.end();
  }

  /** The account as form and review take it (P-39). */
  accountFor(account: Account): Account {
    return this.own.accountFor(account);
  }

  /** Who is logged in, and the ways in and out. */
  renderHeader(view: BookingView): unknown {
    return renderHeader(view, {
      session: this.own.session,
      shown: this.shownView,
      show: (other) => this.show(other),
      book: () => this.book(),
      logOut: () => this.handleLogOut(),
    });
  }

  /** What stands in place of the booking; undefined while the booking is shown. */
  render(view: BookingView): TemplateResult | undefined {
    if (!canLogIn(view.account)) return undefined;
    const shown = this.shownView;
    if (shown === 'booking') return undefined;
    return html`<div @opus-login=${this.handleLogin} @opus-restart=${this.handleBook}>
      ${shown === 'login' ? this.renderLogin(view) : this.renderAppointments(view)}
    </div>`;
  }

  /** Above the steps: what the patient is due for comes first (P-38). */
  renderNeed({ words, controller }: BookingView): unknown {
    const [need] = this.own.session.current ? this.own.recalls : [];
    return need && this.shownView === 'booking' && !controller.state.appointment
      ? html`<opus-notice
          .heading=${words.term('recallNoticeHeading')}
          .text=${words.term('recallNoticeText', need.treatment.name)}
          ><button
            class="button primary"
            part="button primary"
            type="button"
            @click=${() => this.show('appointments')}
          >
            ${words.term('seeRecall')}
          </button></opus-notice
        >`
      : nothing;
  }

  /** What stands in place of form and review; undefined when they may be shown (P-34). */
  renderGate(view: BookingView, id: string): TemplateResult | undefined {
    const { gate, session } = this.own;
    const { words, account, tags } = view;
    // Asked before the form gives way, and its focus with it.
    if (gate && gate !== this.shownGate) this.isGateNew = this.host.matches(':focus-within');
    this.shownGate = gate;
    if (!gate) return undefined;
    if (gate === 'not-on-file') {
      return html`<opus-notice
        id=${id}
        .heading=${words.term('notOnFileHeading')}
        .text=${words.term('notOnFileText')}
        .phone=${phoneOf(view)}
      ></opus-notice>`;
    }
    if (!tags.isReady('opus-login')) return renderSkeleton(['line', 'big']);
    return html`<opus-login
      id=${id}
      .reason=${gate}
      .idp=${this.host.idp ?? ''}
      .phone=${phoneOf(view)}
      @opus-login=${this.focusStep}
      ><div class="ways">
        <button
          class="link back"
          type="button"
          @click=${() => this.controller.dispatch({ type: 'back' })}
        >
          ${words.term('back')}
        </button>
        ${
          account.settings.newBookingRequiresLogin
            ? nothing
            : renderWay(words.term('goOnWithout'), () => {
                session.giveUp();
                this.focusStep();
              })
        }
      </div></opus-login
    >`;
  }

  /** Where the words in the form come from (P-39). */
  renderFilled({ words }: BookingView): unknown {
    const { current } = this.own.session;
    if (!current || current.access === 'none') return nothing;
    const key = current.access === 'record' ? 'filledFromRecord' : 'filledFromBooking';
    return html`<p class="remark">${words.term(key)}</p>`;
  }

  private get shownView(): View {
    const { view } = this.host;
    if (this.isBack) return 'login';
    if (view !== 'login' && view !== 'appointments') return 'booking';
    const isSeen = this.controller.state.account?.settings.viewAppointments;
    if (view === 'appointments' && isSeen) return view;
    return this.own.session.current ? 'booking' : 'login';
  }

  private renderLogin(view: BookingView): TemplateResult {
    if (!view.tags.isReady('opus-login')) return renderSkeleton(['line', 'big']);
    return html`<opus-login
      id="own"
      .reason=${this.own.session.isOver ? 'over' : ''}
      .idp=${this.host.idp ?? ''}
      .isBack=${this.isBack}
      .returnPath=${this.returnPath}
      .phone=${phoneOf(view)}
    ></opus-login>`;
  }

  private renderAppointments({ tags }: BookingView): TemplateResult {
    const { appointment } = this.host;
    if (!tags.isReady('opus-appointments')) return renderSkeleton(['line', 'card', 'card']);
    return html`<opus-appointments
      id="own"
      .client=${this.api}
      .idp=${this.host.idp ?? ''}
      .returnPath=${this.returnPath}
      .appointment=${appointment ?? ''}
      .do=${this.host.do ?? ''}
    ></opus-appointments>`;
  }

  /** Where the provider may send the browser back to, as long as nothing is lost by leaving the page: typed, or held. */
  private get returnPath(): string | undefined {
    const { host, own } = this;
    const { held, draft } = this.controller.state;
    const isKept = own.session.isOver || held || draft !== emptyDraft;
    return host.eidReturn === undefined || isKept ? undefined : returnPathOf(host.view ?? 'login');
  }

  /** Shows another view, for the page around to know. */
  show(view: View): void {
    const { session } = this.own;
    if (view === 'booking' && (session.isOver || session.isWanted)) session.giveUp();
    this.isBack = false;
    this.host.view = view;
    this.host.dispatchEvent(new OpusViewChangeEvent(view));
    if (view === 'booking') this.focusStep();
    else this.isFollowed = true;
    // The view may be the one that is asked for already.
    this.host.requestUpdate();
  }

  private async follow(): Promise<void> {
    if (this.isGateNew) {
      this.isGateNew = false;
      this.focusStep();
    }
    if (!this.isFollowed) return;
    const target = this.host.renderRoot.querySelector<LitElement & { focusHeading?: () => void }>(
      '#own',
    );
    // Its code is still on its way: the update that brings it comes here again.
    if (!target || !customElements.get(target.localName)) return;
    this.isFollowed = false;
    await target.updateComplete;
    target.focusHeading?.();
  }

  private readonly handleLogin = (): void => {
    const { account, appointment, flow } = this.controller.state;
    this.isFollowed = true;
    this.isBack = false;
    if (this.shownView === 'appointments') return this.host.requestUpdate();
    // Whoever was about to book goes on with it.
    const isBooking = !appointment && account && flow && canGoBack(flow, account);
    const isSeen = account?.settings.viewAppointments && !isBooking;
    this.show(isSeen ? 'appointments' : 'booking');
  };

  private readonly handleBook = (event: Event): void => {
    event.stopPropagation();
    this.book();
  };

  /** The booking that is under way goes on; after a receipt another one begins. */
  private book(): void {
    const { controller, host } = this;
    this.show('booking');
    if (controller.state.appointment) host.renderRoot.dispatchEvent(new OpusRestartEvent());
  }

  private handleLogOut(): void {
    void this.own.session.logOut();
    this.show('booking');
  }
}

/** Path and query of this very page, with the view that the patient wants, as it is opened after the provider. */
function returnPathOf(view: string): string {
  const query = new URLSearchParams(location.search);
  query.set('view', view);
  query.set('eid-return', 'done');
  return `${location.pathname}?${query}`;
}

function sessionApiOf({ account, api, fetch, client }: LoggedInHost): SessionApi {
  if (client?.login) return client as SessionApi;
  return new HttpSessionApi({ account, url: api, ...(fetch ? { fetch } : {}) });
}
