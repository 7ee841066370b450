import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import { EarlyBookingApi } from '../../api/early-booking-api.js';
import type { Account, Appointment, Language, Slot } from '../../contract/index.js';
import { canGoBack, isPageDone, isReachable, isSkipped } from '../../domain/booking-flow.js';
import type { Part, Selection } from '../../domain/selection.js';
import { pagesOf } from '../../domain/step-order.js';
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
import { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import {
  BookingController,
  type BookingListener,
  type Failure,
} from '../../state/booking-controller.js';
import { accountContext, heldSlotContext, selectionContext } from '../../state/contexts.js';
import { CountdownController } from '../../state/countdown-controller.js';
import type { KeptHold } from '../../state/hold-keeper.js';
import { LanguageController } from '../../state/language-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { accentPalette } from '../../theme/palette.js';
import { styles } from './booking.styles.js';
import { linkOf, stepOf, wishOf, type Link } from './deep-link.js';
import { renderBones, renderSide, renderState, renderTop, renderWelcome } from './frame.js';
import { LazyTags, type LaterViews, type TagLoader } from './lazy-tags.js';
import { troubleOf } from './trouble.js';
import { isOfCode, phoneOf, type BookingView } from './view.js';

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
  private readonly countdown = new CountdownController(
    this,
    () => this.controller.held?.until,
    60_000,
  );
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
    const { account, flow, slot } = this.controller;
    if (account !== this.accountProvider.value) this.takeAccount(account);
    if (flow && flow.selection !== this.selectionProvider.value) {
      this.selectionProvider.setValue(flow.selection);
    }
    if (slot !== this.heldSlotProvider.value) this.heldSlotProvider.setValue(slot);
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
          ? this.renderAccount({
              account,
              controller: this.controller,
              words: this.words,
              startUrl: this.startUrl,
            })
          : failure && isReady
            ? this.renderTrouble(failure)
            : renderBones(['line', 'card', 'card', 'card', 'card'])
      }
      <p class="visually-hidden" role="status">${isReady ? this.announced : ''}</p>
    </div>`;
  }

  private renderAccount(view: BookingView): TemplateResult {
    const { texts, name } = view.account;
    return html`${renderTop(view, (language) => this.languages.choose(language))}
      ${renderState(view) ?? this.renderFlow(view)}
      <footer part="footer">${this.words.term('providedBy', texts.provider ?? name)}</footer>`;
  }

  private renderFlow(view: BookingView): unknown {
    const { account } = view;
    const { flow, appointment } = this.controller;
    if (!flow) return nothing;
    if (appointment) {
      return this.ready('opus-receipt', (later) => later.renderReceipt(view, appointment));
    }
    const pages = pagesOf(account.settings);
    const parts = pages[flow.page]?.parts ?? [];
    const isConfirming = parts.includes('confirm');
    // Form and review have their own ways back and on, and say what went wrong under their heading.
    const isForm = isConfirming || parts.includes('details');
    return html`<opus-steps
        .pages=${pages}
        .current=${flow.page}
        .reachable=${[...pages.keys()].filter(
          (page) => isReachable(flow, account, page) && !isSkipped(flow, account, page),
        )}
      ></opus-steps>
      <div class="columns">
        ${isConfirming ? nothing : renderSide(view)}
        <div class="step" part="step">
          ${renderWelcome(view)} ${isForm ? nothing : this.renderFailure(view)}
          ${flow.dropped.length > 0 ? html`<p class="dropped">${this.droppedWords()}</p>` : nothing}
          ${parts.map((part, index) => this.renderPart(view, part, index === 0 ? 'step' : 'second'))}
          ${isForm ? nothing : this.renderWays(view)}
        </div>
      </div>`;
  }

  private renderPart(view: BookingView, part: Part, id: string): unknown {
    switch (part) {
      case 'clinic':
        return html`<opus-clinic-picker id=${id}></opus-clinic-picker>`;
      case 'treatment':
        return this.ready(
          'opus-treatment-picker',
          () => html`<opus-treatment-picker id=${id}></opus-treatment-picker>`,
        );
      case 'clinician':
        return this.ready(
          'opus-clinician-picker',
          () => html`<opus-clinician-picker id=${id}></opus-clinician-picker>`,
        );
      case 'time':
        return this.ready('opus-week-calendar', (later) => later.renderCalendar(view, id));
      case 'details':
        return this.ready('opus-personal-details', (later) =>
          later.renderDetails(view, id, this.renderAbove(view, later)),
        );
      case 'confirm':
        return this.ready('opus-review', (later) =>
          later.renderReview(view, id, this.renderAbove(view, later)),
        );
    }
  }

  /** A step whose code is there; until then its size, or what to do when it does not come. */
  private ready(tag: string, render: (later: LaterViews) => unknown): unknown {
    const { later } = this.tags;
    if (this.tags.isReady(tag) && later) return render(later);
    if (!this.tags.isBroken) return renderBones(['line', 'big']);
    return this.renderTrouble({
      error: new BookingError(navigator.onLine ? 'unreachable' : 'offline'),
      during: 'times',
    });
  }

  private renderAbove(view: BookingView, later: LaterViews): TemplateResult {
    return html`${this.renderFailure(view)} ${later.renderHeld(view, this.countdown.left)}`;
  }

  private renderWays({ account, controller, words }: BookingView): TemplateResult {
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

  private renderFailure(view: BookingView): unknown {
    const { failure } = this.controller;
    return failure && !isOfCode(failure, this.controller)
      ? this.renderTrouble(failure, view)
      : nothing;
  }

  private renderTrouble(failure: Failure, view?: BookingView): TemplateResult {
    const { words, controller } = this;
    const { heading, text, way } = troubleOf(failure, words);
    const isElsewhere = way === 'times' && controller.part !== 'time';
    return html`<opus-notice
      id="trouble"
      tone="error"
      .heading=${heading}
      .text=${text}
      .phone=${view && phoneOf(view)}
      >${
        view
          ? this.tags.later?.renderAlternatives(view, failure.error.alternatives, (slot) =>
              this.handleAlternative(slot),
            )
          : nothing
      }${
        isElsewhere
          ? html`<button class="button" type="button" @click=${() => controller.goTo('time')}>
              ${words.term('otherTimes')}
            </button>`
          : nothing
      }${
        way === 'retry'
          ? html`<button class="button" type="button" @click=${this.handleRetry}>
              ${words.term('tryAgain')}
            </button>`
          : nothing
      }</opus-notice
    >`;
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
    if (this.controller.isTimeLost) this.pointToOthers();
  }

  private handleBook() {
    if (this.controller.isTimeLost) this.pointToOthers();
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

  /** Without a time there is nothing to book: first one of the others (P-23). */
  private pointToOthers() {
    if (!this.controller.failure) return this.controller.goTo('time');
    this.wantsFocus = 'trouble';
    this.requestUpdate();
  }

  private handleRestart() {
    this.start();
    this.wantsFocus = 'step';
  }

  private handleAlternative(slot: Slot) {
    this.controller.takeAlternative(slot);
    this.wantsFocus = 'step';
  }

  private handleRetry() {
    this.tags.retry();
    this.controller.retry();
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
      this.client ?? new EarlyBookingApi({ account, url: api, ...(fetch ? { fetch } : {}) });
    const wish = wishOf({
      ...(clinic ? { clinic } : {}),
      ...(treatment ? { treatment } : {}),
      ...(clinician ? { clinician } : {}),
    });
    const step = stepOf(this.step);
    const words = this.languages.ready;
    void this.controller.start({ api: client, wish, words, ...(step ? { step } : {}) });
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
    if (isOwnDoing && !isOfCode(failure, this.controller)) this.wantsFocus = 'trouble';
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
    const where = this.words.term('stepShown', flow.page + 1, pages.length, names);
    this.announced = `${where} ${this.droppedWords()}`.trim();
    this.requestUpdate();
  }

  private droppedWords(): string {
    const dropped = this.controller.flow?.dropped ?? [];
    const names = dropped.map((step) => this.words.term(stepKeys[step]).toLocaleLowerCase());
    return names.length > 0 ? this.words.term('droppedChoices', names) : '';
  }

  /** Brings what the next steps need while this one is read. */
  private prefetch() {
    const { part, appointment } = this.controller;
    if (part && !appointment && this.languages.current) this.tags.prefetch(tagsAfter[part]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-booking': Booking;
  }
}
