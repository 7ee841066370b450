import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PatientsFound, SmsRun, SmsType } from '../../../contract/index.js';
import { dialogStyles } from '../../look/dialog-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { expiryProblem, smsExpiryWords } from '../../words/sms-expiry-words.js';
import { smsTypeWords } from '../../words/sms-words.js';
import { fieldWords } from '../messages/field-words.js';
import { MergeFieldController } from '../messages/merge-field-controller.js';
import { mergeTextStyles } from '../messages/merge-text-field.js';
import { leftText } from './left-text.js';
import type { ChosenEvent } from './recipient-list.js';
import type { RunList } from './run-list.js';
import type { AudienceName, DraftPart, Missing, SendDraft } from './send-draft.js';
import { audiences, emptyDraft, inputOf, isPlanned, missingOf, textInForce } from './send-draft.js';
import type { FieldSetup } from './send-fields.js';
import {
  renderClinic,
  renderExpiry,
  renderNumber,
  renderProblem,
  renderType,
  renderWhen,
} from './send-fields.js';
import { radios, renderQuestion } from './send-parts.js';
import { previewStyles, renderPreview } from './send-preview.js';
import { renderText } from './send-text.js';
import { sendStyles } from './send-styles.js';
import { leftWords } from './left-words.js';
import { sendWords } from './send-words.js';
import { SmsAsking } from './sms-asking.js';
import type { SmsSettings, TextsInForce } from './sms-settings.js';
import { readSmsSettings, readTextsInForce } from './sms-settings.js';

type Patient = PatientsFound['patients'][number];

/** Sends an SMS: to a patient, to a number, to many of the register, or to those who come on a day (M-11). */
export class SendSms extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    dialogStyles,
    mergeTextStyles,
    previewStyles,
    sendStyles,
  ];

  @state() private draft: SendDraft = emptyDraft;
  @state() private patient: Patient | undefined;
  @state() private lacking: Missing | undefined;
  @state() private done = '';
  @query('opus-console-sms-runs') private readonly runs!: RunList;
  readonly #settings = new Loaded<SmsSettings>(this);
  readonly #texts = new Loaded<TextsInForce>(this);
  readonly #asking = new SmsAsking(this, {
    api: () => this.console!.api,
    input: (now) => (missingOf(this.draft) ? undefined : inputOf(this.draft, now, this.#timeZone)),
    failed: (failure) => this.console?.failed(failure),
  });
  readonly #fields = new MergeFieldController(this, {
    labels: () => this.words(fieldWords),
    change: (text) => this.#set({ text }),
  });
  #sent = 0;

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    const { text, number } = this.draft;
    return text !== undefined || number !== '';
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#settings.load(() => readSmsSettings(api));
    void this.#texts.load(() => readTextsInForce(api));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { value } = this.#settings;
    if (value && !this.draft.clinic) {
      this.draft = { ...this.draft, clinic: value.clinics[0]?.id ?? '' };
    }
  }

  get #timeZone(): string {
    return this.#settings.value?.timeZone ?? 'UTC';
  }

  /** The text that stands in the field. */
  get #text(): string {
    const { text, type } = this.draft;
    const inForce = this.#texts.value;
    const { textLanguage } = this.#settings.value ?? {};
    if (text !== undefined || !inForce || !textLanguage) return text ?? '';
    return textInForce(inForce, type, textLanguage);
  }

  protected override problemText(code: string): string {
    const words = this.words(sendWords);
    if (code === 'country-code') return words.noCountry;
    if (code === 'service-number') return words.serviceNumber;
    if (code === 'too-big') return words.tooFar;
    return expiryProblem(code, this.words(smsExpiryWords)) ?? super.problemText(code);
  }

  /** What is wrong with a part of the draft, in words: what the service says of it, or that it is missing. */
  #problemOf(part: DraftPart): string | undefined {
    const words = this.words(sendWords);
    if (this.lacking === part) {
      return { recipient: words.nobody, text: words.noText, time: words.noTime }[this.lacking];
    }
    const path = {
      recipient: /^(numbers|patients|appointments)/,
      text: /^text/,
      time: /^sendsAt/,
      expiry: /^expiresAt/,
    };
    const found = this.#asking.wrong?.fields.find((field) => path[part].test(field.path));
    return found && this.problemText(found.code);
  }

  protected override render(): TemplateResult {
    return html`
      ${this.renderLoaded(this.#settings, (settings) =>
        this.renderLoaded(this.#texts, () => this.#renderForm(settings)),
      )}
      <opus-console-sms-runs></opus-console-sms-runs>
      ${this.#renderAsking()}
    `;
  }

  #renderForm(settings: SmsSettings): TemplateResult {
    const words = this.words(sendWords);
    const { whom } = this.draft;
    const { preview } = this.#asking;
    const fields = this.#fieldSetup;
    return html`<div class="both">
      <form class="fields" novalidate @submit=${this.#submit}>
        ${radios(
          'whom',
          words.whom,
          audiences.map((name) => [name, words[name]] as const),
          whom,
          (name) => this.#turnTo(name),
        )}
        ${this.#renderRecipient(settings)} ${renderProblem('recipient', fields)}
        ${renderType(this.draft, this.words(smsTypeWords), (type) => this.#turnType(type), fields)}
        ${renderText(this.draft, this.#text, this.#fields, {
          ...fields,
          language: this.language,
          textLanguage: settings.textLanguage,
          insert: (field) => this.#insert(field),
        })}
        ${renderClinic(this.draft, settings.clinics, fields)} ${renderWhen(this.draft, fields)}
        ${renderExpiry(this.draft, fields)} ${this.renderFailure()}
        <div class="row">
          <button class="button primary" ?disabled=${this.isBusy}>${this.#sendLabel()}</button>
          <span class="hint" role="status">${this.done}</span>
        </div>
      </form>
      <aside aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        ${
          preview
            ? renderPreview(preview, {
                words,
                left: this.words(leftWords),
                language: this.language,
              })
            : html`<p class="hint">${words.previewNone}</p>`
        }
      </aside>
    </div>`;
  }

  #sendLabel(): string {
    const words = this.words(sendWords);
    const count = this.#asking.preview?.messages ?? 0;
    return count > 1 ? fill(words.sendMany, { count }) : words.send;
  }

  #renderRecipient(settings: SmsSettings): TemplateResult {
    const { whom, number } = this.draft;
    switch (whom) {
      case 'patient':
        return this.#renderPatient();
      case 'number':
        return renderNumber(number, this.#fieldSetup, () => void this.#asking.look());
      case 'many':
      case 'day':
        // A new list after each sending, so that nobody is ticked any more.
        return html`${keyed(
          this.#sent,
          html`<opus-console-sms-recipients
            .ofDay=${whom === 'day'}
            .settings=${settings}
            @opus-console-chosen=${({ ids }: ChosenEvent) => this.#set({ chosen: ids })}
          ></opus-console-sms-recipients>`,
        )}`;
    }
  }

  #renderPatient(): TemplateResult {
    const words = this.words(sendWords);
    const { patient } = this;
    const name = patient ? `${patient.firstName} ${patient.lastName}` : '';
    return html`<div>
      <opus-console-patient-choice
        .patient=${patient}
        @opus-patient-chosen=${({ detail }: CustomEvent<Patient | undefined>) => {
          this.patient = detail;
          this.#set({ patient: detail?.id ?? '' });
        }}
      ></opus-console-patient-choice>
      ${
        patient && !patient.mobile
          ? html`<p class="notice">
              ${fill(words.noMobile, { name })}
              <a href=${toHash({ page: 'patients', parts: [patient.id] })}>${name}</a>
            </p>`
          : nothing
      }
    </div>`;
  }

  get #fieldSetup(): FieldSetup {
    return {
      words: this.words(sendWords),
      expiry: this.words(smsExpiryWords),
      problemOf: (part) => this.#problemOf(part),
      set: (part, options) => this.#set(part, options),
    };
  }

  #renderAsking(): TemplateResult | typeof nothing {
    const { times, preview } = this.#asking;
    if (times === 0 || !preview) return nothing;
    return renderQuestion(preview, {
      words: this.words(sendWords),
      isFirst: times === 1,
      without: leftText(preview.left, this.words(leftWords), this.language),
      onYes: () => {
        if (this.#asking.agree()) void this.#send();
      },
      onNo: () => this.#asking.stop(),
    });
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #set(part: Partial<SendDraft>, { isLooked = true } = {}): void {
    this.draft = { ...this.draft, ...part };
    this.lacking = undefined;
    this.failure = undefined;
    this.done = '';
    this.#asking.change({ isLooked });
  }

  #turnTo(whom: AudienceName): void {
    this.#asking.forget();
    this.#set({ whom, chosen: [], type: 'general', when: this.draft.when === 'at' ? 'at' : 'now' });
  }

  #turnType(type: SmsType): void {
    const { when } = this.draft;
    this.#set({
      type,
      text: undefined,
      when: when === 'at' ? when : isPlanned(type) ? 'planned' : 'now',
    });
  }

  #insert(field: string): void {
    const control = this.renderRoot.querySelector<HTMLTextAreaElement>('#text')!;
    control.setRangeText(field, control.selectionStart, control.selectionEnd, 'end');
    this.#set({ text: control.value });
    control.focus();
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.lacking = missingOf(this.draft);
    const answer = await this.#asking.ask();
    const { wrong } = this.#asking;
    if (wrong && wrong.fields.length === 0) this.failure = wrong;
    if (answer === 'send') await this.#send();
    if (answer !== 'no') return;
    await this.updateComplete;
    this.#focusProblem();
  };

  #focusProblem(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    const target = find('[aria-invalid="true"]') ?? find('#number');
    if (target) target.focus();
    else {
      const part = this.renderRoot.querySelector<LoadedPage>(
        'opus-console-patient-choice, opus-console-sms-recipients',
      );
      part?.renderRoot.querySelector<HTMLElement>('input, select, button')?.focus();
    }
  }

  async #send(): Promise<void> {
    const words = this.words(sendWords);
    const expected = this.#asking.preview?.messages;
    let run: SmsRun | undefined;
    const isSent = await this.run(async () => (run = await this.#asking.send()));
    if (!isSent || !run) return;
    const { total, made } = run;
    this.#begin();
    this.done = total === 1 ? words.sentOne : fill(words.sentMany, { count: expected ?? made });
    this.console!.say(this.done);
    await this.runs.refresh();
  }

  /** What comes next is another message. */
  #begin(): void {
    const { whom, clinic } = this.draft;
    this.#sent += 1;
    this.draft = { ...emptyDraft, whom, clinic };
    this.patient = undefined;
    this.#asking.forget();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-send': SendSms;
  }
}
