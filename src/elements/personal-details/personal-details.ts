import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FieldProblem, Market } from '../../contract/index.js';
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
import { keepFocus, renderConsent } from '../consent-box.js';
import { styles } from './personal-details.styles.js';
import { textFields } from './text-fields.js';

const groupHeadings = {
  person: 'groupPerson',
  contact: 'groupContact',
  address: 'groupAddress',
} as const satisfies Record<DraftGroup, string>;

const groups = Object.keys(groupHeadings) as DraftGroup[];

/**
 * The patient's form (P-25 to P-29). What is typed is kept outside: every `opus-draft` carries the form as it is now, and
 * comes back as `draft`, so that neither an error nor a step back nor another language loses anything.
 * @element opus-personal-details
 * @summary Personal details: the form with its checks and consent.
 * @slot - What else stands above the form, such as how long the time is held.
 * @csspart heading - The step's heading.
 * @csspart button - a button
 * @csspart primary - the button that leads on
 * @csspart label - a label
 * @csspart error - what is wrong, under its field
 */
export class PersonalDetails extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    consentStyles,
    actionStyles,
    styles,
  ];

  protected readonly exportedParts = new ExportedParts(this);
  private readonly words = new Localizer(this);

  @property() market: Market = 'NO';
  /** Which fields are shown (P-25): the account's settings. */
  @property({ attribute: false }) settings: DraftSettings = standardDraftSettings;
  /** The clinic's civil date, `YYYY-MM-DD`, else the browser's. */
  @property() today = '';
  /** What was typed so far, right or wrong. */
  @property({ attribute: false }) draft: PatientDraft = emptyDraft;
  /** What the service found wrong, by path such as `patient.nationalId`; shown as soon as it is set. */
  @property({ attribute: false }) problems: readonly FieldProblem[] = [];
  /** The account's consent text and its page (P-28), else the standard text. */
  @property({ attribute: 'consent-text' }) consentText = '';
  @property({ attribute: 'consent-url' }) consentUrl = '';
  /** Heading and text of the yellow box (P-27), else the market's standard text. */
  @property({ attribute: 'info-heading' }) infoHeading = '';
  @property({ attribute: 'info-text' }) infoText = '';
  /** BCP 47 language of the account's texts. */
  @property({ attribute: 'text-lang' }) textLang?: string;

  /** What is said to be wrong, as it was when a field was last left or the form last sent. */
  @state() private told: ReadonlyMap<DraftField, string> = new Map();
  /** What was wrong when the form was last sent. */
  @state() private summary: readonly DraftProblem[] = [];

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the step's heading; where something is wrong, to what that is. */
  focusHeading(): void {
    if (this.summary.length > 0) void this.focusSummary();
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
      this.tell(draftProblemsOf(this.problems));
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('summary') && this.summary.length > 0) void this.focusSummary();
  }

  protected override render() {
    return html`
      <h2 tabindex="-1" part="heading">${this.words.term('detailsHeading')}</h2>
      <p class="legend">${this.words.term('requiredLegend')}</p>
      <div class="top">
        ${this.renderSummary()} ${this.renderInfo()}
        <slot></slot>
      </div>
      <form
        novalidate
        @input=${this.handleInput}
        @change=${this.handleInput}
        @focusout=${this.handleLeave}
        @submit=${this.handleSubmit}
      >
        ${groups.map((group) => this.renderGroup(group))}
        ${renderConsent(
          this.words,
          { text: this.consentText, url: this.consentUrl, lang: this.textLang },
          this.draft.consent,
          this.errorOf('consent'),
        )}
        <div class="actions" @mousedown=${keepFocus}>
          <button class="link" type="button" @click=${this.handleBack}>
            ${this.words.term('back')}
          </button>
          <button class="button primary" part="button primary" type="submit">
            ${this.words.term('toReview')}
          </button>
        </div>
      </form>
    `;
  }

  private renderSummary() {
    if (this.summary.length === 0) return nothing;
    return html`<opus-error-summary
      heading=${this.words.term('problemsHeading', this.summary.length)}
      text=${this.words.term('nothingLost')}
      .items=${this.summary.map((problem) => ({
        field: problem.field,
        text: this.wordsOf(problem),
      }))}
      @opus-field-choose=${this.handleFieldChoose}
    ></opus-error-summary>`;
  }

  private renderInfo() {
    const own = this.infoHeading || this.infoText;
    const { fields, patientMessage } = this.settings;
    return own
      ? html`<opus-info-box
          heading=${this.infoHeading}
          text=${this.infoText}
          text-lang=${this.textLang ?? this.words.lang()}
        ></opus-info-box>`
      : html`<opus-info-box
          heading=${this.words.term('infoHeading')}
          text=${this.words.term('infoText', this.market, fields.campaignCode, patientMessage)}
        ></opus-info-box>`;
  }

  private renderGroup(group: DraftGroup) {
    const fields = draftFieldsOf(this.settings).filter((field) => field.group === group);
    if (fields.length === 0) return nothing;
    return html`<div class="group" role="group" aria-labelledby=${group}>
      <h3 id=${group}>${this.words.term(groupHeadings[group])}</h3>
      ${group === 'person' ? this.renderKnownId() : nothing}
      ${fields.map((field) => this.renderField(field))}
    </div>`;
  }

  /** Not to be changed: it is the session's (P-39). */
  private renderKnownId() {
    const { knownId } = this.settings;
    return knownId
      ? html`<p>${fieldLabel(this.words, this.market, 'nationalId')}: ${knownId}</p>`
      : nothing;
  }

  private renderField({ name, required }: DraftFieldUse) {
    const label = fieldLabel(this.words, this.market, name);
    const error = this.errorOf(name);
    const value = this.draft[name];
    if (name === 'nationalId') {
      return html`<opus-national-id-field
        name=${name}
        market=${this.market}
        today=${this.today}
        label=${label}
        error=${error}
        ?required=${required}
        .value=${value}
      ></opus-national-id-field>`;
    }
    if (name === 'mobile') {
      return html`<opus-phone-field
        name=${name}
        market=${this.market}
        label=${label}
        error=${error}
        ?required=${required}
        .value=${value}
      ></opus-phone-field>`;
    }
    const use = textFields[name];
    return html`<opus-text-field
      name=${name}
      label=${label}
      hint=${name === 'message' ? this.words.term('messageHint') : ''}
      error=${error}
      type=${use.type ?? 'text'}
      ?required=${required}
      ?multiline=${use.multiline}
      .autocomplete=${use.autocomplete}
      .inputMode=${use.inputMode ?? ''}
      .chars=${use.chars ?? 0}
      .max=${use.max ?? 0}
      .value=${value}
    ></opus-text-field>`;
  }

  private get rules(): DraftRules {
    const { market, settings } = this;
    return { market, settings, today: this.today || browserToday() };
  }

  private wordsOf(problem: DraftProblem): string {
    return problemWords(this.words, this.market, problem);
  }

  private errorOf(field: DraftField): string {
    const code = this.told.get(field);
    return code === undefined ? '' : this.wordsOf({ field, code });
  }

  private tell(problems: readonly DraftProblem[]): void {
    this.told = new Map(problems.map(({ field, code }) => [field, code]));
    this.summary = problems;
  }

  private async focusSummary(): Promise<void> {
    const summary = this.renderRoot.querySelector('opus-error-summary');
    await summary?.updateComplete;
    summary?.focus();
  }

  private handleInput(event: Event): void {
    // Keystrokes of the form are nobody else's business.
    event.stopPropagation();
    const { name, value, checked } = event.target as HTMLInputElement;
    const now = name === 'consent' ? checked : value;
    if (this.draft[name as DraftField] === now) return;
    this.draft = { ...this.draft, [name]: now };
    this.dispatchEvent(new OpusDraftEvent(this.draft));
    if (name === 'consent') this.recheck('consent');
  }

  private handleLeave(event: FocusEvent): void {
    const { name } = event.target as HTMLInputElement;
    if (!Object.hasOwn(emptyDraft, name)) return;
    const field = name as DraftField;
    const value = this.draft[field];
    if (this.summary.length > 0 || (typeof value === 'string' && value.trim())) {
      this.recheck(field);
    }
  }

  private recheck(field: DraftField): void {
    const code = checkDraftField(this.draft, field, this.rules);
    if (this.told.get(field) === code) return;
    const told = new Map(this.told);
    if (code) told.set(field, code);
    else told.delete(field);
    this.told = told;
  }

  private handleFieldChoose(event: OpusFieldChooseEvent): void {
    event.stopPropagation();
    this.focusField(event.field as DraftField);
  }

  private handleBack(): void {
    this.dispatchEvent(new OpusBackEvent());
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const problems = checkDraft(this.draft, this.rules);
    this.tell(problems);
    if (problems.length === 0) this.dispatchEvent(new OpusDetailsDoneEvent(this.draft));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-personal-details': PersonalDetails;
  }
}
