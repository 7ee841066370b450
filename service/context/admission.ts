import { OutageError } from '../store/outage.js';
import { ProblemError } from './problem.js';

/** How much work is done and waits at a time (N-07). */
export interface AdmissionLimits {
  /** How many pieces of work run at a time. */
  running: number;
  /** How many of them may be one account's, so that another's never waits for all of it. */
  runningOfAccount: number;
  /** How many wait. */
  waiting: number;
  /** How long one waits at most, milliseconds; browsers give up after ten seconds. */
  patience: number;
}

/** The limits for a database with so many connections; some are left to what is not counted, such as sending messages. */
export function admissionFor(connections: number): AdmissionLimits {
  const running = Math.max(1, connections - 2);
  const runningOfAccount = Math.ceil(running / 2);
  return { running, runningOfAccount, waiting: 200, patience: 8000 };
}

/**
 * The limits for what is done together: many searches are answered by one look into the database, and many holds placed by one
 * transaction, so they are let in together.
 */
export function togetherFor(limits: AdmissionLimits): AdmissionLimits {
  const { running, runningOfAccount } = limits;
  return { ...limits, running: 16 * running, runningOfAccount: 16 * runningOfAccount };
}

/** Who brings some work. */
export interface Bringer {
  account: string;
  /** Aborted when nobody waits for the work any more. */
  signal?: AbortSignal | undefined;
  /** Goes on with what was let in before: next of its account, never refused, and done also when the bringer has left. */
  isUnderWay?: boolean;
}

interface Waiting {
  begin: () => void;
  refuse: () => void;
  isUnderWay: boolean;
}

/** Seconds until a refused caller tries again; not the same for all, or they would all come at once. */
const retryAfter = () => 1 + Math.floor(Math.random() * 4);

/** The refusal of a service that has more to do than it can. */
export function busy(): ProblemError {
  return new ProblemError('busy', { retryAfter: retryAfter() });
}

/** Whether the database is away or cannot work now: the same refusal, since trying again later may help. */
export function isOutage(error: unknown): boolean {
  return error instanceof OutageError;
}

/**
 * Lets in so much work at a time; the rest waits in one queue for each account, and the accounts take turns. Where too much
 * waits, the longest queue loses its newest. Work whose bringer has left is dropped before it begins.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  /** Accounts in the order of their turns; one without waiting work is not in it. */
  readonly #queues = new Map<string, Waiting[]>();
  readonly #running = new Map<string, number>();
  #runningCount = 0;
  #waitingCount = 0;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** Runs some work when it is its turn; throws `busy` when it is refused, waited too long, or nobody waits for it. */
  async run<Result>(bringer: Bringer, work: () => Promise<Result>): Promise<Result> {
    const { account, signal, isUnderWay } = bringer;
    if (signal?.aborted && !isUnderWay) throw busy();
    if (this.#waitingCount === 0 && this.#hasRoom(account)) this.#count(account, 1);
    else await this.#turn(bringer);
    try {
      return await work();
    } finally {
      this.#count(account, -1);
      this.#letIn();
    }
  }

  /** Resolves when the work may begin; it is counted as running by then. */
  #turn({ account, signal, isUnderWay = false }: Bringer): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', leave);
      };
      const waiting: Waiting = {
        isUnderWay,
        begin: () => {
          end();
          resolve();
        },
        refuse: () => {
          end();
          reject(busy());
        },
      };
      const leave = () => {
        this.#remove(account, waiting);
        waiting.refuse();
      };
      const timer = isUnderWay ? undefined : setTimeout(leave, this.#limits.patience);
      if (!isUnderWay) signal?.addEventListener('abort', leave);
      this.#enqueue(account, waiting);
      this.#letIn();
    });
  }

  #enqueue(account: string, waiting: Waiting): void {
    const queue = this.#queues.get(account) ?? [];
    this.#queues.set(account, queue);
    if (waiting.isUnderWay) queue.unshift(waiting);
    else queue.push(waiting);
    this.#waitingCount += 1;
    if (this.#waitingCount > this.#limits.waiting) this.#refuseOne(account);
  }

  /** Refuses the newest of the longest queue; of equally long ones, the newcomer. */
  #refuseOne(newcomer: string): void {
    let longest = newcomer;
    for (const [account, queue] of this.#queues) {
      if (queue.length > this.#queues.get(longest)!.length) longest = account;
    }
    const refused = this.#queues.get(longest)!.findLast(({ isUnderWay }) => !isUnderWay);
    if (!refused) return;
    this.#remove(longest, refused);
    refused.refuse();
  }

  #remove(account: string, waiting: Waiting): void {
    const queue = this.#queues.get(account);
    const index = queue?.indexOf(waiting) ?? -1;
    if (!queue || index < 0) return;
    queue.splice(index, 1);
    this.#waitingCount -= 1;
    if (queue.length === 0) this.#queues.delete(account);
  }

  /** Begins what there is room for, one of each account in turn. */
  #letIn(): void {
    for (;;) {
      const next = [...this.#queues].find(([account]) => this.#hasRoom(account));
      if (!next) return;
      const [account, queue] = next;
      const waiting = queue[0]!;
      this.#remove(account, waiting);
      // Last of the turns from now on.
      if (this.#queues.delete(account)) this.#queues.set(account, queue);
      this.#count(account, 1);
      waiting.begin();
    }
  }

  #hasRoom(account: string): boolean {
    const { running, runningOfAccount } = this.#limits;
    return this.#runningCount < running && (this.#running.get(account) ?? 0) < runningOfAccount;
  }

  #count(account: string, change: 1 | -1): void {
    this.#runningCount += change;
    const ofAccount = (this.#running.get(account) ?? 0) + change;
    if (ofAccount > 0) this.#running.set(account, ofAccount);
    else this.#running.delete(account);
  }
}
