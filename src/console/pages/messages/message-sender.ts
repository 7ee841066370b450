import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { StaffSettings } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { RecordEditor } from '../../state/record-editor.js';
import { settingsSource } from '../../state/record-sources.js';
import { messagesWords } from './messages-words.js';

const fields = [
  { path: 'sender.emailName', label: 'emailName', maxLength: 100 },
  { path: 'sender.emailAddress', label: 'emailAddress', hint: 'emailAddressHint', type: 'email' },
  { path: 'sender.sms', label: 'senderSms', hint: 'senderSmsHint', maxLength: 64 },
] as const;

/** Who messages come from (S-06, M-08). */
export class MessageSender extends RecordPage<StaffSettings> {
  protected override readonly editor = new RecordEditor<StaffSettings>(this);

  protected override open(): void {
    void this.editor.open(settingsSource(this.console!.api));
  }

  protected override get recordName(): string {
    return this.words(messagesWords).sender;
  }

  protected override nameOf(path: string): string {
    const known = fields.find((field) => field.path === path);
    return known ? this.words(messagesWords)[known.label] : path;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(messagesWords);
    const reason = this.reasonWithout('settings');
    return html`<p class="lead">${words.senderLead}</p>
      <div class="fields">
        ${fields.map(({ path, label, ...more }) =>
          textField({
            ...this.field(path, words[label], {
              hint: 'hint' in more ? words[more.hint] : undefined,
              reason,
            }),
            ...('type' in more ? { type: more.type } : {}),
            ...('maxLength' in more ? { maxLength: more.maxLength } : {}),
            ...(path === 'sender.emailName' && this.console
              ? { placeholder: this.console.accountName }
              : {}),
            whenEmpty: 'null',
          }),
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-message-sender': MessageSender;
  }
}
