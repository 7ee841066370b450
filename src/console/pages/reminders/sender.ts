import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { css } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Market, SmsSenderInput } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import { readAll } from '../../catalogue/records.js';
import { selectField, textField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import type { RecordSource } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { senderWords } from './sender-words.js';

const markets: readonly Market[] = ['NO', 'SE', 'FI', 'DK'];
const states = ['asked', 'approved', 'refused'] as const;

interface Facts {
  readonly company: string;
  /** Of the company's own sender; undefined while the account's is in force. */
  readonly version: string | undefined;
}

/** Reads a company's sender, or nothing where it has none of its own. */
const senderSource = (
  api: StaffApi,
  id: string,
  learn: (facts: Facts) => void,
): RecordSource<SmsSenderInput> => ({
  read: async () => {
    const [companies, senders] = await Promise.all([
      readAll(api, 'companies'),
      readAll(api, 'sms-senders'),
    ]);
    const company = companies.find((one) => one.id === id);
    if (!company) throw new StaffError('not-found');
    if (!senders.some((one) => one.id === id)) {
      learn({ company: company.name, version: undefined });
      return { data: {}, version: undefined };
    }
    const { data, version } = await api.call('smsSender', { id });
    learn({ company: company.name, version });
    return { data: data as SmsSenderInput, version };
  },
  store: (draft, _before, version) =>
    api.call('putSmsSender', {
      id,
      body: draft,
      // The first one must not replace what somebody else has stored meanwhile.
      ...(version === undefined ? { isNew: true } : { version }),
    }),
});

/** Who the SMS of one company come from (*Firma*, M-08, M-14). */
export class SmsSenderEditor extends RecordPage<SmsSenderInput> {
  static override styles: CSSResultGroup = [
    RecordPage.styles,
    css`
      h3 {
        margin-block: 40px 4px;
        font-size: 1.1em;
      }
    `,
  ];

  /** Id of the company. */
  @property({ attribute: false }) company = '';
  @state() private facts: Facts | undefined;
  @state() private failure = '';
  protected override readonly editor = new RecordEditor<SmsSenderInput>(this);

  protected override get opens(): string {
    return this.company;
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.editor.open(senderSource(api, this.company, (facts) => (this.facts = facts)));
  }

  protected override get recordName(): string {
    return this.facts?.company ?? '';
  }

  protected override nameOf(path: string): string {
    const words = this.words(senderWords);
    const name = path.replace('approvals.', '');
    return name in words ? words[name as keyof typeof words] : path;
  }

  protected override shown(value: unknown, path: string): string {
    const words = this.words(senderWords);
    const known = states.find((one) => one === value);
    return known ? words[known] : super.shown(value, path);
  }

  protected override render(): TemplateResult {
    const words = this.words(senderWords);
    const back = toHash({ page: 'reminders', parts: ['senders'] });
    return html`<p><a href=${back}>‹ ${words.all}</a></p>
      <h2 class="record">${this.facts?.company ?? ''}</h2>
      ${super.render()}`;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(senderWords);
    const reason = this.reasonWithout('settings');
    return html`<div class="fields">
        ${textField({
          ...this.field('name', words.name, { hint: words.nameHint, reason }),
          ...{ maxLength: 11, whenEmpty: 'null' },
        })}
        ${textField({
          ...this.field('number', words.number, { hint: words.numberHint, reason }),
          ...{ type: 'tel', whenEmpty: 'null' },
        })}
      </div>
      <h3>${words.approvals}</h3>
      <p class="lead">${words.approvalsLead}</p>
      <div class="fields">
        ${markets.map((market) =>
          selectField({
            ...this.field(`approvals.${market}`, words[market], {
              hint: words[`${market}Hint`],
              reason,
            }),
            options: states.map((value) => ({ value, label: words[value] })),
            none: words.notAsked,
            whenEmpty: 'absent',
          }),
        )}
      </div>
      ${this.#renderStandard(reason)}`;
  }

  #renderStandard(reason: string | undefined): TemplateResult | typeof nothing {
    if (this.facts?.version === undefined) return nothing;
    return html`<p class="standard">
        <button
          class="link"
          type="button"
          ?disabled=${reason !== undefined}
          @click=${this.#toStandard}
        >
          ${this.words(senderWords).toStandard}
        </button>
      </p>
      ${this.failure ? html`<p class="notice problem" role="alert">${this.failure}</p>` : nothing}`;
  }

  readonly #toStandard = async () => {
    this.failure = '';
    try {
      const version = this.facts?.version;
      await this.console!.api.call('deleteSmsSender', { id: this.company, version });
      this.console!.say(this.words(senderWords).backAtStandard);
      this.open();
    } catch (error) {
      const failure = asStaffError(error);
      this.console!.failed(failure);
      this.failure =
        failure.code === 'version-conflict'
          ? fill(this.shell.changedMeanwhile, { name: this.recordName })
          : this.failureText(failure);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-sender': SmsSenderEditor;
  }
}
