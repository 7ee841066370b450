import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BookingError } from '../../api/booking-error.js';
import { EarlyBookingApi } from '../../api/early-booking-api.js';
import type { PatientApi } from '../../api/session-api.js';
import type { Account, Language, Slot } from '../../contract/index.js';
import { linkOf, narrowingOf, requestOf, stepOf, type Link } from '../../domain/deep-link.js';
import { ownTexts } from '../../domain/own-texts.js';
import type { Part } from '../../domain/selection.js';
import { loadLocale } from '../../locales/load-locale.js';
import type { Localizer } from '../../locales/localizer.js';
import { BookingController } from '../../state/booking/booking-controller.js';
import { currentPart, isNarrowed } from '../../state/booking/booking-state.js';
import type { BookingListener } from '../../state/booking/booking-listener.js';
import {
  accountContext,
  heldSlotContext,
  selectionContext,
  sessionContext,
} from '../../state/contexts.js';
import { LanguageController } from '../../state/browser/language-controller.js';
import { TagsController, type TagLoader } from '../../state/browser/tags-controller.js';
import { showAccent } from '../../theme/accent-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { fitPage } from '../../theme/page-look.js';
import { renderSkeleton, skeletonStyles } from '../../theme/skeleton.js';
import { keepButtonKeys } from '../button-keys.js';
import { dispatchPublicEvents } from '../public-events.js';
import { OpusElement } from '../opus-element.js';
import { SetUpCheck } from '../set-up-check.js';
import { styles } from './booking.styles.js';
import { BookingLocalizer } from './booking-localizer.js';
import type { BookingView, StepViews } from './booking-view.js';
import { renderError } from './error-notice.js';
import { renderFlow } from './flow-view.js';
import { isOdd } from './is-odd.js';
import { laterTags } from './later-tags.js';
import { LoginOnDemand } from './login-on-demand.js';
import { renderPageHeader } from './page-header.js';
import { renderClosed } from './page-parts.js';
import { bindStepEvents } from './step-events.js';
import { StepFocus } from './step-focus.js';
import { renderWordless, wordlessStyles } from '../wordless.js';

/**
 * The booking page of one account: loads the account, and shows the steps, "your choices" beside them, the states of the
 * page, and failures.
 *
 * @element opus-booking
 * @summary The whole booking, from choosing a clinic to the receipt.
 * @attr {string} hide - what the page around has itself, one or more of `logo`, `language`, `header` (both, and logging in), `welcome`,
 *   `footer`
 * @attr {string} heading-level - level of the topmost headings for screen readers, 2 to 5, where the page's own heading above is not
 *   of level 1
 * @fires opus-before-step-change - before another step is shown; cancelable
 * @fires opus-step-change - another step is shown
 * @fires opus-selection-change - the choices changed
 * @fires opus-hold - a time is held for the patient, or no longer
 * @fires opus-booked - a time is booked
 * @fires opus-login - the patient is logged in; carries nothing about them
 * @fires opus-view-change - the booking, the login or the own appointments are shown
 * @fires opus-moved - an appointment was moved
 * @fires opus-cancelled - an appointment was cancelled
 * @fires opus-error - a failure is shown to the patient
 * @slot - Shown when the widget has no words to show, and by the browser as long as the element is not defined: how to
 *   reach the clinic without it
 * @slot waiting - Shown while the account is read, in place of grey cards
 * @csspart base - the whole
 * @csspart logo - the account's logo
 * @csspart step - the step in view
 * @csspart side - "your choices" and the clinic's text
 * @csspart footer - who provides the service
 */
export class Booking extends OpusElement {
  static override styles = [baseStyles, buttonStyles, skeletonStyles, wordlessStyles, styles];

  /** Loads the definitions of later steps, by tag. Set by the definition. */
  static loaders: Readonly<Record<string, TagLoader>> = {};

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words: Localizer;
  readonly #languages = new LanguageController(this);
  readonly #tags = new TagsController<StepViews>(
    this,
    () => Booking.loaders,
    async () => {
      const [views] = await Promise.all([import('./step-views.js'), loadLocale(this.language)]);
      this.#bindLaterEvents(views);
      return views;
    },
  );
  readonly #accountProvider = new ContextProvider(this, { context: accountContext });
  readonly #selectionProvider = new ContextProvider(this, {
    context: selectionContext,
    initialValue: {},
  });
  readonly #heldSlotProvider = new ContextProvider(this, { context: heldSlotContext });
  // Made here though its value comes later: who asks before there is a provider never hears of it.
  readonly #sessionProvider = new ContextProvider(this, { context: sessionContext });

  /** The account's id at the service. */
  @property() account = '';
  /** Root of the booking API; without one, the page's own origin. */
  @property() api = '';
  /** Language of the widget (`nb`, `sv`, `fi`, `da`, `en`); without one, the first that the account speaks of the page's and the browser's. */
  @property() override lang!: string;
  /** A clinic's id, `any`, or `group:` and a group's id: chosen from the start (P-10). */
  @property() clinic?: string;
  /** A group's id: only its clinics are shown, until the patient asks to see all (P-10). */
  @property() group?: string;
  /** A treatment's id: only this treatment is shown, until the patient asks to see all. */
  @property() treatment?: string;
  /** A clinician's id: only this clinician is shown, until the patient asks to see all; or `any`, chosen from the start. */
  @property() clinician?: string;
  /** The start of a time, an instant: chosen and held from the start, where it is free (P-48). */
  @property() time?: string;
  /** An earlier value of `choices`, to restore them after a reload (P-11); unlike the attributes, it hides nothing. */
  @property({ attribute: false }) initialChoices?: Link;
  /** The step to show, if it can be reached: `clinic`, `treatment`, `clinician`, `time`, `details` or `confirm`. */
  @property() step?: string;
  /** The view to show, where the account has a way to log in (P-33): `booking`, `login` or `appointments`. */
  @property() view?: string;
  /** The id of an own appointment, for a link in a message: shown once the patient is logged in (P-36, P-37). */
  @property() appointment?: string;
  /** What the link is for: `move` or `cancel`. */
  @property() do?: string;
  /** The id of the e-ID provider that is offered first. */
  @property() idp?: string;
  /**
   * On a page of the service's own origin: where no window opens, the whole page may go to the e-ID provider, and is opened
   * again with `eid-return=done` in its query (P-33). The value of that parameter, or empty.
   */
  @property({ attribute: 'eid-return' }) eidReturn?: string;
  /** Where "to the start page" of the receipt leads. */
  @property({ attribute: 'start-url' }) startUrl?: string;
  /** Replaces the browser's `fetch`, for example by a service inside the page. */
  @property({ attribute: false }) fetch?: typeof fetch;
  /** A client of the service, in place of `account` and `api`. */
  @property({ attribute: false }) client?: PatientApi;

  /** The patient asked who else is free at the chosen time (P-21). */
  @state() private showsSameTime = false;

  readonly #setUp = new SetUpCheck(this, () => this.#failToStart());
  readonly #controller: BookingController;
  readonly #focusing: StepFocus;
  readonly #login: LoginOnDemand;

  constructor() {
    super();
    const words = new BookingLocalizer(this);
    this.#words = words;
    this.#controller = new BookingController(this, this.#listener());
    this.#focusing = new StepFocus(this, () => ({ controller: this.#controller, words }));
    this.#login = new LoginOnDemand(
      this,
      this.#controller,
      this.#focusing,
      this.#languages.ready,
      (session) => this.#sessionProvider.setValue(session),
    );
  }

  /** The language in use. */
  get language(): Language {
    return this.#languages.current ?? 'en';
  }

  /** The choices as `initialChoices` takes them. They may be stored, as they say nothing about the patient (P-11). */
  get choices(): Link {
    return linkOf(this.#controller.state.flow?.selection ?? {});
  }

  /** True while a link shows only part of the account's offer (P-10). */
  get isNarrowed(): boolean {
    return isNarrowed(this.#controller.state);
  }

  /** The step in view. */
  get currentStep(): Part | undefined {
    return currentPart(this.#controller.state);
  }

  protected override createRenderRoot(): HTMLElement {
    const root = super.createRenderRoot();
    keepButtonKeys(root);
    bindStepEvents(root, { controller: this.#controller, focusing: this.#focusing });
    return root;
  }

  protected override fitToPage(): void {
    // After what the page does to the element in the same breath.
    queueMicrotask(() => void fitPage(this));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = (['account', 'api', 'fetch', 'client'] as const).some((key) =>
      changed.has(key),
    );
    if (isOther) this.#login.end();
    if (this.view && changed.has('view')) void this.#login.bring();
    // Whoever comes by a link that has chosen is past the first step: what follows is asked for with the account. Where it fails,
    // it is asked for again when it is needed.
    if (this.clinic && this.treatment) void import('./step-views.js').catch(Boolean);
    if (isOther && (this.account || this.client)) this.#start();
    else if (changed.has('step')) {
      const step = stepOf(this.step);
      if (step) this.#controller.dispatch({ type: 'go-to', part: step });
    }
    if (changed.has('lang')) this.#languages.follow(this.#controller.state.account?.languages);
    const { account, flow, slot } = this.#controller.state;
    if (account !== this.#accountProvider.value) this.#takeAccount(account);
    if (flow && flow.selection !== this.#selectionProvider.value) {
      this.#selectionProvider.setValue(flow.selection);
    }
    if (slot !== this.#heldSlotProvider.value) this.#heldSlotProvider.setValue(slot);
  }

  protected override updated(): void {
    // The later steps are loaded while the first one is read.
    if (this.currentStep && this.#languages.current) this.#tags.prefetch(laterTags);
  }

  protected override render(): unknown {
    const { account, failure, isLoading } = this.#controller.state;
    const isReady = this.#languages.current !== undefined;
    const view = {
      account,
      controller: this.#controller,
      words: this.#words,
      tags: this.#tags,
      login: this.#login.views,
      startUrl: this.startUrl,
      showsSameTime: this.showsSameTime,
      takeSlot: this.#handleAlternative,
      retry: this.#handleRetry,
      showView: this.#login.see,
    };
    return html`<div
      class="base"
      part="base"
      lang=${this.#languages.current ?? nothing}
      aria-busy=${isLoading}
    >
      ${
        account && isReady
          ? this.#renderAccount({ ...view, account })
          : failure && isReady
            ? renderError(failure, view)
            : this.#languages.isLate
              ? renderWordless(account, this.#languages.wanted)
              : html`<slot name="waiting"
                  >${renderSkeleton('line', 'card', 'card', 'card', 'card')}</slot
                >`
      }
      <p class="visually-hidden" role="status">${isReady ? this.#focusing.announced : ''}</p>
    </div>`;
  }

  #renderAccount(view: BookingView): TemplateResult {
    const { account } = view;
    const { provider } = ownTexts(account, this.language, 'provider');
    return html`${renderPageHeader(view, (language) => this.#languages.choose(language))}
      ${view.login?.renderNeed(view)}
      ${this.#login.render(view) ?? renderClosed(view) ?? renderFlow(view)}
      <div class="footer" part="footer">
        ${this.#words.term('providedBy', provider ?? account.name)}
      </div>`;
  }

  readonly #handleAlternative = (slot: Slot): void => {
    this.#controller.dispatch({ type: 'take-slot', slot });
    this.#focusing.moveFocus('step');
  };

  readonly #handleRetry = (): void => {
    this.#tags.retry();
    this.#controller.retry();
  };

  #bindLaterEvents({ bindLaterEvents }: StepViews): void {
    const controller = this.#controller;
    const focusing = this.#focusing;
    bindLaterEvents(this.renderRoot as HTMLElement, {
      controller,
      focusing,
      language: () => this.language,
      showSameTime: (isShown) => (this.showsSameTime = isShown),
      restart: () => {
        this.#start();
        focusing.moveFocus('step');
      },
    });
  }

  #listener(): BookingListener {
    const events = dispatchPublicEvents(this);
    return {
      ...events,
      failed: (failure) => {
        events.failed(failure);
        if (failure.during === 'account') this.#setUp.failed(failure.error.kind);
      },
      stepChanged: (step, isFirst) => {
        events.stepChanged(step, isFirst);
        // The page may have just opened: focus stays where it is.
        if (!isFirst) this.#focusing.moveFocus('step');
      },
      booked: (appointment) => {
        this.#focusing.moveFocus('step');
        events.booked(appointment);
      },
    };
  }

  #start() {
    const { account, api, fetch } = this;
    let { client }: { client?: PatientApi | EarlyBookingApi | undefined } = this;
    try {
      client ??= new EarlyBookingApi({ account, url: api, ...(fetch ? { fetch } : {}) });
    } catch (cause) {
      // `api` is no address.
      return this.#failToStart(new BookingError('invalid-answer', { cause }));
    }
    if (isOdd(this)) this.#setUp.ignored();
    const step = stepOf(this.step);
    void this.#controller.start({
      request: () => requestOf(this),
      narrowing: narrowingOf(this),
      ...(step && { step }),
      api: client,
      words: this.#languages.ready,
      connect: this.#login.connect,
    });
  }

  /** Nothing can be asked for: the patient is told to call, and whoever set the page up why. */
  #failToStart(error = new BookingError('not-found')) {
    this.#controller.fail(error, 'account');
  }

  #takeAccount(account: Account | undefined) {
    this.#accountProvider.setValue(account);
    if (!account) return;
    this.#setUp.reached(account);
    void this.#login.follow();
    this.#languages.follow(account.languages);
    void showAccent(this, account);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-booking': Booking;
  }
}
