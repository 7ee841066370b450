import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import { EarlyBookingApi } from '../../api/early-booking-api.js';
import type { PatientApi } from '../../api/own-api.js';
import type { Account, Language, Slot } from '../../contract/index.js';
import { canLogIn } from '../../domain/can-log-in.js';
import type { Part } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import type { OpusChooseEvent } from '../../events/choose-event.js';
import type { OpusCodeEvent, OpusContactEvent } from '../../events/confirm-events.js';
import type { OpusDetailsDoneEvent } from '../../events/details-done-event.js';
import type { OpusDraftEvent } from '../../events/draft-event.js';
import type { OpusGoToEvent } from '../../events/go-to-event.js';
import type { OpusTakeSlotEvent } from '../../events/slot-chooser-events.js';
import type { OpusWeekChangeEvent } from '../../events/week-change-event.js';
import { loadLocale } from '../../locales/load-locale.js';
import { Localizer } from '../../locales/localizer.js';
import { BookingController } from '../../state/booking-controller.js';
import { accountContext, heldSlotContext, selectionContext } from '../../state/contexts.js';
import { LanguageController } from '../../state/language-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { accentRules } from '../../theme/palette.js';
import { styles } from './booking.styles.js';
import { linkOf, stepOf, wishOf, type Link } from './deep-link.js';
import { renderFlow } from './flow-view.js';
import { renderBones, renderState, renderTop } from './frame.js';
import { LazyTags, type TagLoader } from './lazy-tags.js';
import { tellOutward } from './outward.js';
import type { OwnViews } from './own-views.js';
import { StepFocus } from './step-focus.js';
import { renderTrouble } from './trouble-notice.js';
import type { BookingView } from './view.js';

/** Speaks the language that the widget itself shows, which may be the patient's choice. */
class OwnWords extends Localizer {
  constructor(private readonly booking: Booking) {
    super(booking);
  }

  override lang(): Language {
    return this.booking.language;
  }
}

const choosing = ['opus-treatment-picker', 'opus-clinician-picker'];

/** What is soon needed on each step. */
const tagsAfter: Readonly<Record<Part, readonly string[]>> = {
  clinic: ['opus-choices', 'opus-info-box', ...choosing, 'opus-week-calendar'],
  treatment: ['opus-choices', 'opus-info-box', ...choosing, 'opus-week-calendar'],
  clinician: ['opus-choices', 'opus-week-calendar'],
  time: ['opus-choices', 'opus-personal-details'],
  details: ['opus-choices', 'opus-review'],
  confirm: ['opus-receipt'],
};

/**
 * The booking page of one account: loads it, shows step after step, "your choices" beside them, the states of the
 * page, and what goes wrong.
 *
 * @element opus-booking
 * @summary The whole booking, from choosing a clinic to the receipt.
 * @fires opus-before-step-change - before another step is shown; cancelable
 * @fires opus-step-change - another step is shown
 * @fires opus-selection-change - what is chosen changed
 * @fires opus-hold - a time is kept for the patient, or no longer
 * @fires opus-booked - a time is booked
 * @fires opus-login - the patient is logged in; says nothing of them
 * @fires opus-view-change - the booking, logging in or the own appointments are shown
 * @fires opus-moved - an appointment was moved
 * @fires opus-cancelled - an appointment was cancelled
 * @fires opus-error - something went wrong and the patient is told
 * @csspart base - the whole
 * @csspart logo - the account's logo
 * @csspart step - the step in view
 * @csspart side - "your choices" and the clinic's text
 * @csspart footer - who provides the service
 */
export class Booking extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  /** What brings the code of later steps, by tag. Filled in by the definition. */
  static loaders: Readonly<Record<string, TagLoader>> = {};

  protected readonly exportedParts = new ExportedParts(this);
  private readonly words: Localizer;
  private readonly languages = new LanguageController(this);
  private readonly tags = new LazyTags(
    this,
    () => Booking.loaders,
    () => loadLocale(this.language),
  );
  private readonly accountProvider = new ContextProvider(this, { context: accountContext });
  private readonly selectionProvider = new ContextProvider(this, {
    context: selectionContext,
    initialValue: {},
  });
  private readonly heldSlotProvider = new ContextProvider(this, { context: heldSlotContext });

  /** The account's id at the service. */
  @property() account = '';
  /** Root of the booking API; without one, the page's own origin. */
  @property() api = '';
  /** Language of the widget (`nb`, `sv`, `fi`, `da`, `en`); without one, that of the page around. */
  @property() override lang!: string;
  /** A clinic's id, `any`, or `group:` and a group's id: chosen from the start (P-10). */
  @property() clinic?: string;
  /** A group's id: only its clinics are shown, until the patient asks to see all (P-10). */
  @property() group?: string;
  /** A treatment's id: nothing else is shown, until the patient asks to see all. */
  @property() treatment?: string;
  /** A clinician's id: nobody else is shown, until the patient asks to see all; or `any`, chosen from the start. */
  @property() clinician?: string;
  /** What `choices` gave earlier, to go on from there after a reload (P-11); unlike the attributes it hides nothing. */
  @property({ attribute: false }) initialChoices?: Link;
  /** The step to show: `clinic`, `treatment`, `clinician`, `time`, `details` or `confirm`, as far as it can be reached. */
  @property() step?: string;
  /** What to show: `booking`, `login` or `appointments`, where the account has a way to log in (P-33). */
  @property() view?: string;
  /** The id of an own appointment, for a link in a message: shown once the patient is logged in (P-36, P-37). */
  @property() appointment?: string;
  /** What the link wants to do with it: `move` or `cancel`. */
  @property() do?: string;
  /** The id of the e-ID provider that is offered first. */
  @property() idp?: string;
  /**
   * On a page of the service's own origin: where no window opens, the whole page may go to the e-ID provider, and is opened
   * again with `eid-return=done` in its query (P-33). That word, or empty.
   */
  @property({ attribute: 'eid-return' }) eidReturn?: string;
  /** Where "to the start page" of the receipt leads. */
  @property({ attribute: 'start-url' }) startUrl?: string;
  /** Something else than the network to reach the service, such as one inside the page. */
  @property({ attribute: false }) fetch?: typeof fetch;
  /** Another way to the service altogether, in place of `account` and `api`. */
  @property({ attribute: false }) client?: PatientApi;

  /** The patient wants to see who else is free at the chosen time (P-21). */
  @state() private asksSameTime = false;

  private readonly controller: BookingController;
  private readonly colours = new CSSStyleSheet();
  private readonly focusing: StepFocus;
  private own?: OwnViews | undefined;
  /** What the booking is called by: from the login on, with the session. */
  private calls?: BookingApi | undefined;
  /** What the patient asked to see before its code was there. */
  private asked?: 'login' | 'appointments' | undefined;

  constructor() {
    super();
    this.controller = new BookingController(
      this,
      tellOutward(this, () => this.focusing.lead('step')),
    );
    const words = new OwnWords(this);
    this.words = words;
    this.focusing = new StepFocus(this, () => ({ controller: this.controller, words }));
  }

  /** The language in use. */
  get language(): Language {
    return this.languages.current ?? 'en';
  }

  /** What is chosen, as `initialChoices` takes it: fit to be kept, as it says nothing of the patient (P-11). */
  get choices(): Link {
    return linkOf(this.controller.flow?.selection ?? {});
  }

  /** True while a link leaves out what the account offers besides (P-10). */
  get isNarrowed(): boolean {
    return this.controller.isNarrowed;
  }

  /** The step in view. */
  get currentStep(): Part | undefined {
    return this.controller.part;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const sheets = this.renderRoot instanceof ShadowRoot ? this.renderRoot.adoptedStyleSheets : [];
    if (!sheets.includes(this.colours)) sheets.push(this.colours);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = (['account', 'api', 'fetch', 'client'] as const).some((key) =>
      changed.has(key),
    );
    if (isOther) {
      this.calls = this.asked = this.own = this.own?.end();
    }
    if (this.view && changed.has('view')) void this.bringOwn();
    if (isOther && (this.account || this.client)) this.start();
    else if (changed.has('step')) {
      const step = stepOf(this.step);
      if (step) this.controller.goTo(step);
    }
    if (changed.has('lang')) this.languages.follow(this.controller.account?.languages);
    const { account, flow, slot } = this.controller;
    if (account !== this.accountProvider.value) this.takeAccount(account);
    if (flow && flow.selection !== this.selectionProvider.value) {
      this.selectionProvider.setValue(flow.selection);
    }
    if (slot !== this.heldSlotProvider.value) this.heldSlotProvider.setValue(slot);
  }

  protected override updated(): void {
    const { part, appointment } = this.controller;
    // What the next steps need comes while this one is read.
    if (part && !appointment && this.languages.current) this.tags.prefetch(tagsAfter[part]);
  }

  protected override render(): unknown {
    const { account, failure, isLoading } = this.controller;
    const isReady = this.languages.current !== undefined;
    const view = {
      account,
      controller: this.controller,
      words: this.words,
      tags: this.tags,
      own: this.own,
      startUrl: this.startUrl,
      asksSameTime: this.asksSameTime,
      take: this.handleAlternative,
      retry: this.handleRetry,
      seeOwn: this.handleSeeOwn,
    };
    return html`<div
      class="base"
      part="base"
      lang=${this.languages.current ?? nothing}
      aria-busy=${isLoading ? 'true' : 'false'}
      @opus-choose=${this.handleChoose}
      @opus-go-to=${this.handleGoTo}
      @opus-same-time=${this.handleSameTime}
      @opus-take-slot=${this.handleTakeSlot}
      @opus-back=${this.handleBack}
      @opus-week-change=${this.handleWeekChange}
      @opus-draft=${this.handleDraft}
      @opus-details-done=${this.handleDetailsDone}
      @opus-book=${this.handleBook}
      @opus-code=${this.handleCode}
      @opus-resend=${this.handleResend}
      @opus-contact=${this.handleContact}
      @opus-restart=${this.handleRestart}
    >
      ${
        account && isReady
          ? this.renderAccount({ ...view, account })
          : failure && isReady
            ? renderTrouble(failure, view)
            : renderBones(['line', 'card', 'card', 'card', 'card'])
      }
      <p class="visually-hidden" role="status">${isReady ? this.focusing.announced : ''}</p>
    </div>`;
  }

  private renderAccount(view: BookingView): TemplateResult {
    const { texts, name } = view.account;
    return html`${renderTop(view, (language) => this.languages.choose(language))}
      ${this.own?.renderNeed(view)} ${this.renderOwn(view) ?? renderState(view) ?? renderFlow(view)}
      <div class="footer" part="footer">
        ${this.words.term('providedBy', texts.provider ?? name)}
      </div>`;
  }

  /** What stands in place of the booking, or above it; until its code is there, its size. */
  private renderOwn(view: BookingView) {
    const { own, controller } = this;
    if (own) return own.render(view);
    const isAwaited = this.view !== undefined && canLogIn(view.account) && !controller.failure;
    return isAwaited ? renderBones(['line', 'big']) : undefined;
  }

  /** Whoever logs in on the way goes on by the same calls, which carry the session from then on (P-33). */
  private readonly dress = async (api: BookingApi): Promise<BookingApi> => {
    this.calls = api;
    if (this.needsOwn) await this.bringOwn();
    return new Proxy(api, {
      get: (_, name: keyof BookingApi) => this.calls?.[name]?.bind(this.calls),
    });
  };

  /** True when the patient has to log in for what they are about, and can (P-34, P-44). */
  private get needsOwn(): boolean {
    const { account } = this.controller;
    const isNeeded = this.view || account?.settings.newBookingRequiresLogin;
    return Boolean(account && isNeeded && canLogIn(account));
  }

  /** What logging in takes comes when somebody wants to. */
  private async bringOwn(): Promise<void> {
    try {
      const { OwnViews } = await import('./own-views.js');
      if (!this.calls || this.own) return;
      this.own = new OwnViews(this, this.controller, () => this.focusing.lead('step'));
      this.calls = this.own.dress(this.calls);
      if (this.asked) this.own.show(this.asked);
    } catch (cause) {
      const kind = navigator.onLine ? 'unreachable' : 'offline';
      this.controller.fail(new BookingError(kind, { cause }), 'times', () => void this.bringOwn());
    }
  }

  private handleChoose({ choice }: OpusChooseEvent) {
    const before = this.controller.flow;
    this.controller.choose(choice);
    const { account, flow } = this.controller;
    if (!account || !flow || flow === before || flow.page !== before?.page) return;
    // What comes next stands beside it, or below.
    const [first, second] = pagesOf(account.settings)[flow.page]?.parts ?? [];
    if (second && choice.step === first) this.focusing.lead('second');
  }

  private handleGoTo({ part }: OpusGoToEvent) {
    this.controller.goTo(part);
  }

  private handleSameTime() {
    this.asksSameTime = true;
  }

  private handleTakeSlot({ slot }: OpusTakeSlotEvent) {
    this.asksSameTime = false;
    if (!slot) return;
    this.controller.takeExactly(slot);
    this.focusing.lead('step');
  }

  private handleBack() {
    this.controller.back();
  }

  private handleWeekChange({ week }: OpusWeekChangeEvent) {
    this.controller.slots?.go(week);
  }

  private handleDraft({ draft }: OpusDraftEvent) {
    this.controller.type(draft);
  }

  private handleDetailsDone({ draft }: OpusDetailsDoneEvent) {
    this.controller.finishDetails(draft);
    if (!this.controller.flow?.selection.time) this.pointToTimes();
  }

  private handleBook() {
    if (this.controller.isTimeLost) this.pointToTimes();
    else void this.controller.book(this.language);
  }

  private handleCode({ code }: OpusCodeEvent) {
    void this.controller.confirm(code);
  }

  private handleResend() {
    void this.controller.resend();
  }

  private handleContact({ contact }: OpusContactEvent) {
    void this.controller.correct(contact);
  }

  /** Without a time there is nothing to book: first one of the others (P-23), or any. */
  private pointToTimes() {
    const { failure, lacksTime } = this.controller;
    if (failure) this.focusing.lead('trouble');
    else if (lacksTime) this.focusing.lead('step');
    else this.controller.goTo('time');
  }

  private handleRestart() {
    this.start();
    this.focusing.lead('step');
  }

  private readonly handleAlternative = (slot: Slot): void => {
    this.controller.takeAlternative(slot);
    this.focusing.lead('step');
  };

  /** Shown as soon as what it takes is there. */
  private readonly handleSeeOwn = (view: 'login' | 'appointments'): void => {
    if (this.own) this.own.show(view);
    else this.view = this.asked = view;
  };

  private readonly handleRetry = (): void => {
    this.tags.retry();
    this.controller.retry();
  };

  private start() {
    const { account, api, fetch, clinic, group, treatment, clinician, initialChoices } = this;
    const client =
      this.client ?? new EarlyBookingApi({ account, url: api, ...(fetch ? { fetch } : {}) });
    const wish = wishOf({
      ...(clinic ? { clinic } : {}),
      ...(clinician ? { clinician } : {}),
      ...initialChoices,
    });
    const narrowing = { group, treatment, clinician: clinician === 'any' ? undefined : clinician };
    const step = stepOf(this.step);
    const words = this.languages.ready;
    const { dress } = this;
    void this.controller.start({
      api: client,
      wish,
      narrowing,
      words,
      dress,
      ...(step ? { step } : {}),
    });
  }

  private takeAccount(account: Account | undefined) {
    this.accountProvider.setValue(account);
    if (!account) return;
    // Needed since somebody switched it on.
    if (this.calls && this.needsOwn) void this.bringOwn();
    this.languages.follow(account.languages);
    this.colours.replaceSync(accentRules(account.theme.accent));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-booking': Booking;
  }
}
