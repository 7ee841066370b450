import type { Database } from '../store/database.js';
import { OutageError } from '../store/outage.js';
import { findObstacle } from '../store/readiness.js';

/** How long an answer is good for: whoever asks more often gets the same one; milliseconds. */
const goodFor = 1000;
/** How long the database has to answer, milliseconds. */
const patience = 1500;

/** Whether the database can serve accounts; asked once for all who ask at the same time, and answered in time. */
export class Readiness {
  readonly #db: Database;
  readonly #onError: (error: unknown) => void;
  #asked: Promise<OutageError | undefined> | undefined;
  #answer: Promise<boolean> | undefined;

  constructor(db: Database, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
  }

  /** Never rejects; false as well where the database does not say in time. */
  isReady(): Promise<boolean> {
    if (!this.#answer) {
      this.#answer = this.#ask();
      const forget = () => (this.#answer = undefined);
      void this.#answer.then(() => {
        const timer: unknown = setTimeout(forget, goodFor);
        (timer as { unref?: () => void }).unref?.();
      });
    }
    return this.#answer;
  }

  async #ask(): Promise<boolean> {
    // A question that still hangs is not asked a second time.
    this.#asked ??= findObstacle(this.#db).finally(() => (this.#asked = undefined));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<OutageError>((resolve) => {
      timer = setTimeout(() => resolve(new OutageError('no answer in time', undefined)), patience);
    });
    const obstacle = await Promise.race([this.#asked, late]);
    clearTimeout(timer);
    if (obstacle) this.#onError(obstacle);
    return obstacle === undefined;
  }
}
