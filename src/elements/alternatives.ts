import { html, nothing } from 'lit';
import type { Account, Slot } from '../contract/index.js';
import { dateHeadingAt, slotTimeRange } from '../locales/date-words.js';
import type { Localizer } from '../locales/localizer.js';

/** Other slots in place of a lost one, each with date, time and clinician (P-23). */
export function renderAlternatives(
  words: Localizer,
  { timeZone, clinicians }: Account,
  slots: readonly Slot[],
  take: (slot: Slot) => void,
): unknown {
  if (slots.length === 0) return nothing;
  const language = words.lang();
  return html`<div class="others" role="group" aria-label=${words.term('alternatives')}>
    ${slots.map(
      (slot) =>
        html`<button class="button" part="button" type="button" @click=${() => take(slot)}>
          ${words.term(
            'timeWith',
            dateHeadingAt(language, slot.start, timeZone),
            slotTimeRange(language, slot, timeZone),
            clinicians.find(({ id }) => id === slot.clinician)?.name ?? '',
          )}
        </button>`,
    )}
  </div>`;
}
