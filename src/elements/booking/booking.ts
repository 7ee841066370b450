import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { BookingApi } from '../../api/booking-api.js';
import { HttpBookingApi } from '../../api/http-booking-api.js';
import type { Account, Appointment, Language, Slot } from '../../contract/index.js';
import { canGoBack, isPageDone, isReachable, isSkipped } from '../../domain/booking-flow.js';
import { toClockTime } from '../../domain/clock-time.js';
import { addDays } from '../../domain/civil-date.js';
import type { Part, Selection } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
import { mondayOf } from '../../domain/week.js';
import { OpusBeforeStepChangeEvent } from '../../events/before-step-change-event.js';
import { OpusBookedEvent } from '../../events/booked-event.js';
import type { OpusChooseEvent } from '../../events/choose-event.js';
import type { OpusCodeEvent, OpusContactEvent } from '../../events/confirm-events.js';
import type { OpusDetailsDoneEvent } from '../../events/details-done-event.js';
import type { OpusDraftEvent } from '../../events/draft-event.js';
import { OpusErrorEvent } from '../../events/error-event.js';
import type { OpusGoToEvent } from '../../events/go-to-event.js';
import { OpusHoldEvent } from '../../events/hold-event.js';
import { OpusSelectionChangeEvent } from '../../events/selection-change-event.js';
import { OpusStepChangeEvent } from '../../events/step-change-event.js';
import type { OpusWeekChangeEvent } from '../../events/week-change-event.js';
import { dateHeadingAt, slotTimeRange } from '../../locales/date-words.js';
import { languageContext } from '../../locales/language-context.js';
import { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import {
  BookingController,
  type BookingListener,
  type Failure,
} from '../../state/booking-controller.js';
import { accountContext, heldSlotContext, selectionContext } from '../../state/contexts.js';
import type { KeptHold } from '../../state/hold-keeper.js';
import { LanguageController } from '../../state/language-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { accentPalette } from '../../theme/palette.js';
import { styles } from './booking.styles.js';
import { linkOf, stepOf, wishOf, type Link } from './deep-link.js';
import { LazyTags, type TagLoader } from './lazy-tags.js';
import { troubleOf } from './trouble.js';

/** Speaks the language that the widget itself shows, which may be the patient's choice. */
class OwnWords extends Localizer {
  constructor(private readonly booking: Booking) {
    super(booking);
  }

  override lang(): Language {
    return this.booking.language;
  }
}

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Norsk',
  sv: 'Svenska',
  fi: 'Suomi',
  da: 'Dansk',
  en: 'English',
};

/** Days ahead that times are looked for. */
const horizonDays = 365;

const lazyTags = {
  time: 'opus-week-calendar',
  details: 'opus-personal-details',
  confirm: 'opus-review',
  receipt: 'opus-receipt',
} as const;

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

  private readonly words: Localizer;
  private readonly languages = new LanguageController(this);
  private readonly tags = new LazyTags(this, () => Booking.loaders);
  private readonly accountProvider = new ContextProvider(this, { context: accountContext });
  private readonly selectionProvider = new ContextProvider(this, {
    context: selectionContext,
    initialValue: {},
  });
  private readonly heldSlotProvider = new ContextProvider(this, { context: heldSlotContext });
  private readonly languageProvider = new ContextProvider(this, { context: languageContext });

  /** The account's id at the service. */
  @property() account = '';
  /** Root of the booking API; without one, the page's own origin. */
  @property() api = '';
  /** Language of the widget (`nb`, `sv`, `fi`, `da`, `en`); without one, that of the page around. */
  @property() override lang!: string;
  /** A clinic's id, `any`, or `group:` and a group's id: chosen from the start (P-10). */
  @property() clinic?: string;
  /** A treatment's id: chosen from the start. */
  @property() treatment?: string;
  /** A clinician's id, or `any`: chosen from the start. */
  @property() clinician?: string;
  /** The step to show: `clinic`, `treatment`, `clinician`, `time`, `details` or `confirm`, as far as it can be reached. */
  @property() step?: string;
  /** Where "to the start page" of the receipt leads. */
  @property({ attribute: 'start-url' }) startUrl?: string;
  /** Something else than the network to reach the service, such as one inside the page. */
  @property({ attribute: false }) fetch?: typeof fetch;
  /** Another way to the service altogether, in place of `account` and `api`. */
  @property({ attribute: false }) client?: BookingApi;

  @query('#step') private readonly stepElement!: LitElement & { focusHeading?: () => void };
  @query('#trouble') private readonly troubleElement!: LitElement & { focusHeading: () => void };

  private readonly controller: BookingController;
  private readonly colours = new CSSStyleSheet();
  private wantsFocus: 'step' | 'trouble' | undefined;
  private announced = '';
  private shownFailure: Failure | undefined;

  constructor() {
    super();
    const listener: BookingListener = {
      mayTurn: (from, to) => this.dispatchEvent(new OpusBeforeStepChangeEvent(from, to)),
      stepChanged: (step, isFirst) => this.handleStepChanged(step, isFirst),
      selectionChanged: (selection) => this.handleSelectionChanged(selection),
      holdChanged: (kept) => this.handleHoldChanged(kept),
      booked: (appointment) => this.handleBooked(appointment),
      failed: ({ error }) => this.dispatchEvent(new OpusErrorEvent(error.kind)),
    };
    this.controller = new BookingController(this, listener);
    this.words = new OwnWords(this);
  }

  /** The language in use. */
  get language(): Language {
    return this.languages.current ?? 'en';
  }

  /** What is chosen, as the attributes take it: fit for an address, as it says nothing of the patient (P-11). */
  get choices(): Link {
    return linkOf(this.controller.flow?.selection ?? {});
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
    if (isOther && (this.account || this.client)) this.start();
    else if (changed.has('step')) {
      const step = stepOf(this.step);
      if (step) this.controller.goTo(step);
    }
    if (changed.has('lang')) this.languages.follow(this.controller.account?.languages);
    const { account, flow, held } = this.controller;
    if (account !== this.accountProvider.value) this.takeAccount(account);
    if (flow && flow.selection !== this.selectionProvider.value) {
      this.selectionProvider.setValue(flow.selection);
    }
    if (held?.hold.slot !== this.heldSlotProvider.value) {
      this.heldSlotProvider.setValue(held?.hold.slot);
    }
    if (this.languages.current && this.languages.current !== this.languageProvider.value) {
      this.languageProvider.setValue(this.languages.current);
    }
    this.noteFailure();
  }

  protected override updated(): void {
    if (this.wantsFocus) void this.moveFocus();
    this.prefetch();
  }

  protected override render(): unknown {
    const { account, failure, isLoading } = this.controller;
    const isReady = this.languages.current !== undefined;
    return html`<div
      class="base"
      part="base"
      lang=${this.languages.current ?? nothing}
      aria-busy=${isLoading ? 'true' : 'false'}
      @opus-choose=${this.handleChoose}
      @opus-go-to=${this.handleGoTo}
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
          ? this.renderAccount(account)
          : failure && isReady
            ? this.renderTrouble(failure, undefined)
            : this.renderSkeleton()
      }
      <p class="visually-hidden" role="status">${isReady ? this.announced : ''}</p>
    </div>`;
  }

  private renderAccount(account: Account): TemplateResult {
    return html`${this.renderTop(account)} ${this.renderState(account) ?? this.renderFlow(account)}
      <footer part="footer">
        ${this.words.term('providedBy', account.texts.provider ?? account.name)}
      </footer>`;
  }

  private renderTop({ theme: { logo }, languages, name }: Account): TemplateResult {
    return html`<div class="top">
      ${
        logo
          ? html`<img
              class="logo"
              part="logo"
              src=${logo.url}
              width=${logo.width}
              height=${logo.height}
              alt=${logo.alt ?? name}
            />`
          : nothing
      }${
        languages.length > 1
          ? html`<label class="language">
              <span class="visually-hidden">${this.words.term('language')}</span>
              <select @change=${this.handleLanguage}>
                ${languages.map(
                  (language) =>
                    html`<option
                      value=${language}
                      lang=${language}
                      ?selected=${language === this.language}
                    >
                      ${languageNames[language]}
                    </option>`,
                )}
              </select>
            </label>`
          : nothing
      }
    </div>`;
  }

  /** What stands in place of the steps, or undefined when they may be shown (P-40). */
  private renderState({ status, texts, textLanguage, clinics }: Account): unknown {
    const { controller, words } = this;
    const own = {
      open: undefined,
      maintenance: texts.maintenance,
      unpublished: texts.unpublished,
      'new-booking-off': texts.newBookingOff,
    }[status];
    if (status === 'open' || controller.appointment) return undefined;
    if (status === 'new-booking-off' && controller.isUnderWay) return undefined;
    const [heading, text] = {
      maintenance: [words.term('maintenanceHeading'), words.term('maintenanceText')],
      unpublished: [words.term('unpublishedHeading'), words.term('unpublishedText')],
      'new-booking-off': [words.term('newBookingOffHeading'), words.term('newBookingOffText')],
    }[status] as [string, string];
    return html`<opus-notice
      .heading=${own ? '' : heading}
      .text=${own ?? text}
      .textLang=${own ? textLanguage : undefined}
      .phone=${this.phone(clinics)}
      ><button class="button" type="button" @click=${() => void controller.refresh()}>
        ${words.term('tryAgain')}
      </button></opus-notice
    >`;
  }

  private renderFlow(account: Account): TemplateResult {
    const { flow, failure, appointment } = this.controller;
    if (!flow) return this.renderSkeleton();
    const pages = pagesOf(account.settings);
    const parts = pages[flow.page]?.parts ?? [];
    const isConfirming = parts.includes('confirm');
    const reachable = pages.flatMap((_, page) =>
      isReachable(flow, account, page) && !isSkipped(flow, account, page) ? [page] : [],
    );
    if (appointment) return this.renderReceipt(account, appointment);
    return html`<opus-steps
        .pages=${pages}
        .current=${flow.page}
        .reachable=${reachable}
      ></opus-steps>
      <div class="columns">
        ${isConfirming ? nothing : this.renderSide(account, flow.selection)}
        <div class="step" part="step">
          ${this.isFirstPage(account, flow.page) ? this.renderWelcome(account) : nothing}
          ${failure && !isOfReview(failure) ? this.renderTrouble(failure, account) : nothing}
          ${parts.map((part, index) => this.renderPart(part, account, index === 0))}
          ${isConfirming || parts.includes('details') ? nothing : this.renderWays(account)}
        </div>
      </div>`;
  }

  private renderWelcome({ texts, textLanguage, name }: Account): TemplateResult {
    const isOwn = Boolean(texts.welcomeHeading ?? texts.welcomeText);
    return html`<opus-notice
      .heading=${isOwn ? (texts.welcomeHeading ?? '') : this.words.term('welcomeHeading', name)}
      .text=${isOwn ? (texts.welcomeText ?? '') : this.words.term('welcomeText')}
      .textLang=${isOwn ? textLanguage : undefined}
    ></opus-notice>`;
  }

  private renderSide(account: Account, selection: Selection): TemplateResult {
    const text = this.clinicText(account, selection);
    const isBare = Object.keys(selection).length === 0;
    return html`<div class="side ${isBare ? 'bare' : ''}" part="side">
      <opus-choices></opus-choices>
      ${
        text
          ? html`<opus-info-box
              .heading=${text.heading ?? ''}
              .text=${text.text ?? ''}
              .textLang=${account.textLanguage}
            ></opus-info-box>`
          : nothing
      }
    </div>`;
  }

  private renderPart(part: Part, account: Account, isFirst: boolean): unknown {
    const id = isFirst ? 'step' : nothing;
    const tag = part in lazyTags ? lazyTags[part as keyof typeof lazyTags] : undefined;
    if (tag && !this.tags.isReady(tag)) return this.renderWaiting(tag);
    switch (part) {
      case 'clinic':
        return html`<opus-clinic-picker id=${id}></opus-clinic-picker>`;
      case 'treatment':
        return html`<opus-treatment-picker id=${id}></opus-treatment-picker>`;
      case 'clinician':
        return html`<opus-clinician-picker id=${id}></opus-clinician-picker>`;
      case 'time':
        return this.renderCalendar(account, id);
      case 'details':
        return this.renderDetails(account, id);
      case 'confirm':
        return this.renderReview(account, id);
    }
  }

  private renderCalendar(account: Account, id: string | typeof nothing): unknown {
    const { slots, flow } = this.controller;
    if (!slots || !flow) return nothing;
    const { shown, today } = slots;
    const { selection } = flow;
    const isOneClinic = selection.clinic?.kind === 'one';
    return html`<opus-week-calendar
      id=${id}
      .slots=${shown?.slots ?? []}
      .week=${slots.week}
      .query=${slots.query}
      .value=${selection.time?.start ?? ''}
      .timeZone=${account.timeZone}
      .today=${today}
      .loading=${slots.isLoading}
      .first=${shown?.first}
      .nextDate=${shown?.nextDate ?? null}
      .showWeekend=${account.settings.weekendBooking}
      .startsOnly=${selection.treatment === undefined}
      .latestWeek=${mondayOf(addDays(today, horizonDays))}
      .clinicianNames=${slots.isBroad ? undefined : namesOf(account.clinicians)}
      .clinicNames=${slots.isBroad || isOneClinic ? undefined : namesOf(account.clinics)}
    ></opus-week-calendar>`;
  }

  private renderDetails(account: Account, id: string | typeof nothing): unknown {
    const { draft, problems, slots } = this.controller;
    return html`<opus-personal-details
      id=${id}
      .market=${account.market}
      .settings=${account.settings}
      .texts=${account.texts}
      .today=${slots?.today ?? ''}
      .draft=${draft}
      .problems=${problems}
    ></opus-personal-details>`;
  }

  private renderReview(account: Account, id: string | typeof nothing): unknown {
    const { draft, pending, busy, failure, held, flow } = this.controller;
    return html`<opus-review
      id=${id}
      .account=${account}
      .selection=${flow?.selection ?? {}}
      .slot=${held?.hold.slot}
      .draft=${draft}
      .pending=${pending}
      .busy=${busy}
      .error=${failure && isOfReview(failure) ? failure.error : undefined}
    ></opus-review>`;
  }

  private renderReceipt(account: Account, appointment: Appointment): TemplateResult {
    const tag = lazyTags.receipt;
    if (!this.tags.isReady(tag)) return this.renderWaiting(tag);
    return html`<opus-receipt
      id="step"
      .appointment=${appointment}
      .sentTo=${this.controller.sentTo}
      .timeZone=${account.timeZone}
      .startUrl=${this.startUrl}
    ></opus-receipt>`;
  }

  private renderWays(account: Account): TemplateResult {
    const { controller, words } = this;
    const { flow } = controller;
    return html`<div class="ways">
      ${
        flow && canGoBack(flow, account)
          ? html`<button class="link back" type="button" @click=${this.handleBack}>
              ${words.term('back')}
            </button>`
          : nothing
      }${
        flow && isPageDone(flow, account)
          ? html`<button class="button primary" type="button" @click=${() => controller.next()}>
              ${words.term('next')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderTrouble(failure: Failure, account: Account | undefined): TemplateResult {
    const { words, controller } = this;
    const { heading, text, way } = troubleOf(failure, words);
    const { alternatives } = failure.error;
    return html`<opus-notice
      id="trouble"
      tone="error"
      .heading=${heading}
      .text=${text}
      .phone=${account && this.phone(account.clinics)}
    >
      ${
        account && alternatives.length > 0
          ? html`<div class="others" role="group" aria-label=${words.term('alternatives')}>
              ${alternatives.map((slot) => this.renderAlternative(slot, account))}
            </div>`
          : nothing
      }
      ${
        way === 'times' && controller.part !== 'time'
          ? html`<button class="button" type="button" @click=${() => controller.goTo('time')}>
              ${words.term('otherTimes')}
            </button>`
          : nothing
      }
      ${
        way === 'retry'
          ? html`<button class="button" type="button" @click=${() => controller.retry()}>
              ${words.term('tryAgain')}
            </button>`
          : nothing
      }
    </opus-notice>`;
  }

  private renderAlternative(slot: Slot, { timeZone, clinicians }: Account): TemplateResult {
    const name = clinicians.find(({ id }) => id === slot.clinician)?.name ?? '';
    return html`<button class="button" type="button" @click=${() => this.handleAlternative(slot)}>
      ${this.words.term(
        'timeWith',
        dateHeadingAt(this.language, slot.start, timeZone),
        slotTimeRange(this.language, slot, timeZone),
        name,
      )}
    </button>`;
  }

  /** While a step's code is on its way: its size, or what to do when it does not come. */
  private renderWaiting(tag: string): TemplateResult {
    if (!this.tags.isBroken(tag))
      return html`<div class="bones"><i class="bone line"></i><i class="bone big"></i></div>`;
    const { words } = this;
    const isOffline = !navigator.onLine;
    return html`<opus-notice
      tone="error"
      .heading=${words.term(isOffline ? 'offlineHeading' : 'unreachableHeading')}
      .text=${words.term(isOffline ? 'offlineText' : 'unreachableText')}
      ><button class="button" type="button" @click=${() => this.tags.retry()}>
        ${words.term('tryAgain')}
      </button></opus-notice
    >`;
  }

  private renderSkeleton(): TemplateResult {
    return html`<div class="bones">
      <i class="bone line"></i>
      ${[1, 2, 3, 4].map(() => html`<i class="bone"></i>`)}
    </div>`;
  }

  private handleChoose({ choice }: OpusChooseEvent) {
    this.controller.choose(choice);
  }

  private handleGoTo({ part }: OpusGoToEvent) {
    this.controller.goTo(part);
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
  }

  private handleBook() {
    void this.controller.book(this.language);
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

  private handleRestart() {
    this.start();
    this.wantsFocus = 'step';
  }

  private handleAlternative(slot: Slot) {
    this.controller.takeAlternative(slot);
    this.wantsFocus = 'step';
  }

  private handleLanguage({ target }: Event) {
    this.languages.choose((target as HTMLSelectElement).value as Language);
  }

  private handleStepChanged(step: Part, isFirst: boolean) {
    this.dispatchEvent(new OpusStepChangeEvent(step));
    // Nobody's focus is taken when the page opens.
    if (!isFirst) this.wantsFocus = 'step';
  }

  private handleSelectionChanged(selection: Selection) {
    const { clinic, clinician } = selection;
    this.dispatchEvent(
      new OpusSelectionChangeEvent(
        (['clinic', 'treatment', 'clinician', 'time'] as const).filter((step) => selection[step]),
        clinic?.kind === 'one' ? clinic.id : undefined,
        clinician?.kind === 'one' ? clinician.id : undefined,
      ),
    );
  }

  private handleHoldChanged(kept: KeptHold | undefined) {
    this.dispatchEvent(new OpusHoldEvent(kept !== undefined, kept?.hold.expiresIn));
  }

  private handleBooked({ slot }: Appointment) {
    this.wantsFocus = 'step';
    this.dispatchEvent(new OpusBookedEvent(slot.clinic, slot.clinician));
  }

  private start() {
    const { account, api, fetch, clinic, treatment, clinician } = this;
    const client =
      this.client ?? new HttpBookingApi({ account, url: api, ...(fetch ? { fetch } : {}) });
    const wish = wishOf({
      ...(clinic ? { clinic } : {}),
      ...(treatment ? { treatment } : {}),
      ...(clinician ? { clinician } : {}),
    });
    const step = stepOf(this.step);
    void this.controller.start({ api: client, wish, ...(step ? { step } : {}) });
  }

  private takeAccount(account: Account | undefined) {
    this.accountProvider.setValue(account);
    if (!account) return;
    this.languages.follow(account.languages);
    const tokens = Object.entries(accentPalette(account.theme.accent).light);
    // On the host, so that a page's own rule for the element wins.
    this.colours.replaceSync(
      `:host { ${tokens.map(([name, value]) => `${name}: ${value};`).join(' ')} }`,
    );
  }

  /** A failure that follows what the patient did takes focus; one behind the scenes is only told. */
  private noteFailure() {
    const { failure } = this.controller;
    if (failure === this.shownFailure) return;
    this.shownFailure = failure;
    const isOwnDoing = failure && failure.during !== 'account' && failure.during !== 'times';
    if (isOwnDoing && !isOfReview(failure)) this.wantsFocus = 'trouble';
  }

  private async moveFocus() {
    const target = this.wantsFocus === 'trouble' ? this.troubleElement : this.stepElement;
    // Its code, or the account, is still on its way: the update that brings it comes here again.
    if (!target || !customElements.get(target.localName)) return;
    this.wantsFocus = undefined;
    await target.updateComplete;
    target.focusHeading?.();
    this.announce();
  }

  /** Says what the heading that takes focus does not: how far the patient is, and what the last change undid (P-05). */
  private announce() {
    const { account, flow } = this.controller;
    if (!account || !flow || this.controller.appointment) return;
    const pages = pagesOf(account.settings);
    const name = (part: Part) => this.words.term(stepKeys[part]);
    const names = (pages[flow.page]?.parts ?? []).map(name).join(', ');
    this.announced = this.words.term('stepShown', flow.page + 1, pages.length, names);
    this.requestUpdate();
  }

  /** Brings what the next step needs while this one is read. */
  private prefetch() {
    const { part, appointment } = this.controller;
    if (!part || appointment) return;
    const next: Record<Part, readonly string[]> = {
      clinic: [lazyTags.time],
      treatment: [lazyTags.time],
      clinician: [lazyTags.time],
      time: [lazyTags.details],
      details: [lazyTags.confirm],
      confirm: [lazyTags.receipt],
    };
    this.tags.prefetch(next[part]);
  }

  private isFirstPage(account: Account, page: number): boolean {
    const { flow } = this.controller;
    return flow !== undefined && firstVisible(account, flow.selection, 0) === page;
  }

  /** The clinic's own heading and text, else the account's, on the first step shown from "treatment" on (P-06, P-08). */
  private clinicText(account: Account, selection: Selection) {
    const { flow } = this.controller;
    const from = pagesOf(account.settings).findIndex(({ parts }) => parts.includes('treatment'));
    if (flow?.page !== firstVisible(account, selection, from)) return undefined;
    const { clinic } = selection;
    const own = clinic?.kind === 'one' && account.clinics.find(({ id }) => id === clinic.id);
    if (own && (own.heading ?? own.text)) return { heading: own.heading, text: own.text };
    const { clinicHeading: heading, clinicText: text } = account.texts;
    return heading || text ? { heading, text } : undefined;
  }

  /** The number of the chosen clinic, else of the first one. */
  private phone(clinics: Account['clinics']): string | undefined {
    const chosen = this.controller.flow?.selection.clinic;
    const own = chosen?.kind === 'one' && clinics.find(({ id }) => id === chosen.id);
    return (own || clinics[0])?.phone;
  }
}

/** What goes wrong with a code is said beside its field. */
function isOfReview({ during }: Failure): boolean {
  return during === 'code' || during === 'resend' || during === 'contact';
}

function firstVisible(account: Account, selection: Selection, from: number): number {
  const pages = pagesOf(account.settings);
  return pages.findIndex((_, page) => page >= from && !isSkipped({ selection }, account, page));
}

function namesOf(things: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  return new Map(things.map(({ id, name }) => [id, name]));
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-booking': Booking;
  }
}
