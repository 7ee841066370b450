import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChoiceStep, StaffSettings } from '../../../contract/index.js';
import { isStepOrder } from '../../../domain/step-order.js';
import { switchField } from '../../parts/fields.js';
import { grip, gripStyles, OrderDrag } from '../../parts/order-drag.js';
import { RecordEditor } from '../../state/record-editor.js';
import { settingsSource } from '../../state/record-sources.js';
import { fill } from '../../words/in-language.js';
import { bookingPageWords } from './page-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

const names = {
  clinic: 'stepClinic',
  treatment: 'stepTreatment',
  clinician: 'stepClinician',
  time: 'stepTime',
} as const;

/** An order with one step at another place; undefined where no booking could go that way (P-02). */
function movedTo(
  order: readonly ChoiceStep[],
  step: ChoiceStep,
  index: number,
): ChoiceStep[] | undefined {
  if (index < 0 || index >= order.length) return undefined;
  const others = order.filter((other) => other !== step);
  const next = [...others.slice(0, index), step, ...others.slice(index)];
  return isStepOrder(next) ? next : undefined;
}

/** The order of steps 1 to 4, by drag or by keyboard, and the combined view (S-04, P-02, P-03). */
export class BookingPageSteps extends BookingPageSection<StaffSettings> {
  static override styles: CSSResultGroup = [
    BookingPageSection.styles,
    gripStyles,
    css`
      ol {
        display: grid;
        gap: 8px;
        max-inline-size: 420px;
        margin-block: 16px;
        counter-reset: step;
      }

      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 8px 4px 16px;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_paper);
        counter-increment: step;
        cursor: grab;
      }

      li::before {
        min-inline-size: 1.5em;
        color: var(--_ink-quiet);
        content: counter(step);
      }

      li.dragged {
        border-color: var(--_accent-border);
        background: var(--_accent-soft);
      }

      li .name {
        margin-inline-end: auto;
      }

      li button {
        inline-size: 44px;
        padding: 0;
      }

      ol.fixed li {
        cursor: default;
      }
    `,
  ];

  protected override readonly editor = new RecordEditor<StaffSettings>(this);
  readonly #drag = new OrderDrag(this, (step, index) => this.#move(step as ChoiceStep, index));

  protected override open(): void {
    void this.editor.open(settingsSource(this.console!.api));
  }

  protected override toDraft(settings: StaffSettings): Draft {
    return { settings };
  }

  protected override get recordName(): string {
    return this.words(bookingPageWords).steps;
  }

  protected override nameOf(): string {
    return this.words(bookingPageWords).steps;
  }

  protected override renderRecord({ stepOrder, combinedView }: StaffSettings): TemplateResult {
    const words = this.words(bookingPageWords);
    const reason = this.reason ?? (combinedView ? words.combinedReason : undefined);
    return html`<section class="section" aria-labelledby="steps">
      <h2 id="steps">${words.steps}</h2>
      <div class="fields">
        ${switchField(
          this.field('combinedView', words.combinedView, {
            hint: words.combinedViewHint,
            reason: this.reason,
          }),
        )}
      </div>
      <ol class=${reason === undefined ? '' : 'fixed'} aria-describedby="steps-hint">
        ${repeat(
          stepOrder,
          (step) => step,
          (step, index) => this.#renderStep(step, index, reason),
        )}
      </ol>
      <p class="hint" id="steps-hint">${reason ?? words.stepsHint}</p>
    </section>`;
  }

  #renderStep(step: ChoiceStep, index: number, reason: string | undefined): TemplateResult {
    const name = this.words(bookingPageWords)[names[step]];
    const isFixed = reason !== undefined;
    return html`<li
      class=${step === this.#drag.dragged ? 'dragged' : ''}
      data-id=${step}
      @pointerdown=${(event: PointerEvent) => !isFixed && this.#drag.begin(event, step)}
    >
      ${isFixed ? nothing : grip}<span class="name">${name}</span>
      ${this.#renderArrow(step, index - 1, fill(this.shell.moveUp, { name }), '↑', isFixed)}
      ${this.#renderArrow(step, index + 1, fill(this.shell.moveDown, { name }), '↓', isFixed)}
    </li>`;
  }

  #renderArrow(
    step: ChoiceStep,
    index: number,
    label: string,
    arrow: string,
    isFixed: boolean,
  ): TemplateResult {
    const isPossible = !isFixed && movedTo(this.#order, step, index) !== undefined;
    const move = async (event: Event) => {
      if (!isPossible) return;
      const button = event.currentTarget as HTMLElement;
      this.#move(step, index);
      await this.updateComplete;
      button.focus();
    };
    return html`<button
      class="button"
      type="button"
      aria-label=${label}
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${move}
    >
      ${arrow}
    </button>`;
  }

  get #order(): readonly ChoiceStep[] {
    return this.editor.draft?.stepOrder ?? [];
  }

  #move(step: ChoiceStep, index: number): void {
    const next = movedTo(this.#order, step, index);
    if (!next || this.#order[index] === step) return;
    this.editor.set('stepOrder', next);
    const words = this.words(bookingPageWords);
    this.console?.say(fill(words.moved, { name: words[names[step]], number: index + 1 }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-steps': BookingPageSteps;
  }
}
