import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StaffError } from '../../api/staff-error.js';
import { isEqual } from '../../../domain/is-equal.js';
import { Loaded } from '../../state/loaded.js';

/** Waits until somebody has stopped changing it, in milliseconds. */
const pause = 300;

/** What the service says of something that is being typed: asked at once the first time, then when nobody has changed it for a moment. */
export class Asked<About, Answer> implements ReactiveController {
  readonly #answer: Loaded<{ about: About; answer: Answer }>;
  #about: About | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly ask: (about: About) => Promise<Answer>,
  ) {
    this.#answer = new Loaded(host);
    host.addController(this);
  }

  /** The last answer, which may be to what was asked before; undefined: none, or nothing is asked about. */
  get latest(): Answer | undefined {
    return this.#about === undefined ? undefined : this.#answer.value?.answer;
  }

  /** The answer to what is asked about now; undefined until it is there. */
  get current(): Answer | undefined {
    const { value } = this.#answer;
    return value && value.about === this.#about ? value.answer : undefined;
  }

  get failure(): StaffError | undefined {
    return this.#about === undefined ? undefined : this.#answer.failure;
  }

  /** Takes what is asked about, undefined: nothing; returns whether it is another than before. */
  take(about: About | undefined): boolean {
    const before = this.#about;
    if (isEqual(before, about)) return false;
    this.#about = about;
    clearTimeout(this.#timer);
    this.#isWaiting = about !== undefined;
    if (this.#isWaiting) this.#timer = setTimeout(this.again, before === undefined ? 0 : pause);
    return true;
  }

  /** Asks once more: what was true when it was asked may not be any more. */
  readonly again = (): void => {
    const about = this.#about;
    this.#isWaiting = false;
    if (about !== undefined) {
      void this.#answer.load(async () => ({ about, answer: await this.ask(about) }));
    }
  };

  hostConnected(): void {
    if (this.#isWaiting) this.again();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
