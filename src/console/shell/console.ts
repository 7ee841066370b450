import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { Language, Me } from '../../contract/index.js';
import { languages } from '../../contract/index.js';
import { isEqual } from '../../domain/is-equal.js';
import { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';
import { consoleStyles } from '../look/console-styles.js';
import { shellStyles } from '../look/shell-styles.js';
import { consoleContext, languageContext, maySomewhere } from '../state/console-context.js';
import { RouteController, takeArrival, toHash } from '../state/route.js';
import type { Route } from '../state/route.js';
import { Session } from '../state/session.js';
import { SmsAlert } from '../state/sms-alert.js';
import { WaitingCount } from '../state/waiting-count.js';
import { fill, inLanguage } from '../words/in-language.js';
import { failureWords } from '../words/problem-words.js';
import { pageWords, shellWords } from '../words/shell-words.js';
import { smsAlertWords } from '../words/sms-alert-words.js';
import { focusedElement } from './focused-element.js';
import { pages } from './pages.js';
import type { Page } from './pages.js';

const languageNames: Record<Language, string> = {
  nb: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  da: 'Dansk',
  en: 'English',
};

/** The language of a BCP 47 tag; undefined for one that the console does not speak. */
const toLanguage = (tag: string): Language | undefined =>
  languages.find((language) => tag.toLowerCase().startsWith(language === 'nb' ? 'n' : language));

/** What somebody sees in the menu. */
const pagesOf = (me: Me): Page[] =>
  pages.filter(({ rights }) => rights?.some((right) => maySomewhere(me, right)) ?? true);

interface LeavablePage extends HTMLElement {
  readonly isChanged?: boolean;
}

/**
 * The clinic's side of the booking: people and places, the booking page with every setting, messages, and what has to be decided.
 *
 * @tag opus-console
 */
export class Console extends LitElement {
  static override styles = [consoleStyles, shellStyles];

  /** Root of the API; the page's own origin unless told. */
  @property() api = '';
  /** Id of the account. */
  @property() account = '';
  /** Page that is shown first, such as `booking-page`; the fragment of the address comes before it. */
  @property() page = '';
  /** BCP 47 tag of the language; that of the person who is signed in unless told. */
  @property() override lang = '';
  /** Something else than the network, such as a service inside the page. */
  @property({ attribute: false }) fetch: typeof fetch | undefined;
  @state() private isMenuOpen = false;
  @state() private accountName = '';
  @state() private said = '';
  @state() private leavingFor: Route | undefined;
  /** A page whose files did not come: the network is gone, or there is a new edition of the console. */
  @state() private missing: Page | undefined;
  readonly #session = new Session(this);
  readonly #route = new RouteController(this, () => this.#begin());
  readonly #waiting = new WaitingCount(this);
  readonly #smsAlert = new SmsAlert(this);
  readonly #context = new ContextProvider(this, { context: consoleContext });
  readonly #languageContext = new ContextProvider(this, {
    context: languageContext,
    initialValue: 'en',
  });
  #api: StaffApi | undefined;
  #shown: Route = this.#route.route;
  #chosenLanguage: Language | undefined;
  /** A page was chosen in the menu: whoever goes on by keyboard goes on in the page. */
  #isFromMenu = false;
  /** Gets the focus when the dialog above the page is gone. */
  #focused: HTMLElement | undefined;

  get #language(): Language {
    return (
      this.#chosenLanguage ??
      toLanguage(this.lang) ??
      this.#session.state.me?.language ??
      toLanguage(navigator.language) ??
      'en'
    );
  }

  get #shell(): Record<keyof typeof shellWords, string> {
    return inLanguage(shellWords, this.#language);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('account') || changed.has('api') || changed.has('fetch')) this.#begin();
    this.#guardLeaving();
    this.#languageContext.setValue(this.#language);
    const { me } = this.#session.state;
    if (this.#api) {
      this.#waiting.follow(this.#api, me);
      this.#smsAlert.follow(this.#api, me);
    }
    if (this.#api && me) this.#provide(this.#api, me);
  }

  #provide(api: StaffApi, me: NonNullable<Session['state']['me']>): void {
    const { accountName } = this;
    const known = this.#context.value;
    if (known?.api === api && known.accountName === accountName && isEqual(known.me, me)) return;
    this.#context.setValue({
      api,
      me,
      accountName,
      pages: pagesOf(me).map(({ name }) => name),
      go: (page, ...parts) => this.#route.go(page, ...parts),
      failed: (error) => this.#failed(error),
      say: (text) => (this.said = text),
    });
  }

  #begin(): void {
    if (!this.account) return;
    const api = new StaffApi({ account: this.account, url: this.api, fetch: this.fetch });
    this.#api = api;
    this.#api.signedOut = (isBackground) => this.#session.end(isBackground);
    void this.#session.begin(api, takeArrival());
    void this.#findName(api);
  }

  /** The account's name is public: it stands above signing in, too. */
  async #findName(api: StaffApi): Promise<void> {
    const account = await api.describeAccount().catch(() => undefined);
    this.accountName = account?.name ?? this.account;
  }

  #failed({ code, right }: StaffError): void {
    if (code === 'login-required') this.#session.end();
    // A right that was taken away: what needs it is greyed from now on.
    else if (code === 'not-allowed' && right) void this.#session.refresh().catch(() => undefined);
  }

  /** Stays on a page with changes until its person has said that they may go. */
  #guardLeaving(): void {
    const { route } = this.#route;
    if (toHash(route) === toHash(this.#shown)) return;
    const page = this.renderRoot.querySelector<LeavablePage>('.page');
    if (page?.isChanged) {
      this.leavingFor = route;
      this.#show(this.#shown);
      return;
    }
    this.#shown = route;
    this.isMenuOpen = false;
    if (!this.#isFromMenu) return;
    this.#isFromMenu = false;
    void this.updateComplete.then(() => this.#toContent());
  }

  /** Puts the focus, and the window, at the beginning of the page. */
  #toContent(): void {
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
    this.#content?.focus({ preventScroll: true });
  }

  get #content(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('#content') ?? undefined;
  }

  #show(route: Route): void {
    history.replaceState(history.state, '', toHash(route));
    this.#route.route = route;
    this.#shown = route;
  }

  protected override render(): TemplateResult {
    const { status, isQuiet, me } = this.#session.state;
    if (status === 'looking') {
      return html`<p class="stranger" role="status">${this.#shell.loading}</p>`;
    }
    if (!me) {
      return html`<main class="stranger">${this.#renderLanguages()}${this.#renderSignIn()}</main>`;
    }
    const visible = pagesOf(me);
    const page = this.#pageOf(visible);
    return html`
      ${this.#renderTop(me.name)}
      <div role="status">${status === 'ended' && isQuiet ? this.#renderQuietEnd() : nothing}</div>
      <div class="body">
        <nav id="menu" class=${this.isMenuOpen ? 'open' : ''} aria-label=${this.#shell.menu}>
          <ul>
            ${visible.map((one) => this.#renderLink(one, page?.name))}
          </ul>
        </nav>
        <main id="content" tabindex="-1">
          ${this.#renderSmsAlert()} ${this.#renderOffer()}
          ${page ? this.#renderPage(page) : html`<p>${this.#shell.notFoundPage}</p>`}
        </main>
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.#renderLeaving()} ${status === 'ended' && !isQuiet ? this.#renderEnded() : nothing}
    `;
  }

  #renderTop(name: string): TemplateResult {
    const shell = this.#shell;
    return html`<header class="top">
      <a class="skip button" href=${toHash(this.#shown)} @click=${this.#skip}>${shell.skip}</a>
      <button
        class="button menu-button"
        type="button"
        aria-expanded=${this.isMenuOpen ? 'true' : 'false'}
        aria-controls="menu"
        @click=${() => (this.isMenuOpen = !this.isMenuOpen)}
      >
        ${shell.menu}
      </button>
      <div class="account">
        ${this.accountName}<span class="hint">${fill(shell.signedInAs, { name })}</span>
      </div>
      ${this.#renderLanguages()}
      <button class="link" type="button" @click=${() => this.#session.signOut()}>
        ${shell.signOut}
      </button>
    </header>`;
  }

  #renderLink({ name, load }: Page, current: string | undefined): TemplateResult {
    const words = inLanguage(pageWords, this.#language);
    // Who points at a page nearly always opens it: until the click its files are on their way.
    const prepare = () => void load().catch(() => undefined);
    return html`<li>
      <a
        href=${toHash({ page: name })}
        aria-current=${name === current ? 'page' : nothing}
        @pointerenter=${prepare}
        @focus=${prepare}
        @click=${() => (this.#isFromMenu = name !== current)}
        >${words[name]}${name === 'decide' ? this.#renderWaiting() : nothing}</a
      >
    </li>`;
  }

  #renderWaiting(): TemplateResult | typeof nothing {
    const { count } = this.#waiting;
    if (!count) return nothing;
    return html` <span class="count" aria-hidden="true">${count}</span>
      <span class="visually-hidden">${fill(this.#shell.waiting, { count })}</span>`;
  }

  /** Messages that do not leave are everybody's matter, whatever page is open. */
  #renderSmsAlert(): TemplateResult {
    const words = inLanguage(smsAlertWords, this.#language);
    const { trouble } = this.#smsAlert;
    // Always there, so that a screen reader hears what comes into it.
    return html`<div role="status">
      ${
        trouble
          ? html`<p class="notice sms-alert">
              ${words[trouble]}
              <a href=${toHash({ page: 'reminders', parts: ['service'] })}>${words.more}</a>
            </p>`
          : nothing
      }
    </div>`;
  }

  #pageOf(visible: readonly Page[]): Page | undefined {
    const wanted = this.#shown.page || this.page;
    return wanted ? visible.find(({ name }) => name === wanted) : visible[0];
  }

  #renderPage(page: Page): unknown {
    if (page === this.missing) return this.#renderMissing();
    page.load().catch(() => (this.missing = page));
    const tag = unsafeStatic(page.tag);
    return staticHtml`<${tag} class="page" .parts=${this.#shown.parts}></${tag}>`;
  }

  /** What a browser could not load once it does not ask for again: only a new beginning helps, which keeps the place. */
  #renderMissing(): TemplateResult {
    const words = inLanguage(failureWords, this.#language);
    return html`<div class="notice problem" role="alert">
      <p>${words.unreachable}</p>
      <button class="button" type="button" @click=${() => navigator.onLine && location.reload()}>
        ${this.#shell.retry}
      </button>
    </div>`;
  }

  /** Whoever came by what an e-mail brought is offered a quicker way for the next time. */
  #renderOffer(): TemplateResult | typeof nothing {
    const { way } = this.#session.state;
    if (way !== 'invitation' && way !== 'code') return nothing;
    void import('../pages/own/offer/define.js').catch(() => undefined);
    return html`<opus-console-passkey-offer></opus-console-passkey-offer>`;
  }

  #renderSignIn(): TemplateResult {
    return html`<opus-console-sign-in
      .session=${this.#session}
      .state=${this.#session.state}
      .accountName=${this.accountName}
    ></opus-console-sign-in>`;
  }

  /** Says that the session is over, and leaves it to the person when to go on. */
  #renderQuietEnd(): TemplateResult {
    return html`<p class="notice ended">
      ${this.#shell.sessionEnded}
      <button class="button" type="button" @click=${() => this.#session.end()}>
        ${this.#shell.signIn}
      </button>
    </p>`;
  }

  /** Over the page, so that what was typed stays. */
  #renderEnded(): TemplateResult {
    const keepOpen = (event: Event) => event.preventDefault();
    return html`<dialog aria-label=${this.#shell.signIn} @cancel=${keepOpen}>
      ${this.#renderSignIn()}
    </dialog>`;
  }

  #renderLeaving(): TemplateResult | typeof nothing {
    const target = this.leavingFor;
    if (!target) return nothing;
    const shell = this.#shell;
    const stay = () => {
      this.leavingFor = undefined;
      this.#isFromMenu = false;
    };
    const leave = () => {
      stay();
      this.#focused = this.#content;
      this.#show(target);
    };
    return html`<dialog aria-labelledby="leaving" @cancel=${stay}>
      <h2 id="leaving">${shell.unsaved}</h2>
      <p>${shell.leaveUnsaved}</p>
      <p class="row">
        <button class="button primary" type="button" @click=${stay}>${shell.stay}</button>
        <button class="button" type="button" @click=${leave}>${shell.leave}</button>
      </p>
    </dialog>`;
  }

  #renderLanguages(): TemplateResult {
    const current = this.#language;
    const choose = (event: Event) => {
      this.#chosenLanguage = (event.target as HTMLSelectElement).value as Language;
      this.requestUpdate();
    };
    return html`<select class="languages" aria-label=${this.#shell.language} @change=${choose}>
      ${languages.map(
        (language) =>
          html`<option value=${language} lang=${language} ?selected=${language === current}>
            ${languageNames[language]}
          </option>`,
      )}
    </select>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      this.#focused = focusedElement();
      dialog.showModal();
    } else if (!dialog && this.#focused) {
      // A dialog that is taken out of the page gives no focus back.
      this.#focused.focus();
      this.#focused = undefined;
    }
  }

  readonly #skip = (event: Event) => {
    event.preventDefault();
    this.#content?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console': Console;
  }
}
