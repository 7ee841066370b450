import { html, nothing } from 'lit';
import { serviceNow } from '../../api/service-clock.js';
import { firstTimeOf } from '../../domain/first-times.js';
import type { Choice } from '../../domain/selection.js';
import { momentWords } from '../../locales/moment-words.js';
import { shortestDate } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import type { BookingState, FirstTimesByStep } from '../../state/booking/booking-state.js';

/** What a card shows of its choice besides. */
export type CardFacts = (choice: Choice) => unknown;

const known = new WeakMap<FirstTimesByStep, CardFacts>();

/** What cards show of the first free times: when, or that there is none for a while (P-47). */
export function factsOf(
  { account, firstTimes }: BookingState,
  words: Localizer,
): CardFacts | undefined {
  if (!account || !firstTimes) return undefined;
  const facts: CardFacts = (choice) => {
    const times = firstTimes[choice.step];
    if (!times) return nothing;
    const start = firstTimeOf(times, choice, account);
    if (start === null) return words.term('noneBefore', shortestDate(words.lang(), times.until));
    const when = momentWords(words, start, account.timeZone, serviceNow());
    return html`${words.term('firstFree')}: <b>${when}</b>`;
  };
  if (!known.has(firstTimes)) known.set(firstTimes, facts);
  return known.get(firstTimes);
}
