import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BookingError } from '../../api/booking-error.js';
import type { BookingApi } from '../../api/booking-api.js';
import { serviceNow } from '../../api/service-clock.js';
import type { Account, PendingTimeAlert, TimeAlert as Waiting } from '../../contract/index.js';
import { toClockTime } from '../../domain/clock-time.js';
import { consentWords } from '../../domain/own-texts.js';
import type { DraftProblem } from '../../domain/patient-draft.js';
import type { OpusCodeEvent } from '../../events/confirm-events.js';
import { longDate } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { loginWords } from '../../locales/login-words.js';
import { timeAlertWords, type TimeAlertWords } from '../../locales/time-alert-words.js';
import { codeTimes } from '../../state/browser/code-times.js';
import { accountContext } from '../../state/contexts.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { consentStyles } from '../../theme/consent-styles.js';
import { fieldStyles } from '../../theme/field-styles.js';
import { renderPrimary } from '../action-row.js';
import { errorMessageFor } from '../booking-message.js';
import { renderLink } from '../buttons.js';
import { renderConsent } from '../consent-box.js';
import { codeErrorOf } from '../code-error.js';
import { consumeContexts } from '../consume-contexts.js';
import { OpusElement } from '../opus-element.js';
import { consentProblemWords, renderAddress, renderUntil, type Channel } from './alert-fields.js';
import {
  addressField,
  alertProblems,
  alertRequest,
  daysFrom,
  untilAtFirst,
  type AlertForm,
  type AlertWish,
} from './alert-request.js';
import { styles } from './time-alert.styles.js';

type Place = 'closed' | 'form' | 'code' | 'done' | 'ended';

/**
 * "Tell me if an earlier time opens" (P-48): a button, then a form with address and consent, a code where the address is not known,
 * and what comes of it.
 *
 * @element opus-time-alert
 * @summary Asks to be told when an earlier time opens.
 * @csspart button - a button
 * @csspart heading - the heading
 */
export class TimeAlert extends OpusElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    busyLabelStyles,
    fieldStyles,
    consentStyles,
    styles,
  ];

  readonly #words = new Localizer(this, loginWords);

  /** The service's client. */
  @property({ attribute: false }) client?: BookingApi | undefined;
  /** What would do. */
  @property({ attribute: false }) wish: AlertWish = {};
  /** The last day that would do, unless the patient chooses another: a civil date. */
  @property({ attribute: 'last-day' }) lastDay = '';
  /** Whether the session, or the booking whose token is given, has proven an address: then none is asked for. */
  @property({ type: Boolean }) known = false;
  /** Begins with the form, for a page that has a button of its own. */
  @property({ type: Boolean }) open = false;
  /** Proves the booking that the alert is about, where nobody is logged in. */
  @property({ attribute: false }) bookingToken?: string | undefined;
  /** The account; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;

  @state() private place: Place = 'closed';
  @state() private channel: Channel = 'sms';
  @state() private typed: AlertForm['typed'] = { mobile: '', email: '' };
  @state() private until = '';
  @state() private hasConsent = false;
  @state() private problems: readonly DraftProblem[] = [];
  @state() private isBusy = false;
  @state() private failure?: BookingError | undefined;
  @state() private pending?: PendingTimeAlert;
  @state() private code?: ReturnType<typeof codeTimes>;
  @state() private waiting?: Waiting;

  constructor() {
    super();
    consumeContexts(this, { account: accountContext });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Something else would do by now: what was asked for before is not shown as if it were for this.
    const isOther =
      changed.get('wish') !== undefined &&
      JSON.stringify(changed.get('wish')) !== JSON.stringify(this.wish);
    if (isOther) this.#close();
    else if (changed.has('open') && this.open && this.place === 'closed') this.#open();
  }

  protected override updated(changed: PropertyValues): void {
    const isFirst = changed.get('place') === undefined;
    if (!changed.has('place') || (isFirst && !this.open)) return;
    const target = this.place === 'closed' ? '.open' : 'h3';
    this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  protected override render(): unknown {
    const { account, client, place } = this;
    // Words of fields and dates come with those of the booking.
    if (!account?.settings.timeAlerts || !client?.alerts || !this.#words.term('next')) {
      return nothing;
    }
    const own = timeAlertWords[this.#words.lang()];
    if (place === 'closed') {
      return html`<div class="alert">
        <button class="button open" part="button" type="button" @click=${this.#open}>
          ${this.#words.term(this.wish.appointment ? 'tellWhenEarlier' : 'tellWhenFree')}
        </button>
      </div>`;
    }
    return html`<section class="alert box-around" aria-labelledby="heading">
      ${this.#renderPlace(account, own)}
      <p class="visually-hidden" role="status">${this.isBusy ? own.working : ''}</p>
    </section>`;
  }

  #renderPlace(account: Account, own: TimeAlertWords): TemplateResult {
    switch (this.place) {
      case 'code':
        return this.#renderCode(own);
      case 'done':
        return this.#renderDone(account, own);
      case 'ended':
        return html`<h3 id="heading" tabindex="-1" part="heading">${own.ended}</h3>`;
      default:
        return this.#renderForm(account, own);
    }
  }

  #renderForm(account: Account, own: TimeAlertWords): TemplateResult {
    const words = this.#words;
    const { appointment } = this.wish;
    const consent = this.problems.find(({ field }) => field === 'consent');
    const address = addressField(this.channel);
    return html`<h3 id="heading" tabindex="-1" part="heading">
        ${this.wish.appointment ? own.headingEarlier : own.headingNew}
      </h3>
      <p>${appointment ? own.leadEarlier : own.leadNew}</p>
      <form
        novalidate
        @input=${this.#handleInput}
        @change=${this.#handleInput}
        @submit=${this.#handleSubmit}
      >
        ${
          this.known
            ? nothing
            : renderAddress(words, account.market, own, {
                channel: this.channel,
                value: this.typed[address],
                problem: this.problems.find(({ field }) => field === address),
              })
        }
        ${appointment ? nothing : renderUntil(own, this.until, daysFrom(this.#todayOf(account)))}
        ${renderConsent(
          words,
          consentWords(account, words.lang()),
          this.hasConsent,
          consent ? consentProblemWords(words, account.market, consent, own) : '',
        )}
        <p class="quiet">${own.stored}</p>
        ${this.#renderFailure(own)}
        <div class="buttons">
          ${renderPrimary({ text: own.submit, working: own.working, isBusy: this.isBusy })}
          ${renderLink(own.cancel, () => this.#close())}
        </div>
      </form>`;
  }

  #renderCode(own: TimeAlertWords): TemplateResult {
    const { sms, email } = this.pending!.sentTo;
    const { failure } = this;
    const codeError = failure ? codeErrorOf({ error: failure, during: 'code' }, this.#words) : '';
    return html`<h3 id="heading" tabindex="-1" part="heading">
        ${this.wish.appointment ? own.headingEarlier : own.headingNew}
      </h3>
      <p>${own.codeSent(sms ?? email ?? '')}</p>
      ${codeError ? nothing : this.#renderFailure(own)}
      <opus-code-form
        .label=${own.confirm}
        .working=${own.working}
        .busy=${this.isBusy ? 'code' : undefined}
        .error=${codeError}
        .resendAt=${this.code?.resendAt}
        .until=${this.code?.until}
        @input=${stop}
        @opus-code=${this.#handleCode}
        @opus-resend=${this.#handleResend}
        >${renderLink(own.cancel, () => this.#close())}</opus-code-form
      >`;
  }

  #renderDone(account: Account, own: TimeAlertWords): TemplateResult {
    const { sentTo, expiresAt } = this.waiting!;
    const { date } = toClockTime(expiresAt, account.timeZone);
    const until = longDate(this.#words.lang(), date);
    return html`<h3 id="heading" tabindex="-1" part="heading">${own.doneHeading}</h3>
      <p>${own.done(sentTo.sms ?? sentTo.email ?? '', until)}</p>
      ${this.#renderFailure(own)} ${renderLink(own.end, this.#handleEnd)}`;
  }

  #renderFailure(own: TimeAlertWords): unknown {
    const { failure } = this;
    if (!failure) return nothing;
    const { heading, text } = errorMessageFor({ error: failure, during: 'alert' }, this.#words);
    const isLimit = failure.kind === 'rate-limited' && this.place !== 'form';
    return html`<opus-notice
      tone="error"
      .heading=${isLimit ? '' : heading}
      .text=${isLimit ? own.limit : text}
    ></opus-notice>`;
  }

  #todayOf({ timeZone }: Account): string {
    return toClockTime(serviceNow(), timeZone).date;
  }

  readonly #open = (): void => {
    const { account, lastDay } = this;
    if (account) this.until = untilAtFirst(lastDay, daysFrom(this.#todayOf(account)));
    this.place = 'form';
  };

  #close(): void {
    this.place = 'closed';
    this.problems = [];
    this.failure = undefined;
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    const { name, value, checked } = event.target as HTMLInputElement;
    if (name === 'consent') this.hasConsent = checked;
    else if (name === 'until') this.until = value;
    else if (name === 'channel') this.channel = value === 'email' ? 'email' : 'sms';
    else if (name === 'mobile' || name === 'email') this.typed = { ...this.typed, [name]: value };
    this.problems = this.problems.filter(({ field }) => field !== name);
  };

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.isBusy) void this.#request();
  };

  readonly #handleResend = (event: Event): void => {
    event.stopPropagation();
    if (!this.isBusy) void this.#request();
  };

  /** The first problem takes the focus. */
  #focusFirst([first]: readonly DraftProblem[]): void {
    if (!first) return;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus(),
    );
  }

  async #request(): Promise<void> {
    const { account } = this;
    if (!account) return;
    const { wish, channel, typed, until, hasConsent, known } = this;
    const form: AlertForm = { wish, channel, typed, until, hasConsent, known };
    const today = this.#todayOf(account);
    this.problems = alertProblems(form, account, today);
    this.#focusFirst(this.problems);
    if (this.problems.length > 0) return;
    const request = alertRequest(form, account, { today, lang: this.#words.lang() });
    await this.#run(async () => {
      const alerts = await this.client!.alerts!();
      const answer = await alerts.request(request, this.bookingToken);
      if (answer.status === 'waiting') this.#settle(answer);
      else {
        this.pending = answer;
        this.code = codeTimes(answer.expiresIn);
        this.place = 'code';
      }
    });
  }

  readonly #handleCode = (event: OpusCodeEvent): void => {
    // Not the booking's code.
    event.stopPropagation();
    const { pending } = this;
    if (!pending || this.isBusy) return;
    void this.#run(async () => {
      const alerts = await this.client!.alerts!();
      this.#settle(await alerts.confirm(pending, event.code));
    });
  };

  readonly #handleEnd = (): void => {
    const { waiting } = this;
    if (!waiting || this.isBusy) return;
    void this.#run(async () => {
      const alerts = await this.client!.alerts!();
      await alerts.end(waiting.id);
      this.place = 'ended';
    });
  };

  #settle(alert: Waiting): void {
    this.waiting = alert;
    // Nothing that was typed is needed any more (N-02).
    this.typed = { mobile: '', email: '' };
    this.place = 'done';
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof BookingError)) throw cause;
      if (cause.fields.some(({ path }) => path === 'consent')) {
        this.hasConsent = false;
        this.problems = [{ field: 'consent', code: 'stale' }];
      }
      this.failure = cause;
    } finally {
      this.isBusy = false;
    }
  }
}

const stop = (event: Event) => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'opus-time-alert': TimeAlert;
  }
}
