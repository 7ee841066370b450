import { property } from 'lit/decorators.js';
import type { Language } from '../../../contract/index.js';
import { RecordPage } from '../../parts/record-page.js';
import { noDraft, type Draft } from './preview-fetch.js';

/** A section tells the page of its draft: what the preview shows. */
export class DraftEvent extends Event {
  /** `language`: of the page in the preview, where it is not that of the console. */
  constructor(
    readonly draft: Draft,
    readonly language?: Language,
  ) {
    super('opus-console-draft', { bubbles: true, composed: true });
  }
}

/** A part of the booking page's set-up that edits one record and shows its draft in the preview. */
export abstract class BookingPageSection<T extends object> extends RecordPage<T> {
  /** Of the whole account, so that a section can be greyed at once. */
  @property({ attribute: false }) reason: string | undefined;

  /** The draft as the preview takes it. */
  protected abstract toDraft(draft: T): Draft;
  #told: T | undefined;
  #toldLanguage: Language | undefined;

  /** Language that the preview speaks; undefined: that of the console. */
  protected get previewLanguage(): Language | undefined {
    return undefined;
  }

  protected override updated(): void {
    const { draft, isChanged } = this.editor;
    const { previewLanguage } = this;
    if (!draft || (draft === this.#told && previewLanguage === this.#toldLanguage)) return;
    this.#told = draft;
    this.#toldLanguage = previewLanguage;
    // Another section with nothing changed leaves the preview as it is.
    this.dispatchEvent(new DraftEvent(isChanged ? this.toDraft(draft) : noDraft, previewLanguage));
  }
}
