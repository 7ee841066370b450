import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../words/in-language.js';
import type { Mark } from './message-actions.js';
import type { Box, Message } from './message-row.js';
import { isChangeable } from './message-row.js';
import type { MessageTexts } from './message-texts.js';

interface SelectedSetup {
  readonly box: Box;
  readonly words: MessageTexts['words'];
  readonly isBusy: boolean;
  readonly onCancel: (ids: readonly string[]) => void;
  readonly onMark: (mark: Mark) => void;
  readonly onUnselect: () => void;
}

/** What can be done with all that are ticked. */
export function renderSelected(
  chosen: readonly Message[],
  { box, words, isBusy, onCancel, onMark, onUnselect }: SelectedSetup,
): TemplateResult {
  const waiting = chosen.filter(isChangeable);
  const button = (label: string, act: () => void) =>
    html`<button class="button small" type="button" ?disabled=${isBusy} @click=${act}>
      ${label}
    </button>`;
  return html`<div class="row" role="group" aria-label=${words.selected}>
    <span>${fill(words.selected, { count: chosen.length })}</span>
    ${
      waiting.length > 0
        ? button(fill(words.cancelMany, { count: waiting.length }), () =>
            onCancel(waiting.map(({ id }) => id)),
          )
        : nothing
    }
    ${
      box === 'received'
        ? html`${button(words.markRead, () => onMark({ read: true }))}
          ${button(words.markUnread, () => onMark({ read: false }))}
          ${button(words.followUp, () => onMark({ followUp: true }))}`
        : nothing
    }
    <button class="link" type="button" @click=${onUnselect}>${words.unselect}</button>
  </div>`;
}

/** Asks before so many messages are taken back. */
export function renderCancelling(
  count: number,
  { words, onYes, onNo }: { words: MessageTexts['words']; onYes: () => void; onNo: () => void },
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<dialog aria-labelledby="sure" @cancel=${onNo}>
    <p id="sure">${count === 1 ? words.cancelSureOne : fill(words.cancelSure, { count })}</p>
    <p class="row">
      <button class="button primary" type="button" @click=${onYes}>
        ${count === 1 ? words.cancel : fill(words.cancelMany, { count })}
      </button>
      <button class="button" type="button" @click=${onNo}>${words.keep}</button>
    </p>
  </dialog>`;
}
