import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { TimeAlertsQuery, WaitingPatients } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { Asked } from './asked.js';
import { WaitingEvent, type OpenTime } from './waiting-events.js';
import { toInstantText } from './timebook-model.js';
import { waitingWords } from './waiting-words.js';

/** How many wait for an earlier time that a free one would do for (*Ønsker bedre tid*, P-48); shown where there are any. */
export class WaitingHere extends ConsoleElement {
  /** Undefined: none. */
  @property({ attribute: false }) open: OpenTime | undefined;
  /** IANA zone of the clinics. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  readonly #found = new Asked<TimeAlertsQuery, WaitingPatients>(
    this,
    async (query) => (await this.console!.api.call('timeAlerts', { query })).data,
  );

  protected override willUpdate(): void {
    this.#found.take(this.console && this.open && queryOf(this.open, this.timeZone));
  }

  protected override render(): TemplateResult {
    const { open } = this;
    const count = this.#found.current?.count ?? 0;
    // What shows nothing takes no room between the fields.
    this.hidden = count === 0;
    const words = this.words(waitingWords);
    return html`<div role="status">
      <button
        class="link"
        type="button"
        ?hidden=${this.hidden}
        @click=${() => this.dispatchEvent(new WaitingEvent(open))}
      >
        ${count === 1 ? words.countOne : fill(words.countMany, { count })}
      </button>
    </div>`;
  }
}

/** Those for whom a time would do. */
export function queryOf({ stretch, clinic }: OpenTime, timeZone: string): TimeAlertsQuery {
  const { date, clinician, from, to } = stretch;
  const at = (minutes: number) => toInstantText(date, minutes, timeZone);
  return { clinic, clinician, from: at(from), until: at(to) };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-waiting-here': WaitingHere;
  }
}
