import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FieldProblem, Language, Market } from '../../contract/index.js';
import {
  checkDraft,
  checkDraftField,
  draftFieldsOf,
  draftProblemsOf,
  emptyDraft,
  standardDraftSettings,
  type DraftField,
  type DraftFieldUse,
  type DraftGroup,
  type DraftProblem,
  type DraftRules,
  type DraftSettings,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import { OpusBackEvent } from '../../events/back-event.js';
import { OpusDetailsDoneEvent } from '../../events/details-done-event.js';
import { OpusDraftEvent } from '../../events/draft-event.js';
import type { OpusFieldChooseEvent } from '../../events/field-choose-event.js';
import { Localizer } from '../../locales/localizer.js';
import { fieldLabel, problemWords } from '../../locales/problem-words.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { actionStyles } from '../../theme/action-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { consentStyles } from '../../theme/consent-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { fieldStyles } from '../../theme/field-styles.js';
import { renderActions } from '../action-row.js';
import { keepFocus, renderConsent } from '../consent-box.js';
import { renderDraftField, renderProblemSummary } from '../draft-form.js';
import { focusProblem } from '../focus-problem.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './personal-details.styles.js';

const groupHeadings = {
  person: 'groupPerson',
  contact: 'groupContact',
  address: 'groupAddress',
} as const satisfies Record<DraftGroup, string>;

const groups = Object.keys(groupHeadings) as DraftGroup[];

/**
 * The patient's form (P-25 to P-29). Its values are kept outside: every `opus-draft` carries the whole form, which comes
 * back as `draft`, so that no error, step back or change of language loses anything.
 * @element opus-personal-details
 * @summary Personal details: the form with its checks and consent.
 * @slot - Above the form, such as how long the time is held.
 * @csspart heading - The step's heading.
 * @csspart button - a button
 * @csspart primary - the button that leads on
 * @csspart label - a label
 * @csspart error - what is wrong, under its field
 */
export class PersonalDetails extends OpusElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    consentStyles,
    actionStyles,
    styles,
  ];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this);

  @property() market: Market = 'NO';
  /** Which fields are shown (P-25): the account's settings. */
  @property({ attribute: false }) settings: DraftSettings = standardDraftSettings;
  /** The clinic's civil date, `YYYY-MM-DD`, else the browser's. */
  @property() today = '';
  /** What is typed so far, valid or not. */
  @property({ attribute: false }) draft: PatientDraft = emptyDraft;
  /** Problems that the service found, by path such as `patient.nationalId`; shown as soon as they are set. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];
  /** The account's consent text and its page (P-28), else the standard text. */
  @property({ attribute: 'consent-text' }) consentText = '';
  @property({ attribute: 'consent-url' }) consentUrl = '';
  /** Heading and text of the yellow box (P-27), else the market's standard text. */
  @property({ attribute: 'info-heading' }) infoHeading = '';
  @property({ attribute: 'info-text' }) infoText = '';
  /** BCP 47 language of the account's texts. */
  @property({ attribute: 'text-lang' }) textLang?: string;
  /** Language of the consent text, where it is another than that of the other texts. */
  @property({ attribute: 'consent-lang' }) consentLang?: Language;

  /** Problems on screen, as of when a field was last left or the form last submitted. */
  @state() private shown: ReadonlyMap<DraftField, string> = new Map();
  /** Problems when the form was last submitted. */
  @state() private summary: readonly DraftProblem[] = [];

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the step's heading, or to the problems where there are some. */
  focusHeading(): void {
    if (this.summary.length > 0) void this.#focusSummary();
    else this.heading?.focus();
  }

  /** Moves focus into a field of the form. */
  focusField(field: DraftField): void {
    const control = this.renderRoot.querySelector<HTMLElement>(`[name="${field}"]`);
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('problems') && this.problems.length > 0) {
      this.#showProblems(draftProblemsOf(this.problems));
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('summary') && this.summary.length > 0) void this.#focusSummary();
  }

  protected override render() {
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('detailsHeading')}</h2>
      <p class="legend">${this.#words.term('requiredLegend')}</p>
      <div class="top">
        ${renderProblemSummary(this.#words, this.market, this.summary, (event) =>
          this.#handleFieldChoose(event),
        )}
        ${this.#renderInfo()}
        <slot></slot>
      </div>
      <form
        novalidate
        @input=${this.#handleInput}
        @change=${this.#handleInput}
        @focusout=${this.#handleLeave}
        @submit=${this.#handleSubmit}
      >
        ${groups.map((group) => this.#renderGroup(group))}
        ${renderConsent(
          this.#words,
          { text: this.consentText, url: this.consentUrl, lang: this.#consentLang },
          this.draft.consent,
          this.#errorOf('consent'),
        )}
        <div @mousedown=${keepFocus}>
          ${renderActions(
            { text: this.#words.term('back'), handleClick: () => this.#handleBack() },
            { text: this.#words.term('toReview') },
          )}
        </div>
      </form>
    `;
  }

  #renderInfo() {
    const own = this.infoHeading || this.infoText;
    const { fields, patientMessage } = this.settings;
    return own
      ? html`<opus-info-box
          heading=${this.infoHeading}
          text=${this.infoText}
          text-lang=${this.textLang ?? this.#words.lang()}
        ></opus-info-box>`
      : html`<opus-info-box
          heading=${this.#words.term('infoHeading')}
          text=${this.#words.term('infoText', this.market, fields.campaignCode, patientMessage)}
        ></opus-info-box>`;
  }

  #renderGroup(group: DraftGroup) {
    const fields = draftFieldsOf(this.settings).filter((field) => field.group === group);
    if (fields.length === 0) return nothing;
    return html`<div class="group" role="group" aria-labelledby=${group}>
      <h3 id=${group}>${this.#words.term(groupHeadings[group])}</h3>
      ${group === 'person' ? this.#renderKnownId() : nothing}
      ${fields.map((field) => this.#renderField(field))}
    </div>`;
  }

  /** The session's national ID, which cannot be changed (P-39). */
  #renderKnownId() {
    const { knownId } = this.settings;
    return knownId
      ? html`<p>${fieldLabel(this.#words, this.market, 'nationalId')}: ${knownId}</p>`
      : nothing;
  }

  #renderField({ name, required }: DraftFieldUse) {
    const hint = name === 'message' ? this.#words.term('messageHint') : '';
    const view = { name, value: this.draft[name], error: this.#errorOf(name), required, hint };
    return renderDraftField(this.#words, this.market, view, this.today);
  }

  /** Language of the consent text that is shown. */
  get #consentLang(): Language {
    const own = this.consentLang ?? (this.textLang as Language | undefined);
    return (this.consentText && own) || this.#words.lang();
  }

  get #rules(): DraftRules {
    const { market, settings } = this;
    return { market, settings, today: this.today || browserToday() };
  }

  #errorOf(field: DraftField): string {
    const code = this.shown.get(field);
    return code === undefined ? '' : problemWords(this.#words, this.market, { field, code });
  }

  #showProblems(problems: readonly DraftProblem[]): void {
    this.shown = new Map(problems.map(({ field, code }) => [field, code]));
    this.summary = problems;
  }

  #focusSummary(): Promise<void> {
    return focusProblem(this, this.#words, 'opus-error-summary');
  }

  #handleInput(event: Event): void {
    // What is typed leaves the element only as `opus-draft`.
    event.stopPropagation();
    this.#take(event.target as HTMLInputElement);
  }

  #take({ name, value, checked }: HTMLInputElement): void {
    const now = name === 'consent' ? checked : value;
    if (this.draft[name as DraftField] === now) return;
    const isConsent = name === 'consent';
    // What was consented to is the text that stood there, whatever language is chosen later (P-28).
    const shown = isConsent ? { consentLang: this.#consentLang } : {};
    this.draft = { ...this.draft, ...shown, [name]: now };
    this.dispatchEvent(new OpusDraftEvent(this.draft));
    // The box leaves the focus where it is (`keepFocus`): what is right by now in that field is no longer called wrong.
    if (isConsent)
      for (const field of ['consent' as const, ...this.shown.keys()]) this.#recheck(field);
  }

  #handleLeave(event: FocusEvent): void {
    const { name } = event.target as HTMLInputElement;
    if (!Object.hasOwn(emptyDraft, name)) return;
    const field = name as DraftField;
    const value = this.draft[field];
    if (this.summary.length > 0 || (typeof value === 'string' && value.trim())) {
      this.#recheck(field);
    }
  }

  #recheck(field: DraftField): void {
    const code = checkDraftField(this.draft, field, this.#rules);
    if (this.shown.get(field) === code) return;
    const shown = new Map(this.shown);
    if (code) shown.set(field, code);
    else shown.delete(field);
    this.shown = shown;
  }

  #handleFieldChoose(event: OpusFieldChooseEvent): void {
    event.stopPropagation();
    this.focusField(event.field as DraftField);
  }

  #handleBack(): void {
    this.dispatchEvent(new OpusBackEvent());
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    // The box may have been ticked without an event; the fields have told theirs.
    this.#take((event.target as HTMLFormElement).elements.namedItem('consent') as HTMLInputElement);
    const problems = checkDraft(this.draft, this.#rules);
    this.#showProblems(problems);
    if (problems.length === 0) this.dispatchEvent(new OpusDetailsDoneEvent(this.draft));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-personal-details': PersonalDetails;
  }
}
