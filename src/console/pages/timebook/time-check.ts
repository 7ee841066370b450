import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TimebookCheck, TimebookCheckInput, TimebookClash } from '../../../contract/index.js';
import { choiceStyles } from '../../look/choice-styles.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { Asked } from './asked.js';
import { timeCheckWords } from './time-check-words.js';
import { toClock, toMinutes } from './timebook-model.js';

/** What takes a yes of its own. */
type PassedOver = Exclude<TimebookClash, 'outside-preblock'>;

/** The clashes that somebody has seen and said yes to: for the time, and for cancelling what is there. */
export interface ChosenOverrides {
  readonly time: readonly TimebookClash[];
  readonly cancel: readonly TimebookClash[];
}

export const noOverrides: ChosenOverrides = { time: [], cancel: [] };

/**
 * What stands against an appointment's time where it is to be, before it is there (C-07): what others have, and what may be passed over
 * by whoever has the right, each by a yes of its own, which ends when the time changes. Fires `opus-overrides-chosen`.
 */
export class TimeCheck extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    choiceStyles,
    css`
      .notice {
        display: grid;
        gap: 8px;
      }

      .notice p {
        margin: 0;
      }
    `,
  ];

  /** Of which time; undefined: of none. */
  @property({ attribute: false }) about: TimebookCheckInput | undefined;
  /** Why nothing can be passed over; undefined where it can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  @state() private yes: readonly TimebookClash[] = [];
  readonly #found = new Asked<TimebookCheckInput, TimebookCheck>(
    this,
    async (body) => (await this.console!.api.call('checkTimebook', { body })).data,
  );

  protected override willUpdate(): void {
    // A yes is to the time that it was about.
    if (this.#found.take(this.console && this.about)) this.#choose([]);
  }

  /** Asks once more: what was true when it was asked may not be any more. */
  again(): void {
    this.#choose([]);
    this.#found.again();
  }

  protected override render(): TemplateResult | typeof nothing {
    const found = this.#found.current;
    const all = found ? clashesOf(found) : [];
    // Outside of the preblocks staff book every day: it is told, and takes no yes.
    const clashes = all.filter((clash): clash is PassedOver => clash !== 'outside-preblock');
    const isOutside = all.length > clashes.length;
    const words = this.words(timeCheckWords);
    const said = [
      ...(found ? this.#notes(found) : []),
      ...(isOutside ? [words['outside-preblock']] : []),
    ];
    // What shows nothing takes no room between the fields.
    this.hidden = clashes.length === 0 && said.length === 0;
    return html`<div role="status">
      ${
        this.hidden
          ? nothing
          : html`<div class="notice">
              ${said.map((text) => html`<p>${text}</p>`)}
              ${clashes.map(
                (clash) =>
                  html`<p>${words[clash]}</p>
                    ${this.#renderYes(clash)}`,
              )}
            </div>`
      }
    </div>`;
  }

  #notes({ taken, hasResource, isWorked }: TimebookCheck): string[] {
    const words = this.words(timeCheckWords);
    const times = taken.map(({ start, minutes }) => {
      const from = toMinutes(start.slice(11, 16));
      return `${toClock(from)}–${toClock(Math.min(1440, from + minutes))}`;
    });
    return [
      ...(times.length > 0 ? [fill(words.taken, { times: times.join(', ') })] : []),
      ...(hasResource ? [] : [words.noResource]),
      ...(isWorked ? [] : [words.notWorked]),
    ];
  }

  #renderYes(clash: PassedOver): TemplateResult {
    const words = this.words(timeCheckWords);
    if (this.overrideReason) return html`<p class="reason">${this.overrideReason}</p>`;
    const flip = (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      const others = this.yes.filter((one) => one !== clash);
      this.#choose(checked ? [...others, clash] : others);
    };
    return html`<label class="choice"
      ><input type="checkbox" .checked=${this.yes.includes(clash)} @change=${flip} />${
        words[`${clash}Yes`]
      }</label
    >`;
  }

  #choose(yes: readonly TimebookClash[]): void {
    if (yes.length === 0 && this.yes.length === 0) return;
    this.yes = yes;
    const { clashes = [], cancelClashes = [] } = this.#found.current ?? {};
    const detail: ChosenOverrides = {
      time: clashes.filter((clash) => yes.includes(clash)),
      cancel: cancelClashes.filter((clash) => yes.includes(clash)),
    };
    this.dispatchEvent(new CustomEvent('opus-overrides-chosen', { detail }));
  }
}

const clashesOf = ({ clashes, cancelClashes }: TimebookCheck): TimebookClash[] => [
  ...new Set([...clashes, ...cancelClashes]),
];

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-time-check': TimeCheck;
  }
}
