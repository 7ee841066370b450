import { html, nothing } from 'lit';
import { timeAt } from '../../locales/date-words.js';
import type { BookingView } from './view.js';

/** Until when the time is kept for the patient, by the clinic's clock, and longer for the asking (P-24); its room is there before it is. */
export function renderHeld({ account, controller, words }: BookingView): unknown {
  const { held, pending, failure, isHoldOver } = controller.state;
  if (pending || (failure && !held)) return nothing;
  const until = held ? timeAt(words.lang(), held.hold.expiresAt, account.timeZone) : '00:00';
  const text = isHoldOver ? `${words.term('holdExpiredHeading')}.` : words.term('heldUntil', until);
  return html`<p class="held ${held || isHoldOver ? '' : 'waiting'}">
    ${text}
    <button class="link" type="button" @click=${() => controller.reservation?.holds.extend()}>
      ${words.term(isHoldOver ? 'tryAgain' : 'keepTime')}
    </button>
  </p>`;
}

/** Two minutes before the end, to whoever seems to be away: the code of it comes only then. */
export function renderHoldWarning({ account, controller, tags, words }: BookingView): unknown {
  const { held, isHoldEnding } = controller.state;
  if (!held || !isHoldEnding || !tags.tryFor('opus-hold-warning')) return nothing;
  return html`<opus-hold-warning
    .until=${timeAt(words.lang(), held.hold.expiresAt, account.timeZone)}
    @opus-keep=${() => controller.reservation?.holds.extend()}
  ></opus-hold-warning>`;
}
