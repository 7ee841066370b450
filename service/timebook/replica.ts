import type { AccountTransaction, Database } from '../store/database.js';
import { inSnapshot } from '../store/database.js';
import type { LogPosition } from '../store/replication.js';
import { asOutage, OutageError } from '../store/outage.js';

/** How old what a replica shows may be, milliseconds. */
export const maxAge = 3000;
/** Time between two looks at how far it has come, milliseconds. */
const interval = 500;
/** How long a server has to say how far it has come, milliseconds. */
const patience = 1000;
/** SQLSTATEs of a reading that failed on a server that works: it was in the way of replication, or took too long. */
const passing = ['40001', '40P01', '55P03', '57014'];

/** The replica is not used: readings go to the primary database. */
export class ReplicaError extends Error {
  override readonly name = 'ReplicaError';

  constructor(
    /** Such as `ECONNREFUSED`, or words. */
    readonly code: string,
    cause?: unknown,
  ) {
    super(`The replica is not used: ${code}`, { cause });
  }
}

export interface ReplicaOptions {
  /** How far the log of the primary database has come. */
  findWritten: () => Promise<LogPosition>;
  /** How far the replica has followed; undefined where it is no replica. */
  findReplayed: () => Promise<LogPosition | undefined>;
  /** Runs a reading when it is its account's turn; may refuse it. */
  admit?: <Result>(accountId: string, read: () => Promise<Result>) => Promise<Result>;
  /** Gets a `ReplicaError` whenever the replica proves unfit. */
  onError?: (error: ReplicaError) => void;
  /** Milliseconds of a clock that never goes back. */
  clock?: () => number;
}

/** How far the primary database's log had come at a moment. */
interface Mark extends LogPosition {
  at: number;
}

/**
 * A server that follows the primary database. It is read only while it is known to show everything that was committed three
 * seconds ago: the process notes, by its own clock, how far the primary's log has come, and sees the replica reach that
 * position. Nothing can be written with it, since all it lends is snapshots for reading.
 */
export class Replica {
  readonly #db: Database;
  readonly #options: Required<ReplicaOptions>;
  /** Of the last seconds, ascending. */
  #marks: readonly Mark[] = [];
  /** The replica shows everything that was committed before this moment. */
  #syncedAt = -Infinity;
  /** When this process last did something in an account at the primary database; of the last seconds. */
  readonly #worked = new Map<string, number>();
  /** Gives up the readings that are under way. */
  readonly #givingUp = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;

  constructor(db: Database, options: ReplicaOptions) {
    this.#db = db;
    this.#options = {
      admit: (_accountId, read) => read(),
      onError: () => undefined,
      clock: () => performance.now(),
      ...options,
    };
  }

  /** Milliseconds of the clock that `mayRead` works with. */
  now(): number {
    return this.#options.clock();
  }

  /** Looks from now on, again and again, how far the replica has come. */
  start(): void {
    void this.look().then(() => {
      if (this.#isStopped) return;
      this.#timer = setTimeout(() => this.start(), interval);
      (this.#timer as { unref?: () => void }).unref?.();
    });
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#lose();
  }

  /** Notes that this process has just written to an account, or seen its newest state, at the primary database. */
  noteWork(accountId: string): void {
    this.#worked.set(accountId, this.now());
  }

  /**
   * Whether an account may be read here now: what is shown is young enough, and whatever this process did in the account is
   * there, or was part of what it read from the primary database at `knownAt`.
   */
  mayRead(accountId: string, knownAt: number): boolean {
    if (this.now() - this.#syncedAt > maxAge) return false;
    const workedAt = this.#worked.get(accountId) ?? -Infinity;
    return workedAt < Math.max(this.#syncedAt, knownAt);
  }

  /**
   * Runs `work` in one snapshot of the replica. Undefined where that fails: the primary database has to be asked. Throws what
   * `admit` throws.
   */
  async read<Result>(
    accountId: string,
    work: (tx: AccountTransaction) => Promise<Result>,
  ): Promise<Result | undefined> {
    return this.#options.admit(accountId, async () => {
      try {
        return await this.#unlessLost(inSnapshot(this.#db, accountId, work));
      } catch (error) {
        // Whatever else failed, such as a table that a migration has not made there yet, the primary database will tell.
        if (error instanceof OutageError && !passing.includes(error.code)) this.#refuse(error);
        return undefined;
      }
    });
  }

  /** Looks once how far the replica has come; never rejects. */
  async look(): Promise<void> {
    const { findWritten, findReplayed } = this.#options;
    const at = this.now();
    // Without the primary database nobody knows how old the replica is, and others report that it is away.
    const written = await inTime(findWritten()).catch(() => undefined);
    if (written) this.#marks = [...this.#marks, { at, ...written }];
    try {
      const replayed = await inTime(findReplayed());
      if (!replayed) throw new ReplicaError('it is no replica');
      if (written && written.cluster !== replayed.cluster) {
        throw new ReplicaError('it follows another database');
      }
      this.#compare(replayed);
    } catch (error) {
      this.#refuse(error);
    }
    const oldest = this.now() - maxAge;
    for (const [accountId, workedAt] of this.#worked) {
      if (workedAt < Math.max(this.#syncedAt, oldest)) this.#worked.delete(accountId);
    }
  }

  /** Works out anew what the replica shows: one that was started again may have gone back. */
  #compare(replayed: LogPosition): void {
    const oldest = this.now() - maxAge;
    const isReached = ({ bytes, cluster }: Mark) =>
      bytes <= replayed.bytes && cluster === replayed.cluster;
    this.#syncedAt = this.#marks.findLast(isReached)?.at ?? -Infinity;
    const isBehind = this.#marks.some(({ at }) => at < oldest) && this.#syncedAt < oldest;
    this.#marks = this.#marks.filter(({ at }) => at >= oldest);
    if (isBehind) this.#options.onError(new ReplicaError('it is too far behind'));
  }

  #refuse(error: unknown): void {
    this.#lose();
    if (error instanceof ReplicaError) return this.#options.onError(error);
    const outage = asOutage(error);
    const code = outage instanceof OutageError ? outage.code : 'unknown';
    this.#options.onError(new ReplicaError(code, error));
  }

  #lose(): void {
    this.#syncedAt = -Infinity;
    for (const giveUp of this.#givingUp) giveUp();
  }

  /** The outcome of a reading, which is given up when the replica is found to be lost meanwhile. */
  #unlessLost<Result>(reading: Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const giveUp = () => reject(new ReplicaError('no answer in time'));
      this.#givingUp.add(giveUp);
      void reading.then(resolve, reject).finally(() => this.#givingUp.delete(giveUp));
    });
  }
}

/** A server's answer; rejects with an `OutageError` when it does not come in time. */
function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OutageError('no answer in time', undefined)), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
