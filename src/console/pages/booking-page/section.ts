import { property } from 'lit/decorators.js';
import type { PropertyValues } from 'lit';
import { RecordPage } from '../../parts/record-page.js';
import { noDraft, type Draft } from './preview-fetch.js';

/** A section tells the page of its draft: what the preview shows. */
export class DraftEvent extends Event {
  constructor(readonly draft: Draft) {
    super('opus-console-draft', { bubbles: true, composed: true });
  }
}

/** A part of the booking page's set-up that edits one record and shows its draft in the preview. */
export abstract class BookingPageSection<T extends object> extends RecordPage<T> {
  /** Of the whole account, so that a section can be greyed at once. */
  @property({ attribute: false }) reason: string | undefined;

  /** The draft as the preview takes it. */
  protected abstract toDraft(draft: T): Draft;
  /** Reads the record. */
  protected abstract open(): void;
  #told: T | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.console && this.editor.status === 'loading' && !this.#isOpen) {
      this.#isOpen = true;
      this.open();
    }
  }

  #isOpen = false;

  protected override updated(): void {
    const { draft, isChanged } = this.editor;
    if (!draft || draft === this.#told) return;
    this.#told = draft;
    // Another section with nothing changed leaves the preview as it is.
    this.dispatchEvent(new DraftEvent(isChanged ? this.toDraft(draft) : noDraft));
  }
}
