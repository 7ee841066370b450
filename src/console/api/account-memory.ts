import type { Account } from '../../contract/index.js';

/** So long an answer is good for, in milliseconds: after it what other people have changed is seen. */
const freshFor = 60_000;

/** The account's public description, which of a chain is long and which nearly every page asks for. */
export class AccountMemory {
  #answer: Promise<Account> | undefined;
  #readAt = 0;

  constructor(private readonly read: () => Promise<Account>) {}

  get(): Promise<Account> {
    if (!this.#answer || performance.now() - this.#readAt > freshFor) {
      this.#readAt = performance.now();
      const answer = (this.#answer = this.read());
      answer.catch(() => this.#answer === answer && this.forget());
    }
    return this.#answer;
  }

  /** Something was changed that it may tell of. */
  forget(): void {
    this.#answer = undefined;
  }
}
