import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TimebookEntry } from '../../../contract/index.js';
import type { todayWords } from './today-words.js';

/** What a patient has answered to a reminder by SMS; after a no, what can be done about it: call, or cancel. */
export function renderAnswered(
  { smsAnswer, patient, arrivedAt }: TimebookEntry,
  name: string,
  {
    words,
    onCancel,
  }: {
    words: Record<keyof typeof todayWords, string>;
    /** Absent for who may not cancel it. */
    onCancel: (() => void) | undefined;
  },
): TemplateResult | typeof nothing {
  // Whoever is there has answered better.
  if (!smsAnswer || arrivedAt) return nothing;
  if (smsAnswer === 'yes') return html`<span class="answered">✓ ${words.saidYes}</span>`;
  const mobile = patient?.mobile;
  return html`<span class="answered no">✕ ${words.saidNo}</span>${
      mobile
        ? html`<a class="button small" href="tel:${mobile}" aria-label="${words.call}: ${name}"
            >${words.call}</a
          >`
        : nothing
    }${
      onCancel
        ? html`<button
            class="button small"
            type="button"
            aria-haspopup="dialog"
            aria-label="${words.cancel}: ${name}"
            @click=${onCancel}
          >
            ${words.cancel}
          </button>`
        : nothing
    }`;
}
