import { BookingError } from '../api/booking-error.js';
import type { Failure } from './failure.js';

/** What the state of every flow has besides its own. */
export interface FlowState<Operation extends string = string> {
  /** What went wrong last, until it is tried again or the patient goes on. */
  readonly failure?: Failure<Operation> | undefined;
  /** The operation under way that the patient waits for. */
  readonly operation?: Operation | undefined;
}

type OperationOf<State extends FlowState> = NonNullable<State['failure']>['during'];
type FailureOf<State extends FlowState> = Failure<OperationOf<State>>;

/** Who acts on the changes of a store. */
export interface FlowObserver<State extends FlowState> {
  changed(before: State): void;
  /** `retryAction` repeats what failed. A running operation ends when the result is there. */
  failed(failure: FailureOf<State>, retryAction?: () => unknown): unknown;
  /** May keep back a part of a change. */
  guard?(before: State, next: State): State;
}

/**
 * Holds the state of a flow, and is the only place that replaces it. An action gives the next state by a pure reducer; an
 * operation calls the service, and its failure becomes a part of the state.
 */
export class FlowStore<State extends FlowState, Action> {
  #current: State;
  /** Counts the restarts: answers that belong to an earlier one are discarded. */
  #runs = 0;
  #retryAction: (() => unknown) | undefined;

  constructor(
    initial: State,
    private readonly reduce: (state: State, action: Action) => State,
    private readonly observer: FlowObserver<State>,
  ) {
    this.#current = initial;
  }

  get state(): State {
    return this.#current;
  }

  /** Begins anew with another state; returns a function that tells whether it is still that run. */
  restart(state: State): () => boolean {
    this.#runs += 1;
    this.#retryAction = undefined;
    this.#replace(state);
    return this.follow();
  }

  /** A function that tells whether the store has not been restarted since. */
  follow(): () => boolean {
    const runs = this.#runs;
    return () => runs === this.#runs;
  }

  dispatch(action: Action): void {
    const { observer } = this;
    const current = this.#current;
    const next = this.reduce(current, action);
    this.#replace(observer.guard?.(current, next) ?? next);
  }

  /**
   * Runs an operation that the patient waits for, unless one is under way. Its failure is told and shown, with the same
   * operation as what to try again.
   */
  async run(
    operation: OperationOf<State>,
    work: (isCurrent: () => boolean) => Promise<unknown>,
  ): Promise<void> {
    if (this.#current.operation) return;
    const isCurrent = this.follow();
    this.#replace({ ...this.#current, operation, failure: undefined });
    try {
      await work(isCurrent);
    } catch (cause) {
      if (isCurrent()) await this.fail(cause, operation, () => this.run(operation, work));
    } finally {
      if (isCurrent()) this.#replace({ ...this.#current, operation: undefined });
    }
  }

  /** Shows and tells a failure. Throws what is no `BookingError`. */
  fail(cause: unknown, during: OperationOf<State>, retryAction?: () => unknown): unknown {
    if (!(cause instanceof BookingError)) throw cause;
    const failure = { error: cause, during };
    this.show(failure, retryAction);
    return this.observer.failed(failure, retryAction);
  }

  /** Shows a failure that was told before, or none. */
  show(failure?: FailureOf<State>, retryAction?: () => unknown): void {
    this.#retryAction = retryAction;
    this.#replace({ ...this.#current, failure });
  }

  /** Tries again what failed last. */
  retry(): void {
    const retryAction = this.#retryAction;
    this.show();
    retryAction?.();
  }

  #replace(next: State): void {
    const before = this.#current;
    if (next === before) return;
    this.#current = next;
    this.observer.changed(before);
  }
}
