import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Part } from '../../domain/selection.js';
import type { Page } from '../../domain/step-order.js';
import { OpusGoToEvent } from '../../events/go-to-event.js';
import { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import { baseStyles } from '../../theme/base-styles.js';
import { tickIcon } from '../../theme/icons.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './steps.styles.js';

/**
 * The step indicator: done steps are buttons, the current one is marked, later ones are plain text (P-01, P-03).
 * Where there is little room, one line and a progress bar.
 * @element opus-steps
 * @summary Step indicator.
 * @csspart stage - One step.
 */
export class Steps extends OpusElement {
  static override styles = [baseStyles, styles];

  readonly #words = new Localizer(this);

  /** The pages of the flow in their order. */
  @property({ attribute: false }) pages: readonly Page[] = [];
  /** Index of the page in view. */
  @property({ type: Number }) current = 0;
  /** Indexes of the done pages that the patient can return to, without skipped ones (P-06). Absent: all. */
  @property({ attribute: false }) reachable?: readonly number[];

  protected override render() {
    const { pages, current } = this;
    const page = pages[current];
    if (!page) return nothing;
    return html`<nav aria-label=${this.#words.term('stepsLabel')}>
      <p aria-current="step">
        <span class="of">${this.#words.term('stepOf', current + 1, pages.length)}</span>
        <span class="dot" aria-hidden="true">·</span>
        <strong>${this.#nameOf(page)}</strong>
      </p>
      <div class="progress" aria-hidden="true">
        ${pages.map((_, index) => html`<i class=${index > current ? '' : 'filled'}></i>`)}
      </div>
      <ol role="list">
        ${pages.map((each, index) => this.#renderStep(each, index))}
      </ol>
    </nav>`;
  }

  #renderStep(page: Page, index: number) {
    const { current, reachable } = this;
    const isDone = index < current;
    const [part] = page.parts;
    const content = html`<span class="mark" aria-hidden="true"
        >${isDone ? tickIcon : index + 1}</span
      ><span class="name"
        >${this.#nameOf(page)}${
          isDone
            ? html`<span class="visually-hidden">, ${this.#words.term('stepDone')}</span>`
            : nothing
        }</span
      >`;
    return html`<li
      class=${isDone ? 'done' : index === current ? 'current' : ''}
      aria-current=${ifDefined(index === current ? 'step' : undefined)}
    >
      ${
        isDone && part && (reachable?.includes(index) ?? true)
          ? html`<button class="step" part="stage" type="button" @click=${() => this.#goTo(part)}>
              ${content}
            </button>`
          : html`<span class="step" part="stage">${content}</span>`
      }
    </li>`;
  }

  #nameOf({ parts }: Page): string {
    const [one = '', other] = parts.map((part) => this.#words.term(stepKeys[part]));
    return other ? this.#words.term('bothSteps', one, other) : one;
  }

  #goTo(part: Part) {
    this.dispatchEvent(new OpusGoToEvent(part));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-steps': Steps;
  }
}
