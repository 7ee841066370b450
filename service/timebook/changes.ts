import type { CivilDate } from '../../src/domain/civil-date.js';
import type { Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { findChangedDays, findTimebookRevisions } from '../store/timebook-revisions.js';

/** Clinicians' days that have changed; the date of an appointment may be the one before or after. */
export interface ChangedDays {
  revision: number;
  /** Null: more than anyone would read one by one. */
  days: { clinician: string; date: CivilDate }[] | null;
}

type Listener = (changed: ChangedDays) => void;

interface Watched {
  revision: number;
  listeners: Set<Listener>;
}

/** How often it looks, in milliseconds: whoever watches sees a change within a second. */
const interval = 400;

const mostDays = 500;

/**
 * Tells of changes in accounts' timebooks, whichever process made them. It asks for the revisions of all accounts that somebody
 * watches, in one query, and only while somebody does: unlike LISTEN that works through a pooler, and unlike NOTIFY it makes no commit
 * wait for another one.
 */
export class TimebookChanges {
  readonly #watched = new Map<string, Watched>();
  #isLooking = false;

  constructor(
    private readonly db: Database,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Calls a listener with what changes after a revision, until the function that it returns is called. */
  watch(accountId: string, revision: number, listener: Listener): () => void {
    let watched = this.#watched.get(accountId);
    if (!watched) this.#watched.set(accountId, (watched = { revision, listeners: new Set() }));
    watched.listeners.add(listener);
    // Others who watch the account have been told already what this one has missed.
    if (revision < watched.revision)
      void this.#tell(accountId, revision, watched.revision, [listener]);
    if (!this.#isLooking) this.#lookLater();
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size === 0 && this.#watched.get(accountId) === watched) {
        this.#watched.delete(accountId);
      }
    };
  }

  #lookLater(): void {
    this.#isLooking = true;
    setTimeout(() => void this.#look(), interval);
  }

  async #look(): Promise<void> {
    try {
      for (const [accountId, revision] of await findTimebookRevisions(this.db, [
        ...this.#watched.keys(),
      ])) {
        const watched = this.#watched.get(accountId);
        if (!watched || watched.revision === revision) continue;
        const since = watched.revision;
        watched.revision = revision;
        await this.#tell(accountId, since, revision, watched.listeners);
      }
    } catch (error) {
      this.onError(error);
    }
    this.#isLooking = false;
    if (this.#watched.size > 0) this.#lookLater();
  }

  async #tell(
    accountId: string,
    since: number,
    revision: number,
    listeners: Iterable<Listener>,
  ): Promise<void> {
    try {
      const days = await inAccount(this.db, accountId, (tx) => findChangedDays(tx, since));
      const changed = { revision, days: days.length > mostDays ? null : days };
      for (const listener of [...listeners]) listener(changed);
    } catch (error) {
      this.onError(error);
      // Whoever was not told has to read all of it anew.
      for (const listener of [...listeners]) listener({ revision, days: null });
    }
  }
}
