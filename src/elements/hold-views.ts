import { html, nothing } from 'lit';
import { timeAt } from '../locales/date-words.js';
import type { Localizer } from '../locales/localizer.js';
import type { KeptHold } from '../state/hold/hold-keeper.js';

/** What both controllers know of the hold. */
interface Holder {
  readonly held: KeptHold | undefined;
  readonly isHoldOver: boolean;
  readonly isHoldEnding: boolean;
  extend(): unknown;
}

/**
 * Until when the time is held, in the clinic's time, with a button to hold it longer (P-24). Its room is kept while the
 * hold is on its way, so that nothing moves.
 */
export function renderHoldLine(holder: Holder, timeZone: string, words: Localizer): unknown {
  const { held, isHoldOver } = holder;
  const until = held ? timeAt(words.lang(), held.hold.expiresAt, timeZone) : '00:00';
  return html`<p class="held ${held || isHoldOver ? '' : 'waiting'}">
    ${isHoldOver ? `${words.term('holdExpiredHeading')}.` : words.term('heldUntil', until)}
    <button class="link" type="button" @click=${() => holder.extend()}>
      ${words.term(isHoldOver ? 'tryAgain' : 'keepTime')}
    </button>
  </p>`;
}

/** The question whether to go on holding the time, shortly before it ends; `isReady` loads the element. */
export function renderEndingHold(
  holder: Holder,
  timeZone: string,
  words: Localizer,
  isReady: (tag: string) => boolean,
): unknown {
  const { held, isHoldEnding } = holder;
  if (!held || !isHoldEnding || !isReady('opus-hold-warning')) return nothing;
  return html`<opus-hold-warning
    .until=${timeAt(words.lang(), held.hold.expiresAt, timeZone)}
    @opus-keep=${() => holder.extend()}
  ></opus-hold-warning>`;
}
