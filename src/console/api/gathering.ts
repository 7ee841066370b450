import type { Readings, ReadTogether } from '../../contract/index.js';

/** What one call answers, with the version of what it holds. */
interface Reading {
  readonly data: unknown;
  readonly version: string | undefined;
}

/** Makes the call for several names, with commas between them. */
type Read = (of: string, isBackground: boolean) => Promise<{ readonly data: Readings }>;

interface Group {
  readonly names: Set<ReadTogether>;
  readonly answers: Promise<Readings | undefined>;
}

/** Gathers what is asked for in the same turn of the page, and asks for it in one call. */
export class Gathering {
  readonly #groups = new Map<boolean, Group>();

  constructor(private readonly read: Read) {}

  /** The answer of the call `name`; undefined where nothing else was asked for, so that it is to be made by itself. */
  async add(name: ReadTogether, isBackground: boolean): Promise<Reading | undefined> {
    let group = this.#groups.get(isBackground);
    if (!group) {
      const names = new Set<ReadTogether>();
      group = { names, answers: this.#ask(names, isBackground) };
      this.#groups.set(isBackground, group);
    }
    group.names.add(name);
    const reading = (await group.answers)?.[name];
    return reading && { data: reading.body, version: reading.version };
  }

  async #ask(
    names: ReadonlySet<ReadTogether>,
    isBackground: boolean,
  ): Promise<Readings | undefined> {
    // The parts of a page ask as they are drawn, which is one turn.
    await new Promise((done) => setTimeout(done, 0));
    this.#groups.delete(isBackground);
    if (names.size === 1) return undefined;
    const { data } = await this.read([...names].join(','), isBackground);
    return data;
  }
}
