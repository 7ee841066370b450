import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { AccountStatus, StaffStatus } from '../../../contract/index.js';
import { switchField } from '../../parts/fields.js';
import { RecordEditor } from '../../state/record-editor.js';
import { statusSource } from '../../state/record-sources.js';
import { openingWords } from './opening-words.js';
import { bookingPageWords } from './page-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

type Name = keyof Omit<StaffStatus, 'status'>;

/** In the order of how much each closes. */
const names: readonly Name[] = ['newBookingOff', 'maintenance', 'unpublished'];
const fromClosed = [...names].reverse();
const statuses: Readonly<Record<Name, AccountStatus>> = {
  newBookingOff: 'new-booking-off',
  maintenance: 'maintenance',
  unpublished: 'unpublished',
};

/** What patients meet: of the switches that are on, the one that closes most decides. */
const closing = (draft: StaffStatus) => fromClosed.find((name) => draft[name]);

/** Maintenance, unpublished, new booking off: three switches, each by itself (P-40, S-04). */
export class BookingPageOpening extends BookingPageSection<StaffStatus> {
  protected override readonly editor = new RecordEditor<StaffStatus>(this);

  protected override open(): void {
    void this.editor.open(statusSource(this.console!.api));
  }

  protected override toDraft(draft: StaffStatus): Draft {
    const name = closing(draft);
    return { status: name ? statuses[name] : 'open' };
  }

  protected override get recordName(): string {
    return this.words(bookingPageWords).opening;
  }

  protected override nameOf(path: string): string {
    return path === 'status' ? this.recordName : this.words(openingWords)[path as Name];
  }

  protected override renderRecord(draft: StaffStatus): TemplateResult {
    const words = this.words(openingWords);
    const name = closing(draft);
    return html`<section class="section" aria-labelledby="opening">
      <h2 id="opening">${this.recordName}</h2>
      <p class="hint">${words.independent}</p>
      <div class="fields">
        ${names.map((one) =>
          switchField(
            this.field(one, words[one], { hint: words[`${one}Hint`], reason: this.reason }),
          ),
        )}
      </div>
      <p role="status">${words.now} <strong>${name ? words[name] : words.isOpen}</strong></p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-opening': BookingPageOpening;
  }
}
