import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Account, FieldProblem } from '../../contract/index.js';
import {
  draftProblemsOf,
  standardDraftSettings,
  type DraftProblem,
  type DraftRules,
} from '../../domain/patient-draft.js';
import type { OpusFieldChooseEvent } from '../../events/field-choose-event.js';
import { OpusLoginEvent } from '../../events/login-event.js';
import { loginWords } from '../../locales/login-words.js';
import { Localizer } from '../../locales/localizer.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { accountContext, sessionContext } from '../../state/contexts.js';
import { LoginAttempt } from '../../state/session/login-attempt.js';
import type { SessionController } from '../../state/session/session-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { consumeContexts } from '../consume-contexts.js';
import { focusInside } from '../focus-controller.js';
import { focusProblem } from '../focus-problem.js';
import { OpusElement } from '../opus-element.js';
import { renderEidWaiting, renderProviders } from './eid-views.js';
import { codeErrorOf } from '../code-error.js';
import { renderLoginCode } from './login-code.js';
import { loginErrorText } from './login-error.js';
import { renderLoginForm } from './login-form.js';
import { styles } from './login.styles.js';
import {
  emptyLogin,
  isLoginField,
  loginDetails,
  loginProblems,
  type LoginDraft,
} from './login-fields.js';

/** Why the patient is asked to log in; decides the text under the heading. */
export type LoginReason = '' | 'booking' | 'appointments' | 'over';

const leads = {
  '': 'loginLead',
  booking: 'loginForBooking',
  appointments: 'loginForAppointments',
  over: 'loginOver',
} as const;

/**
 * Logging in (P-33): by a code to the mobile on file, or by e-ID. It shows the same for patients and for people who are not
 * on file.
 * @element opus-login
 * @summary Log in by SMS code or e-ID.
 * @fires opus-login - the patient is logged in; carries nothing about them
 * @slot - Under the ways to log in.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class Login extends OpusElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, loginWords);
  readonly #attempt = new LoginAttempt(
    this,
    () => this.session,
    () => this.#handleDone(),
  );

  /** The account, whose ways to log in are offered; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** The session that is opened; inside the widget it is provided. */
  @property({ attribute: false }) session?: SessionController;
  /** An e-ID provider's id: offered first (P-10). */
  @property() idp = '';
  /** Why the patient has to log in: to book, to see appointments, or because the session has ended. */
  @property() reason: LoginReason = '';
  /** Path and query of a page of this origin that the provider may send the browser back to, where no window opens. */
  @property({ attribute: false }) returnPath?: string | undefined;
  /** The page has just come back from the provider. */
  @property({ attribute: false }) isBack = false;
  /** The clinic's number for those who cannot log in; else that of the account's first clinic. */
  @property() phone?: string;

  @state() private problems: readonly DraftProblem[] = [];

  /** Not reactive: the fields show what is typed, and Chromium fires `change` when the form is removed while rendering. */
  #typed: LoginDraft = emptyLogin;

  @query('h2') private readonly heading!: HTMLElement | null;

  constructor() {
    super();
    consumeContexts(this, { account: accountContext, session: sessionContext });
  }

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('isBack') && this.isBack) void this.#comeBack();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('problems') && this.problems.length > 0) void this.#focusProblem();
  }

  protected override render() {
    const { account } = this;
    // The code may arrive before its words, and these in two sets of which either may be first.
    if (!account || !this.#words.term('loginBySms') || !this.#words.term('logIn')) return nothing;
    const { started, provider } = this.#attempt;
    const { eid } = account.settings.login;
    const chosen = eid.find(({ id }) => id === provider);
    if (chosen) {
      const words = this.#words;
      const attempt = this.#attempt;
      return renderEidWaiting(words, attempt, chosen.name, () => this.#handleCancel());
    }
    if (this.#attempt.busy === 'eid') return this.#renderBack();
    return started ? this.#renderCode(started) : this.#renderStart(account);
  }

  #renderBack() {
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('logIn')}</h2>
      <p class="lead" role="status">${this.#words.term('loggingIn')}</p>
    `;
  }

  #renderStart(account: Account) {
    const words = this.#words;
    const { eid, sms } = account.settings.login;
    const isEidFirst = eid.length > 0;
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('logIn')}</h2>
      <p class="lead">${this.#words.term(leads[this.reason])}</p>
      <div class="content">
        ${this.#renderFailure()}
        ${isEidFirst ? renderProviders(words, eid, this.idp, (id) => void this.#handleEid(id)) : nothing}
        ${
          sms
            ? renderLoginForm({
                words,
                rules: this.#rules(account),
                typed: this.#typed,
                problems: this.problems,
                isBusy: this.#attempt.busy === 'login',
                isSecond: isEidFirst,
                handleInput: this.#handleInput,
                handleSubmit: (event) => void this.#handleSubmit(event),
                handleChoose: this.#handleFieldChoose,
              })
            : nothing
        }
        <slot></slot>
      </div>
    `;
  }

  #renderCode({ resendAt, until }: NonNullable<LoginAttempt['started']>) {
    const words = this.#words;
    const attempt = this.#attempt;
    const { failure } = attempt;
    const error = failure ? codeErrorOf(failure, words) : '';
    return renderLoginCode({
      words,
      error,
      resendAt,
      until,
      failure: error ? nothing : this.#renderFailure(),
      mobile: this.#typed.mobile,
      phone: this.#phoneShown,
      busy: attempt.busy,
      confirm: (code) => void attempt.confirm(code),
      resend: () => void attempt.resend(),
      correct: () => this.#handleCorrect(),
    });
  }

  /** The last failure, with the clinic's phone. */
  #renderFailure() {
    const { failure } = this.#attempt;
    // A problem that the service found with a field stands at the field.
    if (!failure || failure.error.kind === 'invalid') return nothing;
    return html`<opus-notice
      tone="error"
      .heading=${this.#words.term('loginFailed')}
      .text=${loginErrorText(failure, this.#words)}
      .phone=${this.#phoneShown}
    ></opus-notice>`;
  }

  get #phoneShown(): string | undefined {
    return this.phone || this.account?.clinics[0]?.phone;
  }

  #rules({ market, timeZone }: Account): DraftRules {
    return { market, settings: standardDraftSettings, today: browserToday(timeZone) };
  }

  /** The summary, or the field where there is a single problem. */
  #focusProblem(): Promise<void> {
    const [problem, other] = this.problems;
    const selector = other ? 'opus-error-summary' : `[name="${problem?.field}"]`;
    return focusProblem(this, this.#words, selector);
  }

  readonly #handleInput = (event: Event): void => {
    // What is typed stays inside the element.
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    if (isLoginField(name)) this.#typed = { ...this.#typed, [name]: value };
  };

  readonly #handleFieldChoose = (event: OpusFieldChooseEvent): void => {
    event.stopPropagation();
    this.renderRoot.querySelector<HTMLElement>(`[name="${event.field}"]`)?.focus();
  };

  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { account } = this;
    if (!account || this.#attempt.busy) return;
    const rules = this.#rules(account);
    this.problems = loginProblems(this.#typed, rules);
    if (this.problems.length > 0) return;
    await this.#attempt.ask({ ...loginDetails(this.#typed, rules), lang: this.#words.lang() });
    if (this.#attempt.started) return focusInside(this, 'opus-code-form');
    const { failure } = this.#attempt;
    if (failure?.error.kind === 'invalid') this.#showProblems(failure.error.fields);
    else await focusInside(this, 'opus-notice');
  }

  /** Problems that only the service found. */
  #showProblems(problems: readonly FieldProblem[]): void {
    this.problems = draftProblemsOf(problems).filter(({ field }) => isLoginField(field));
  }

  async #comeBack(): Promise<void> {
    await this.#attempt.comeBack();
    if (this.#attempt.failure) await focusInside(this, 'opus-notice');
  }

  async #handleEid(id: string): Promise<void> {
    // Leaving the page would lose what is typed: then it stays.
    const returnPath = this.#typed === emptyLogin ? this.returnPath : undefined;
    const wait = this.#attempt.beginEid(id, this.#words.lang(), returnPath);
    await focusInside(this, 'h2');
    await wait;
    if (this.#attempt.failure) await focusInside(this, 'opus-notice');
  }

  #handleCancel(): void {
    this.#attempt.cancelEid();
    void focusInside(this, 'h2');
  }

  #handleCorrect(): void {
    this.#attempt.correct();
    void focusInside(this, '[name="nationalId"]');
  }

  #handleDone(): void {
    this.#typed = emptyLogin;
    this.dispatchEvent(new OpusLoginEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-login': Login;
  }
}
