import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PatientInput } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { RecordEditor } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { patientsWords, patientProblemWords } from './patients-words.js';

type Field = keyof PatientInput;

/** One patient on file (C-03): what the clinic knows, what is due, and the patient's rights over it. */
export class PatientEditor extends RecordPage<PatientInput> {
  /** Id of the patient; `new` for one who is added. */
  @property({ attribute: false }) record = '';
  protected override readonly editor = new RecordEditor<PatientInput>(this);
  #id = '';
  #saves = 0;

  get #isNew(): boolean {
    return this.record === 'new';
  }

  /** Also what is noted about SMS has to be stored. */
  override get isChanged(): boolean {
    const sms = this.renderRoot.querySelector('opus-console-patient-sms');
    return super.isChanged || (sms?.isChanged ?? false);
  }

  protected override get recordName(): string {
    const { firstName = '', lastName = '' } = this.editor.stored ?? {};
    return `${firstName} ${lastName}`.trim();
  }

  protected override nameOf(path: string): string {
    const words = this.words(patientsWords);
    return path in words ? words[path as keyof typeof words] : path;
  }

  protected override problemText(code: string): string {
    const words = this.words(patientProblemWords);
    return code in words ? words[code as keyof typeof words] : super.problemText(code);
  }

  protected override get opens(): string {
    return this.record;
  }

  protected override open(): void {
    this.#id = this.#isNew ? crypto.randomUUID() : this.record;
    const { api } = this.console!;
    const source = {
      read: async () => {
        const { data, version } = await api.call('patient', { id: this.#id });
        return { data: data as PatientInput, version };
      },
      store: (draft: PatientInput, _before: PatientInput, version: string | undefined) =>
        api.call('putPatient', { id: this.#id, body: draft, version }),
    };
    if (this.#isNew) this.editor.begin(source, { firstName: '', lastName: '' });
    else void this.editor.open(source);
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(patientsWords);
    const { stored } = this.editor;
    const mayShow = this.reasonWithout('privacy') === undefined;
    return html`
      <p class="back"><a href=${toHash({ page: 'patients' })}>‹ ${words.title}</a></p>
      <h2 class="record">${stored ? this.recordName : words.newPatient}</h2>
      <div class="fields section">
        ${this.#text('firstName', { required: true, maxLength: 100 })}
        ${this.#text('lastName', { required: true, maxLength: 100 })}
        ${this.#text('nationalId', {
          maxLength: 32,
          required: !stored,
          hint: stored && !mayShow ? words.maskedHint : undefined,
        })}
        ${this.#text('mobile', { maxLength: 32, type: 'tel', hint: words.mobileHint })}
        ${this.#text('email', { maxLength: 254, type: 'email' })}
        ${this.#text('address1', { maxLength: 200 })} ${this.#text('address2', { maxLength: 200 })}
        ${this.#text('postalCode', { maxLength: 16 })}
      </div>
    `;
  }

  protected override render(): TemplateResult {
    const { stored } = this.editor;
    return html`${super.render()}
    ${
      stored
        ? html`<opus-console-patient-sms
              .patient=${this.#id}
              .addresses=${stored}
            ></opus-console-patient-sms>
            <opus-console-patient-needs .patient=${this.#id}></opus-console-patient-needs>
            <opus-console-patient-privacy
              .patient=${this.#id}
              .name=${this.recordName}
            ></opus-console-patient-privacy>`
        : nothing
    }`;
  }

  #text(
    path: Field,
    more: Omit<Partial<Parameters<typeof textField>[0]>, 'form' | 'path' | 'label'>,
  ): TemplateResult {
    const { hint, required, ...rest } = more;
    return textField({
      ...this.field(path, this.words(patientsWords)[path], { hint }),
      ...rest,
      ...(required ? { required, whenEmpty: 'text' as const } : { whenEmpty: 'absent' as const }),
      autocomplete: 'off',
    });
  }

  protected override updated(): void {
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true }));
    // Who was new has an address now, and is open already.
    if (!this.#isNew) return;
    this.isOpenAs(this.#id);
    this.console?.go('patients', this.#id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient': PatientEditor;
  }
}
