import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { property, state } from 'lit/decorators.js';
import { isEqual } from '../../../domain/is-equal.js';
import { DialogPart } from './dialog-part.js';
import { renderHere } from './here-already.js';
import { beginningOf, clockFor, type Beginning, type Kind } from './new-beginning.js';
import type { PlaceEvent } from './new-part.js';
import { OpenEvent } from './timebook-events.js';
import type { Item, Stretch } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';
import type { BookedFor } from './waiting-events.js';

/** What to do with a stretch of somebody's day: work, publish, or book (C-07, C-10). */
export class NewDialog extends DialogPart {
  @property({ attribute: false }) stretch!: Stretch;
  /** What lies there already. */
  @property({ attribute: false }) here: readonly Item[] = [];
  /** What is proposed; else what is missing there. */
  @property({ attribute: false }) proposed: Kind | undefined;
  /** Why working time and preblocks can't be placed here; undefined where they can. */
  @property({ attribute: false }) publishReason: string | undefined;
  @property({ attribute: false }) bookReason: string | undefined;
  /** Why nothing can be passed over; undefined where it can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  /** Somebody who waits for an earlier time, whom it is begun for. */
  @property({ attribute: false }) bookedFor: BookedFor | undefined;
  @state() private kind!: Kind;
  @state() private clock!: Beginning['clock'];
  @state() private clinic = '';

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { stretch, here, settings, proposed, publishReason } = this;
    Object.assign(
      this,
      beginningOf(stretch, here, settings, { proposed, mayPublish: !publishReason }),
    );
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const kinds: readonly (readonly [Kind, string])[] = [
      ['working-time', words.working],
      ['preblock', words.preblock],
      ['appointment', words.appointment],
    ];
    const { kind } = this;
    return html`
      ${renderHere(this.here, {
        words,
        settings: this.settings,
        open: (item) => this.dispatchEvent(new OpenEvent(item, this.stretch)),
      })}
      <div class="fields" @opus-timebook-place=${this.#takePlace}>
        ${this.choose('kind', words.whatNew, kinds, kind, (chosen) => this.#takeKind(chosen))}
        ${
          // What was typed for one of them is still there after a look at another.
          cache(kind === 'appointment' ? this.#renderBooking() : this.#renderPlacing(kind))
        }
      </div>
    `;
  }

  override focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  }

  #renderPlacing(kind: Exclude<Kind, 'appointment'>): TemplateResult {
    return html`<opus-console-timebook-new-placing
      .settings=${this.settings}
      .stretch=${this.stretch}
      .kind=${kind}
      .clock=${this.clock}
      .clinic=${this.clinic}
      .reason=${this.publishReason}
      .overrideReason=${this.overrideReason}
    ></opus-console-timebook-new-placing>`;
  }

  #renderBooking(): TemplateResult {
    return html`<opus-console-timebook-new-booking
      .settings=${this.settings}
      .stretch=${this.stretch}
      .clock=${this.clock}
      .clinic=${this.clinic}
      .reason=${this.bookReason}
      .bookedFor=${this.bookedFor}
      .overrideReason=${this.overrideReason}
    ></opus-console-timebook-new-booking>`;
  }

  /** A time that nobody has typed follows what is to lie there. */
  #takeKind(kind: Kind): void {
    const { stretch, settings } = this;
    const isUntouched = isEqual(this.clock, clockFor(this.kind, stretch, settings));
    this.kind = kind;
    if (isUntouched) this.clock = clockFor(kind, stretch, settings);
  }

  readonly #takePlace = ({ place }: PlaceEvent): void => {
    Object.assign(this, place);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-new': NewDialog;
  }
}
