import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MessageTextInput, StaffSettings } from '../../../contract/index.js';
import type {
  MergeField,
  MergeFieldProblem,
  MergeValues,
} from '../../../domain/message-text/merge-fields.js';
import { switchField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { Loaded } from '../../state/loaded.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { languageName } from '../../words/language-name.js';
import type { CheckedDraft } from './draft-check.js';
import { checkDraft } from './draft-check.js';
import { fieldWords } from './field-words.js';
import { lengthText } from './length-text.js';
import { MergeFieldController } from './merge-field-controller.js';
import { mergeTextField, mergeTextStyles } from './merge-text-field.js';
import { messageSource } from './message-source.js';
import type { MessageFacts } from './message-source.js';
import { messagesWords } from './messages-words.js';

type Part = 'subject' | 'text';
const fieldNames = Object.keys(fieldWords) as MergeField[];

/** One text of a message, its merge fields, and what it looks like with sample values (S-06). */
export class MessageTextEditor extends RecordPage<MessageTextInput> {
  static override styles: CSSResultGroup = [
    RecordPage.styles,
    mergeTextStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      .both {
        display: grid;
        gap: 48px;
      }

      .aside {
        display: grid;
        gap: 40px;
        align-content: start;
      }

      h2.record {
        margin-block-start: 12px;
      }

      opus-console-message-preview {
        display: block;
        margin-block-start: 16px;
      }

      @container (min-width: 900px) {
        .both {
          grid-template-columns: minmax(380px, 1fr) minmax(340px, 1fr);
        }
      }
    `,
  ];

  /** Id of the text, such as `booked-sms-nb`. */
  @property({ attribute: false }) message = '';
  @state() private facts: MessageFacts | undefined;
  @state() private isLeavingOwn = false;
  @state() private resetFailure = '';
  protected override readonly editor = new RecordEditor<MessageTextInput>(this);
  readonly #settings = new Loaded<StaffSettings>(this);
  readonly #controllers: Record<Part, MergeFieldController<MergeField>> = {
    subject: this.#controllerOf('subject'),
    text: this.#controllerOf('text'),
  };
  /** Where a button puts its field. */
  #focused: Part = 'text';

  #controllerOf(part: Part): MergeFieldController<MergeField> {
    return new MergeFieldController<MergeField>(this, {
      labels: () => this.words(fieldWords),
      change: (text) => this.editor.set(part, text),
    });
  }

  protected override get opens(): string {
    return this.message;
  }

  protected override open(): void {
    const { api } = this.console!;
    this.#focused = 'text';
    if (!this.#settings.value) {
      void this.#settings.load(async () => (await api.call('settings')).data);
    }
    void this.editor.open(messageSource(api, this.message, (facts) => (this.facts = facts)));
  }

  protected override get recordName(): string {
    return this.words(messagesWords).text;
  }

  protected override nameOf(path: string): string {
    const words = this.words(messagesWords);
    return path === 'format' ? words.html : words[path as Part];
  }

  get #checked(): CheckedDraft | undefined {
    const { facts } = this;
    const { draft } = this.editor;
    if (!facts || !draft) return undefined;
    const samples = facts.samples[facts.text.lang] as MergeValues;
    return checkDraft(draft, facts.text.channel, samples);
  }

  protected override render(): TemplateResult {
    const words = this.words(messagesWords);
    const { facts } = this;
    return html`
      <p><a href=${toHash({ page: 'messages', parts: ['texts'] })}>${words.allTexts}</a></p>
      ${facts ? html`<h2 class="record">${this.#titleOf(facts)}</h2>` : nothing}
      <div class="both">
        <div>${super.render()}</div>
        ${facts && this.editor.draft ? this.#renderAside(facts) : nothing}
      </div>
    `;
  }

  #titleOf({ text: { event, channel, lang } }: MessageFacts): string {
    const words = this.words(messagesWords);
    return [words[event], words[channel], languageName(lang, this.language)].join(' · ');
  }

  protected override renderRecord(draft: MessageTextInput): TemplateResult {
    const words = this.words(messagesWords);
    const { facts } = this;
    const checked = this.#checked;
    if (!facts || !checked) return html``;
    const isEmail = facts.text.channel === 'email';
    return html`<div class="fields">
      ${isEmail ? this.#renderText('subject', draft.subject ?? '', checked.subjectProblem) : nothing}
      ${this.#renderText('text', draft.text, checked.textProblem)} ${this.#renderNotes(checked)}
      ${
        isEmail
          ? switchField({
              ...this.field('format', words.html, {
                hint: words.htmlHint,
                reason: this.reasonWithout('settings'),
              }),
              form: {
                valueOf: () => draft.format === 'html',
                set: (path, on) => this.editor.set(path, on === true ? 'html' : 'plain'),
                problemOf: (path) => this.editor.problemOf(path),
              },
            })
          : nothing
      }
      ${this.#renderFields(facts)} ${this.#renderStandard(facts)}
    </div>`;
  }

  #renderText(part: Part, value: string, problem: MergeFieldProblem | undefined): TemplateResult {
    const words = this.words(messagesWords);
    const controller = this.#controllers[part];
    const refused = this.editor.problemOf(part);
    return mergeTextField({
      id: part,
      label: words[part],
      value,
      ...(part === 'text' ? { rows: this.facts?.text.channel === 'sms' ? 8 : 16 } : {}),
      hint: part === 'text' ? words.textHint : words.subjectHint,
      reason: this.reasonWithout('settings'),
      problem: problem
        ? fill(problem.code === 'unknown-field' ? words.unknownField : words.fieldInTag, {
            field: problem.field,
          })
        : refused && this.problemText(refused),
      labels: this.words(fieldWords),
      listLabel: words.fieldList,
      listHint: fill(words.fieldListHint, { count: controller.matches.length }),
      controller,
      onInput: (text) => this.editor.set(part, text),
      onFocus: () => (this.#focused = part),
    });
  }

  #renderNotes({ length, unusual, namesTreatment }: CheckedDraft): TemplateResult {
    const words = this.words(messagesWords);
    return html`
      ${length ? html`<p class="hint length">${lengthText(length, words)}</p>` : nothing}
      ${unusual ? html`<p class="hint">${fill(words.unusual, { character: unusual })}</p>` : nothing}
      ${namesTreatment ? html`<p class="notice">${words.healthData}</p>` : nothing}
    `;
  }

  #renderFields({ samples, text: { lang } }: MessageFacts): TemplateResult {
    const words = this.words(messagesWords);
    const labels = this.words(fieldWords);
    const isFixed = this.reasonWithout('settings') !== undefined;
    const keepFocus = (event: Event) => event.preventDefault();
    return html`<div role="group" aria-labelledby="insert">
      <p id="insert"><strong>${words.insert}</strong></p>
      <div class="chips">
        ${fieldNames.map(
          (field) =>
            html`<button
              class="chip"
              type="button"
              title="[${field}]"
              ?disabled=${isFixed}
              @pointerdown=${keepFocus}
              @click=${() => this.#controllers[this.#focused].insert(field)}
            >
              ${labels[field]}
            </button>`,
        )}
      </div>
      ${samples[lang]?.MOVE_LINK === '' ? html`<p class="hint">${words.noLinks}</p>` : nothing}
    </div>`;
  }

  #renderStandard({ text: { isStandard } }: MessageFacts): TemplateResult {
    const words = this.words(messagesWords);
    if (isStandard) return html`<p class="hint">${words.isStandard}</p>`;
    const isFixed = this.reasonWithout('settings') !== undefined;
    return html`<p>
        <button
          class="link"
          type="button"
          ?disabled=${isFixed || this.isLeavingOwn}
          @click=${this.#toStandard}
        >
          ${words.toStandard}
        </button>
      </p>
      ${this.resetFailure ? html`<p class="notice problem" role="alert">${this.resetFailure}</p>` : nothing}`;
  }

  #renderAside({ text }: MessageFacts): TemplateResult {
    const words = this.words(messagesWords);
    const { draft } = this.editor;
    const checked = this.#checked;
    return html`<div class="aside">
      <section aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        <p class="hint">${words.previewHint}</p>
        <opus-console-message-preview
          .channel=${text.channel}
          .subject=${checked?.subject || text.subject || ''}
          .text=${checked?.text ?? ''}
          .isHtml=${draft?.format === 'html'}
          .sender=${this.#senderOf(text.channel)}
          .textLanguage=${text.lang}
        ></opus-console-message-preview>
      </section>
      <opus-console-message-test
        .message=${this.message}
        .channel=${text.channel}
        .draft=${draft}
      ></opus-console-message-test>
    </div>`;
  }

  #senderOf(channel: 'sms' | 'email'): string {
    const sender = this.#settings.value?.sender;
    const { accountName = '' } = this.console ?? {};
    if (channel === 'sms') return sender?.sms ?? '';
    const name = sender?.emailName ?? accountName;
    return sender?.emailAddress ? `${name} <${sender.emailAddress}>` : name;
  }

  readonly #toStandard = async () => {
    const { message: id } = this;
    const version = this.facts?.version;
    this.isLeavingOwn = true;
    this.resetFailure = '';
    try {
      await this.console!.api.call('deleteMessageText', { id, version });
      this.console!.say(this.words(messagesWords).backAtStandard);
      this.open();
    } catch (error) {
      const failure = asStaffError(error);
      this.console!.failed(failure);
      const { text: name } = this.words(messagesWords);
      this.resetFailure =
        failure.code === 'version-conflict'
          ? fill(this.shell.changedMeanwhile, { name })
          : this.failureText(failure);
    }
    this.isLeavingOwn = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-message-text': MessageTextEditor;
  }
}
