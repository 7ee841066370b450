import type { Readings, ReadTogether } from '../../contract/index.js';

/** What one call answers, with the version of what it holds. */
interface Reading {
  readonly data: unknown;
  readonly version: string | undefined;
}

/** Makes the call for several names and known versions, each with commas between them. */
type Read = (
  query: { readonly of: string; readonly known?: string },
  isBackground: boolean,
) => Promise<{ readonly data: Readings }>;

interface Group {
  readonly names: Set<ReadTogether>;
  readonly answers: Promise<ReadonlyMap<ReadTogether, Reading> | undefined>;
}

/**
 * Gathers what is asked for in the same turn of the page, and asks for it in one call. What was answered before is remembered: the
 * service leaves out what is still the same, which of a long chain is nearly all.
 */
export class Gathering {
  readonly #groups = new Map<boolean, Group>();
  readonly #last = new Map<ReadTogether, Reading & { readonly version: string }>();

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
    return (await group.answers)?.get(name);
  }

  async #ask(
    names: ReadonlySet<ReadTogether>,
    isBackground: boolean,
  ): Promise<ReadonlyMap<ReadTogether, Reading> | undefined> {
    // The parts of a page ask as they are drawn, which is one turn.
    await new Promise((done) => setTimeout(done, 0));
    this.#groups.delete(isBackground);
    if (names.size === 1) return undefined;
    const known = [...names].flatMap((name) => this.#last.get(name) ?? []);
    const bodies = new Map(known.map(({ version, data }) => [version, data]));
    const of = [...names].join(',');
    // A version is an entity tag, whose quotation marks say nothing.
    const versions = [...bodies.keys()].map((version) => version.slice(1, -1)).join(',');
    const query = versions ? { of, known: versions } : { of };
    const { data } = await this.read(query, isBackground);
    const readings = Object.entries(data).map(([name, { version, body = bodies.get(version) }]) => {
      const reading = { version, data: body };
      this.#last.set(name as ReadTogether, reading);
      return [name as ReadTogether, reading] as const;
    });
    return new Map(readings);
  }
}
