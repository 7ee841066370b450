import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Account, FieldProblem, KnownPatient, Slot } from '../../contract/index.js';
import { missingFields } from '../../domain/need-details.js';
import type { About } from '../../domain/own-appointments.js';
import { consentWords } from '../../domain/own-texts.js';
import {
  draftProblemsOf,
  emptyDraft,
  type DraftProblem,
  type DraftTextField,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import { OpusBookNeedEvent } from '../../events/book-need-event.js';
import { OpusOwnActEvent, type OwnAct } from '../../events/own-act-event.js';
import { appointmentWords } from '../../locales/appointment-words.js';
import { Localizer } from '../../locales/localizer.js';
import { problemWords } from '../../locales/problem-words.js';
import { actionStyles } from '../../theme/action-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { consentStyles } from '../../theme/consent-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { fieldStyles } from '../../theme/field-styles.js';
import { skeletonStyles } from '../../theme/skeleton.js';
import { renderActions } from '../action-row.js';
import { renderConsent } from '../consent-box.js';
import { focusProblem } from '../focus-problem.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './appointment-review.styles.js';
import { missingDetails, renderMissing } from './need-form.js';
import { renderTime, type TimeShown } from './time-shown.js';

/**
 * The last page before a change: from when to when an appointment moves (P-36), or the time of a recall, with the consent
 * that booking needs (P-28, P-38).
 * @element opus-appointment-review
 * @summary The confirm page of a move, and of a recall.
 * @slot - Above the review, such as how long the time is held.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 * @csspart label - a label
 * @csspart error - what is wrong, under its field
 */
export class AppointmentReview extends OpusElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    busyLabelStyles,
    fieldStyles,
    consentStyles,
    actionStyles,
    skeletonStyles,
    styles,
  ];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, appointmentWords);

  @property({ attribute: false }) account?: Account;
  /** What is being changed. */
  @property({ attribute: false }) about?: About;
  /** The time that is held, with whom and where. */
  @property({ attribute: false }) heldSlot?: Slot | undefined;
  /** Who is logged in. */
  @property({ attribute: false }) patient?: KnownPatient | undefined;
  /** Problems that the service found. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];
  /** Today's date at the clinic. */
  @property() today = '';
  /** The call runs. */
  @property({ type: Boolean }) busy = false;

  /** The details that were missing on file, and the consent (P-28), as typed. */
  @state() private draft: PatientDraft = emptyDraft;
  /** Problems on screen. */
  @state() private shown: readonly DraftProblem[] = [];

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const version = changed.get('account')?.texts.consentVersion;
    const isOtherText = version !== undefined && version !== this.account?.texts.consentVersion;
    if (changed.has('problems')) this.#showProblems(this.problems);
    // The consent was given to a former text: the patient has to see the new one before booking (P-28).
    else if (isOtherText && this.draft.consent)
      this.#showProblems([{ path: 'consent', code: 'stale' }]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problems') && this.problems.length > 0) void this.#focusProblem();
  }

  protected override render() {
    const { account, about } = this;
    if (!account || !about) return nothing;
    const isMove = about.kind === 'move';
    return html`<h2 tabindex="-1" part="heading">
        ${this.#words.term(isMove ? 'moveReviewHeading' : 'reviewHeading')}
      </h2>
      <div class="content">
        <slot></slot>
        ${isMove ? this.#renderMove(account, about) : this.#renderNeed(account)}
        ${renderActions(
          { text: this.#words.term('otherTime'), handleClick: () => this.#act('other-time') },
          {
            text: this.#words.term(isMove ? 'moveNow' : 'bookTime'),
            working: this.#words.term(isMove ? 'movingNow' : 'bookingTime'),
            isBusy: this.busy,
            isDisabled: this.busy || !this.heldSlot,
            handleClick: () => this.#handleConfirm(),
          },
        )}
        <p class="visually-hidden" role="status">
          ${this.busy ? this.#words.term(isMove ? 'movingNow' : 'bookingTime') : ''}
        </p>
      </div>`;
  }

  #renderMove(account: Account, { appointment }: Extract<About, { kind: 'move' }>) {
    const { today } = this;
    const words = this.#words;
    const { clinic, clinician, slot } = appointment;
    const old: TimeShown = {
      start: slot.start,
      minutes: slot.minutes,
      clinician: clinician.name,
      clinic: clinic.name,
    };
    return html`<dl class="change">
        <div>
          <dt>${words.term('fromTime')}</dt>
          <dd>${renderTime(words, account.timeZone, today, old)}</dd>
        </div>
        <div class="new">
          <dt>${words.term('toTime')}</dt>
          <dd>${this.#renderSlot(account)}</dd>
        </div>
      </dl>
      <p class="kept">${words.term('oldTimeKept')}</p>`;
  }

  #renderNeed(account: Account): TemplateResult {
    const { patient } = this;
    const words = this.#words;
    const fields = missingFields(account, patient, this.problems);
    return html`<dl class="change">
        <div class="new">
          <dt>${words.term('stepTime')}</dt>
          <dd>${this.#renderSlot(account)}</dd>
        </div>
        ${
          patient
            ? html`<div>
                <dt>${words.term('nameLabel')}</dt>
                <dd>${patient.firstName} ${patient.lastName}</dd>
              </div>`
            : nothing
        }
      </dl>
      <div class="form" @input=${this.#handleInput}>
        <p class="quiet">${words.term('requiredLegend')}</p>
        ${renderMissing(words, account, fields, this.draft, (name) => this.#errorOf(account, name))}
        ${renderConsent(
          words,
          consentWords(account, words.lang()),
          this.draft.consent,
          this.#errorOf(account, 'consent'),
        )}
      </div>`;
  }

  #renderSlot(account: Account): unknown {
    const { heldSlot: slot, today } = this;
    const words = this.#words;
    const name = (things: readonly { id: string; name: string }[], id: string) =>
      things.find((each) => each.id === id)?.name ?? '';
    return slot
      ? renderTime(words, account.timeZone, today, {
          start: slot.start,
          minutes: slot.minutes,
          clinician: name(account.clinicians, slot.clinician),
          clinic: name(account.clinics, slot.clinic),
        })
      : html`<i class="skeleton-line"></i>`;
  }

  #errorOf({ market }: Account, name: string): string {
    const problem = this.shown.find(({ field }) => field === name);
    return problem ? problemWords(this.#words, market, problem) : '';
  }

  #act(act: OwnAct): void {
    this.dispatchEvent(new OpusOwnActEvent(act));
  }

  #handleInput(event: Event): void {
    event.stopPropagation();
    this.#take(event.target as HTMLInputElement);
  }

  #take({ name, value, checked }: HTMLInputElement): void {
    const field = name as DraftTextField | 'consent';
    this.draft = { ...this.draft, [field]: field === 'consent' ? checked : value };
    if (this.shown.some((each) => each.field === field)) {
      this.shown = this.shown.filter((each) => each.field !== field);
    }
  }

  #handleConfirm(): void {
    const { account, about, patient } = this;
    if (this.busy || !this.heldSlot || !account || !about) return;
    if (about.kind === 'move') return this.#act('confirm');
    // Some password managers fill in without an event.
    this.renderRoot.querySelectorAll<HTMLInputElement>('.form [name]').forEach((each) => {
      this.#take(each);
    });
    const fields = missingFields(account, patient, this.problems);
    const { problems, details } = missingDetails(account, fields, this.draft, this.today);
    this.shown = problems;
    if (problems.length === 0) this.dispatchEvent(new OpusBookNeedEvent(details));
    else void this.#focusProblem();
  }

  /** Shows the service's problems; a consent that it refused is unticked. */
  #showProblems(problems: readonly FieldProblem[]): void {
    if (problems.length === 0) return;
    this.shown = draftProblemsOf(problems);
    if (this.shown.some(({ field }) => field === 'consent')) {
      this.draft = { ...this.draft, consent: false };
    }
  }

  /** Moves focus to the first field with a problem. */
  #focusProblem(): Promise<void> {
    return focusProblem(this, this.#words, `[name="${this.shown[0]?.field}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-appointment-review': AppointmentReview;
  }
}
