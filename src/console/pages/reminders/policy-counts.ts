import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReminderPreview, Reminders } from '../../../contract/index.js';
import { isEqual } from '../../../domain/is-equal.js';
import { dialogStyles } from '../../look/dialog-styles.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { timelineWords } from './timeline-words.js';

/** What was answered to the question whether a policy is to be saved. */
export class CountsAnsweredEvent extends Event {
  constructor(readonly isSure: boolean) {
    super('opus-console-counts-answered');
  }
}

/** Whether a changed policy does something to what waits, or to what would: only then there is something to ask (M-16). */
export const changesQueue = ({ before, after }: ReminderPreview): boolean =>
  before.messages + after.messages > 0;

/** What of a policy is about the messages that are planned; the rest is asked when they leave, or is for what staff write. */
const planning = [
  ...(['to', 'email', 'reminders', 'thankYou', 'exceptions'] as const),
  ...(['daysWithoutSending', 'publicHolidays', 'pauses'] as const),
];

/** Whether a draft plans other than what is stored. */
export const plansAnew = (stored: Reminders | undefined, draft: Reminders): boolean =>
  planning.some((part) => !isEqual(stored?.[part], draft[part]));

/** Asks before a policy is saved that works what waits through anew: how many wait now, and how many will (M-10, M-16). */
export class PolicyCounts extends ConsoleElement {
  static override styles = [ConsoleElement.styles, dialogStyles];

  @property({ attribute: false }) counts!: ReminderPreview;
  #isSure = false;

  protected override render(): TemplateResult {
    const words = this.words(timelineWords);
    const { before, after, without, isPartial } = this.counts;
    const text = fill(words.sureCounts, {
      before: before.messages,
      after: after.messages,
      appointments: after.appointments,
    });
    return html`<dialog
      class="question"
      aria-labelledby="title"
      aria-describedby="counts"
      @close=${() => this.dispatchEvent(new CountsAnsweredEvent(this.#isSure))}
    >
      <h2 id="title">${words.sureTitle}</h2>
      <p id="counts">${text}</p>
      <p class="hint">${words.sureStays}</p>
      <p class="hint">${fill(words.without, without)} ${isPartial ? words.partial : ''}</p>
      <p class="row">
        <button class="button primary" type="button" @click=${() => this.#answer(true)}>
          ${words.sureSave}
        </button>
        <button class="button" type="button" @click=${() => this.#answer(false)}>
          ${this.shell.cancel}
        </button>
      </p>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #answer(isSure: boolean): void {
    this.#isSure = isSure;
    this.renderRoot.querySelector('dialog')?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminder-counts': PolicyCounts;
  }
}
