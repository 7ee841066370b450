import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { StaffError } from '../../api/staff-error.js';
import type { StaffApi } from '../../api/staff-api.js';
import { textField } from '../../parts/fields.js';
import { linesOf } from '../../parts/lines.js';
import { RecordPage } from '../../parts/record-page.js';
import { RecordEditor, type RecordSource } from '../../state/record-editor.js';
import { websitesWords } from './websites-words.js';

/** The clinic's own websites as they are typed, one a line. */
interface Websites {
  readonly origins: string;
}

/** The websites of the account's settings; what is wrong with one of them is said of the whole field. */
function websitesSource(api: StaffApi): RecordSource<Websites> {
  return {
    async read() {
      const { data, version } = await api.call('settings');
      return { data: { origins: data.allowedOrigins.join('\n') }, version };
    },
    async store({ origins }, _before, version) {
      try {
        await api.call('changeSettings', { body: { allowedOrigins: linesOf(origins) }, version });
      } catch (error) {
        if (!(error instanceof StaffError) || error.code !== 'invalid') throw error;
        const [{ code } = { code: 'origin' }] = error.fields;
        throw new StaffError('invalid', { fields: [{ path: 'origins', code }] });
      }
    },
  };
}

/** Which websites may hold the booking in a frame, and let patients log in (P-33, P-49). */
export class WebsitesForm extends RecordPage<Websites> {
  static override styles: CSSResultGroup = RecordPage.styles;

  protected override readonly editor = new RecordEditor<Websites>(this);

  protected override open(): void {
    void this.editor.open(websitesSource(this.console!.api));
  }

  protected override get recordName(): string {
    return this.words(websitesWords).title;
  }

  protected override nameOf(): string {
    return this.words(websitesWords).origins;
  }

  protected override problemText(code: string): string {
    const words = this.words(websitesWords);
    return code === 'origin'
      ? words.origin
      : code === 'https'
        ? words.https
        : super.problemText(code);
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(websitesWords);
    const reason = this.reasonWithout('settings');
    return html`<section class="section" aria-labelledby="websites">
      <h2 id="websites">${words.title}</h2>
      <p class="hint">${words.lead}</p>
      ${textField({
        ...this.field('origins', words.origins, { hint: words.hint, reason }),
        ...{ rows: 3, maxLength: 20_000, placeholder: 'https://www.example.com' },
      })}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-websites': WebsitesForm;
  }
}
