/**
 * Work that is done for many at once: what is added while a run is under way waits for the next, which takes all of it. Nothing
 * waits on purpose, so alone each is done at once.
 */
export class Gathering<Item, Result> {
  readonly #work: (items: Item[]) => Promise<Result>;
  #waiting: Item[] = [];
  #next: Promise<Result> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(work: (items: Item[]) => Promise<Result>) {
    this.#work = work;
  }

  /** Resolves, or rejects, with the run that the item was part of. */
  add(item: Item): Promise<Result> {
    this.#waiting.push(item);
    if (!this.#next) {
      this.#next = this.#running.then(() => {
        const items = this.#waiting;
        this.#waiting = [];
        this.#next = undefined;
        return this.#work(items);
      });
      this.#running = this.#next.catch(() => undefined);
    }
    return this.#next;
  }
}

/** A gathering for each account of an owner, such as the services of a process. */
export function gatheringPerAccount<Owner extends object, Item, Result>(
  work: (owner: Owner, accountId: string, items: Item[]) => Promise<Result>,
): (owner: Owner, accountId: string) => Gathering<Item, Result> {
  const owners = new WeakMap<Owner, Map<string, Gathering<Item, Result>>>();
  return (owner, accountId) => {
    const ofOwner = owners.get(owner) ?? new Map<string, Gathering<Item, Result>>();
    owners.set(owner, ofOwner);
    const known = ofOwner.get(accountId) ?? new Gathering((items) => work(owner, accountId, items));
    ofOwner.set(accountId, known);
    return known;
  };
}
