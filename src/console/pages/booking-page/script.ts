import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { PageScript } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import { RecordEditor } from '../../state/record-editor.js';
import { scriptSource } from '../../state/record-sources.js';
import { bookingPageWords } from './page-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

/** The script of the hosted page (S-07, P-41). It is stored here and never runs in the console. */
export class BookingPageScript extends BookingPageSection<PageScript> {
  protected override readonly editor = new RecordEditor<PageScript>(this);

  protected override open(): void {
    void this.editor.open(scriptSource(this.console!.api));
  }

  protected override toDraft(): Draft {
    return {};
  }

  protected override get recordName(): string {
    return this.words(bookingPageWords).script;
  }

  protected override nameOf(): string {
    return this.words(bookingPageWords).scriptHtml;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(bookingPageWords);
    return html`<section class="section">
      ${textField({
        ...this.field('html', words.scriptHtml, { hint: words.scriptHint, reason: this.reason }),
        rows: 14,
        maxLength: 20_000,
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-script': BookingPageScript;
  }
}
