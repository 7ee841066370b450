import type { BookingApi } from '../../api/booking-api.js';
import type { FirstTimes } from '../../contract/index.js';
import { isChoiceStep } from '../../domain/booking-flow.js';
import { firstTimesQueryOf } from '../../domain/requests.js';
import { currentParts, type BookingState, type FirstTimesByStep } from './booking-state.js';

/** Milliseconds after which an answer is asked for anew, when its step is shown again. */
const freshFor = 60_000;

interface Asked {
  readonly at: number;
  readonly answer: Promise<FirstTimes | undefined>;
}

/** The first free times that the cards of the page in view show (P-47). What cannot be read is not shown: the step works without. */
export class FirstTimesController {
  readonly #asked = new Map<string, Asked>();
  #shown = 0;

  constructor(
    private readonly api: Pick<BookingApi, 'firstTimes'>,
    private readonly changed: (times: FirstTimesByStep) => void,
  ) {}

  /** Reads what the page in view shows. */
  async follow(state: BookingState): Promise<void> {
    const { account, flow } = state;
    if (!account || !flow) return;
    const shown = (this.#shown += 1);
    const steps = currentParts(state)
      .filter(isChoiceStep)
      .flatMap((step) => {
        const query = step !== 'time' && firstTimesQueryOf(account, flow.selection, step);
        return query ? [{ step, query }] : [];
      });
    if (steps.length === 0) return;
    const answers = await Promise.all(
      steps.map(async ({ step, query }) => [step, await this.#ask(query)] as const),
    );
    // Another page is in view by now, or the choices are others.
    if (shown !== this.#shown) return;
    this.changed(Object.fromEntries(answers.filter(([, times]) => times)));
  }

  #ask(query: Parameters<BookingApi['firstTimes']>[0]): Asked['answer'] {
    const key = JSON.stringify(query);
    const known = this.#asked.get(key);
    if (known && Date.now() - known.at < freshFor) return known.answer;
    const answer = this.api.firstTimes(query).catch(() => {
      this.#asked.delete(key);
      return undefined;
    });
    this.#asked.set(key, { at: Date.now(), answer });
    return answer;
  }
}
