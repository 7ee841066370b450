import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DialogPart } from './dialog-part.js';
import type { NewPlace } from './new-requests.js';
import type { Stretch } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';

/** Another time or clinic was chosen for what is new. */
export class PlaceEvent extends Event {
  static readonly type = 'opus-timebook-place';
  constructor(readonly place: Partial<Pick<NewPart, 'stretch' | 'clock' | 'clinic'>>) {
    super(PlaceEvent.type, { bubbles: true });
  }
}

/**
 * Base of what is done with a stretch of somebody's day: its time and clinic, which stay when something else is to lie there, the fields
 * of what it is, and the button that does it.
 */
export abstract class NewPart extends DialogPart {
  @property({ attribute: false }) stretch!: Stretch;
  /** As typed: incomplete while somebody types. */
  @property({ attribute: false }) clock!: Pick<NewPlace, 'from' | 'to'>;
  /** Id of the clinic. */
  @property() clinic = '';
  /** Why it can't be done here; undefined where it can. */
  @property({ attribute: false }) reason: string | undefined;
  /** Why nothing can be passed over; undefined where it can. */
  @property({ attribute: false }) overrideReason: string | undefined;

  /** Does it, and returns what is to be said. */
  protected abstract send(): Promise<string>;

  protected get where(): NewPlace {
    const { clinician, date } = this.stretch;
    return { clinician, clinic: this.clinic, date, ...this.clock };
  }

  /** Whether both times are whole. */
  protected get isWhole(): boolean {
    return [this.clock.from, this.clock.to].every((clock) => /^\d\d:\d\d$/.test(clock));
  }

  protected put(place: PlaceEvent['place']): void {
    this.dispatchEvent(new PlaceEvent(place));
  }

  protected renderForm(
    fields: TemplateResult,
    { heading, button }: { heading?: string; button: string },
  ): TemplateResult {
    const words = this.words(timebookWords);
    const { clock, reason } = this;
    const clinics = this.#ownClinics();
    return html`<form @submit=${this.#submit}>
      ${heading ? html`<p><b>${heading}</b></p>` : nothing}
      <div class="pair">
        ${this.time(words.from, 'from', clock.from, (from) => this.put({ clock: { ...clock, from } }))}
        ${this.time(words.to, 'to', clock.to, (to) => this.put({ clock: { ...clock, to } }))}
      </div>
      ${
        clinics.length > 1
          ? this.select(words.clinic, 'clinic', clinics, this.clinic, (clinic) =>
              this.put({ clinic }),
            )
          : nothing
      }
      ${fields} ${reason ? html`<p class="reason">${reason}</p>` : nothing} ${this.renderFailure()}
      <p class="row">
        <button
          class="button primary"
          type="submit"
          ?disabled=${this.isBusy || reason !== undefined}
        >
          ${button}
        </button>
        <button class="button" type="button" @click=${this.close}>${words.close}</button>
      </p>
    </form>`;
  }

  #ownClinics() {
    const own = this.settings.clinicians.find(({ id }) => id === this.stretch.clinician)?.clinics;
    const ids = new Set(own?.map(({ clinic }) => clinic));
    return this.settings.clinics.filter(({ id }) => ids.has(id));
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.run(() => this.send());
  };
}

declare global {
  interface GlobalEventHandlersEventMap {
    'opus-timebook-place': PlaceEvent;
  }
}
