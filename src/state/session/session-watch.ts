import { ownerOf, type SessionController } from './session-controller.js';

/** What became of a session since it was looked at last: nobody is logged in any more, somebody is, or somebody else. */
export type SessionChange = 'none' | 'left' | 'came' | 'other';

/** Looks at a session from time to time: whose it is, and whether a code confirmed it meanwhile (P-33, P-43). */
export class SessionWatch {
  #owner = '';
  /** The session as it was when a code was asked for: another one has been confirmed since. */
  #askedWith: unknown;

  /** Whose it is now. A session that ended by itself may go on: nobody has left. */
  look({ current, isOver, isWanted }: SessionController): SessionChange {
    const owner = this.#owner;
    if (!current && (isOver || isWanted)) return 'none';
    this.#owner = current ? ownerOf(current) : '';
    if (this.#owner === owner) return 'none';
    if (!current) return 'left';
    return owner ? 'other' : 'came';
  }

  /** A code is asked for. */
  ask({ current }: SessionController): void {
    this.#askedWith = current;
  }

  /** True when the code that was asked for was given. */
  isConfirmed({ current }: SessionController): boolean {
    return current !== undefined && !current.needsCode && current !== this.#askedWith;
  }
}
