import { toBase64Url } from '../store/secrets.js';
import type { DayTimes } from '../core/day-times.js';

/** The body of an answer as bytes, and its entity tag. */
export interface Answer {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** What an answer was made of. */
interface KnownAnswer extends Answer {
  readonly days: readonly DayTimes[];
  readonly rest: string;
}

/** Answers that are remembered, and their bytes in all. */
const maxAnswers = 1000;
const maxBytes = 64_000_000;

/** Answers that were given last. One is given again as long as it would be made of the same days. */
export class AnswerMemory {
  readonly #answers = new Map<string, KnownAnswer>();
  #bytes = 0;

  /** The answer to a query from some days and whatever else it depends on; `make` makes its body. */
  async answer(
    query: string,
    days: readonly DayTimes[],
    rest: string,
    make: () => Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const known = this.#answers.get(query);
    if (known?.rest === rest && isSame(known.days, days)) {
      // Used last: forgotten last.
      this.#answers.delete(query);
      this.#answers.set(query, known);
      return known;
    }
    const answer = { ...(await toAnswer(make())), days, rest };
    this.#forget(query);
    this.#answers.set(query, answer);
    this.#bytes += answer.body.byteLength;
    while (this.#answers.size > maxAnswers || this.#bytes > maxBytes) {
      this.#forget(this.#answers.keys().next().value!);
    }
    return answer;
  }

  #forget(query: string): void {
    this.#bytes -= this.#answers.get(query)?.body.byteLength ?? 0;
    this.#answers.delete(query);
  }
}

/** An answer that nobody else is given. */
export async function toAnswer(body: Uint8Array<ArrayBuffer>): Promise<Answer> {
  return { body, tag: await tagOf(body) };
}

function isSame(a: readonly DayTimes[], b: readonly DayTimes[]): boolean {
  return a.length === b.length && a.every((day, index) => day === b[index]);
}

/** A strong entity tag: the same bytes have the same one, whichever process made them (RFC 9110, 8.8.3). */
async function tagOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return `"${toBase64Url(hash.subarray(0, 15))}"`;
}
