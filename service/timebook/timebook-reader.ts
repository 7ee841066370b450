import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { daysAhead } from '../core/appointment-rules.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import type { Database } from '../store/database.js';
import { inSnapshot } from '../store/database.js';
import type { KnownTimebook, Need } from './known-timebook.js';
import { readTimebook, type LoadCatalogue } from './read-timebook.js';
import type { Replica } from './replica.js';

/** Accounts whose timebooks are remembered. */
const maxAccounts = 50;
/** Days of one clinician that are remembered, of all accounts together: some 100 MB at the most. */
const maxDays = 250_000;

/** A look into the database, which answers everybody who asked before it began. */
interface Round {
  /** Undefined: nobody asks for more than the account, and what has changed in the timebook is read when somebody does. */
  needs: Need[] | undefined;
  /** Whether somebody asks for the account as it is now: a replica may be a moment behind. */
  isNewest: boolean;
  answer: Promise<KnownTimebook | undefined>;
  resolve: (timebook: KnownTimebook | undefined) => void;
  reject: (error: unknown) => void;
}

interface Memory {
  known: KnownTimebook | undefined;
  /** How many clinicians' days are known. */
  size: number;
  /** When the primary database was last asked for all that had changed, by the clock of the replica. */
  knownAt: number;
  /** The round that has not begun. */
  next: Round | undefined;
  isReading: boolean;
}

/**
 * Reads accounts' timebooks through a memory that cannot lie: every answer begins with the revisions as one snapshot of the
 * database has them, and what has changed since the last one is read again in that same snapshot. Calls that come while a
 * snapshot is read are answered together by the next.
 */
export class TimebookReader {
  readonly #accounts = new Map<string, Memory>();
  /** Of its own: who asks the primary database must not wait for what a replica loads. */
  readonly #loadFromReplica = createCatalogueLoader();

  constructor(
    private readonly db: Database,
    private readonly loadCatalogue: LoadCatalogue,
    private readonly clock: () => number,
    /** Runs a look into the database when it is its account's turn; may refuse it. */
    private readonly admit: <Result>(
      accountId: string,
      look: () => Promise<Result>,
    ) => Promise<Result> = (_accountId, look) => look(),
    private readonly replica?: Replica,
  ) {}

  /** The account and its catalogue at a moment after the call; undefined when there is no such account. */
  readAccount(accountId: string): Promise<Pick<KnownTimebook, 'account' | 'loaded'> | undefined> {
    return this.#join(accountId, undefined, { isNewest: true });
  }

  /** The timebook at a moment after the call, with at least the days needed; undefined when there is no such account. */
  read(accountId: string, ...needs: Need[]): Promise<KnownTimebook | undefined> {
    return this.#join(accountId, needs, { isNewest: true });
  }

  /** The same from a replica, where there is one: some seconds old at most, never older than what was read before. */
  readBehind(accountId: string, ...needs: Need[]): Promise<KnownTimebook | undefined> {
    return this.#join(accountId, needs, { isNewest: false });
  }

  /** Takes part in the next look into the database; without needs, for the account alone. */
  #join(
    accountId: string,
    needs: readonly Need[] | undefined,
    { isNewest }: { isNewest: boolean },
  ): Promise<KnownTimebook | undefined> {
    const memory = this.#accounts.get(accountId) ?? createMemory();
    // Used last: forgotten last.
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, memory);
    const round = (memory.next ??= createRound());
    if (needs) (round.needs ??= []).push(...needs);
    round.isNewest ||= isNewest;
    if (!memory.isReading) void this.#readAll(accountId, memory);
    return round.answer;
  }

  async #readAll(accountId: string, memory: Memory): Promise<void> {
    memory.isReading = true;
    for (let round = memory.next; round; round = memory.next) {
      memory.next = undefined;
      try {
        const known =
          (await this.#readReplica(accountId, memory, round)) ??
          (await this.#readPrimary(accountId, memory, round));
        round.resolve(known);
        if (known && known.days !== memory.known?.days) {
          memory.known = withoutFarDays(known, this.clock());
          memory.size = sizeOf(memory.known);
        } else memory.known = known;
      } catch (error) {
        round.reject(error);
      }
    }
    memory.isReading = false;
    this.#forget();
  }

  async #readPrimary(
    accountId: string,
    memory: Memory,
    { needs }: Round,
  ): Promise<KnownTimebook | undefined> {
    const at = this.replica?.now() ?? 0;
    const known = await this.admit(accountId, () =>
      inSnapshot(this.db, accountId, (tx) =>
        readTimebook(tx, memory.known, needs, this.loadCatalogue),
      ),
    );
    if (needs) memory.knownAt = at;
    return known;
  }

  /** Undefined where there is no replica, it must not be asked, or it knows less than is known here. */
  async #readReplica(
    accountId: string,
    { known, knownAt }: Memory,
    { needs, isNewest }: Round,
  ): Promise<KnownTimebook | undefined> {
    if (isNewest || !this.replica?.mayRead(accountId, knownAt)) return undefined;
    return this.replica.read(accountId, (tx) =>
      readTimebook(tx, known, needs, this.#loadFromReplica, { mayBeBehind: true }),
    );
  }

  /** Forgets accounts, those that were not asked for longest first, while there are too many or they know too much. */
  #forget(): void {
    let total = 0;
    for (const { size } of this.#accounts.values()) total += size;
    for (const [id, { known, size, isReading }] of this.#accounts) {
      const isTooMuch = this.#accounts.size > maxAccounts || total > maxDays || !known;
      if (!isTooMuch) return;
      if (isReading) continue;
      this.#accounts.delete(id);
      total -= size;
    }
  }
}

function createMemory(): Memory {
  return { known: undefined, size: 0, knownAt: -Infinity, next: undefined, isReading: false };
}

/** Without the past and what lies too far ahead to be searched: whoever asks for such a date gets it, and it is forgotten. */
function withoutFarDays(known: KnownTimebook, now: number): KnownTimebook {
  const { date: today } = toClockTime(now, known.account.timeZone);
  const last = addDays(today, daysAhead);
  const near = [...known.days].filter(([date]) => date >= today && date <= last);
  return near.length === known.days.size ? known : { ...known, days: new Map(near) };
}

function sizeOf({ days }: KnownTimebook): number {
  let size = 0;
  for (const { clinicians } of days.values()) size += clinicians.size;
  return size;
}

function createRound(): Round {
  let resolve!: Round['resolve'];
  let reject!: Round['reject'];
  const answer = new Promise<KnownTimebook | undefined>(
    (...settle) => ([resolve, reject] = settle),
  );
  return { needs: undefined, isNewest: false, answer, resolve, reject };
}
