import { createHash } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';

/** A statement as Drizzle hands it over: the text with `$1`, and the driver's options. */
interface Statement {
  text: string;
}

/** A text is prepared once it has come more than so often: most of those that come seldom differ in the length of a list. */
const often = 4;
/** How many texts are prepared at most: each takes some 50 kB of every connection's memory in the server. */
const most = 100;
/** How many texts are counted that are not prepared yet. */
const mostCounted = 1000;

/** Names of the statements that come often, the same for all connections of a pool. */
class StatementNames {
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name under which a connection's server keeps a statement; undefined: it is not kept. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known || this.#names.size >= most) return known;
    const count = (this.#counts.get(text) ?? 0) + 1;
    if (count <= often) {
      // Those that come often are soon counted again.
      if (this.#counts.size >= mostCounted) this.#counts.clear();
      this.#counts.set(text, count);
      return undefined;
    }
    this.#counts.delete(text);
    const name = `opus-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
    this.#names.set(text, name);
    return name;
  }
}

/** What is worth preparing; all else, such as `commit`, is done as soon as it is read. */
const isWork = /^(select|insert|update|delete|with)\b/i;

const isStatement = (query: unknown): query is Statement =>
  typeof query === 'object' && query !== null && 'text' in query && !('submit' in query);

const isTexts = (values: unknown): values is string[] =>
  Array.isArray(values) && values.every((value) => typeof value === 'string');

const nothing = { rows: [], rowCount: 0 };

type Query = (this: Client, query: unknown, ...rest: unknown[]) => unknown;
const send = Client.prototype.query as Query;

/**
 * A connection that asks its server less, and waits less for it. The server keeps the statements that come often, parsed and
 * planned, which with row-level security takes longer than running one; the beginning of a transaction goes along with what sets
 * its account, role and limits (`inAccount`); and a transaction that only reads (`inSnapshot`) sends its first statement with
 * them, and does not wait for its end: one that begins with nothing but a look takes one way to the server and back.
 */
abstract class PreparingClient extends Client {
  protected abstract readonly names: StatementNames;

  constructor(config?: string | ClientConfig) {
    super({
      ...(typeof config === 'string' ? { connectionString: config } : config),
      pipeline: true,
    });
  }

  /**
   * Whether the server keeps statements for this connection; undefined until the first is worth it. Not with a pooler between,
   * whose next transaction may be at another server connection.
   */
  #keeps: boolean | undefined;
  /** What begins a transaction of which nothing was sent yet. */
  #begin: string | undefined;
  /** Whether the transaction only reads. */
  #isReading = false;
  /** The beginning of one that only reads, until its first statement is sent too. */
  #begun: Promise<unknown> | undefined;

  /** As `query`. */
  run(query: unknown, ...rest: unknown[]): unknown {
    if (!isStatement(query)) return send.call(this, query, ...rest);
    const begin = this.#begin;
    this.#begin = undefined;
    if (begin === undefined) {
      if (query.text.startsWith('begin')) {
        this.#begin = query.text;
        this.#isReading = query.text.endsWith('read only');
        return Promise.resolve(nothing);
      }
      const begun = this.#begun;
      this.#begun = undefined;
      const sent =
        this.#isReading && query.text === 'commit'
          ? this.#endReading()
          : this.#sendWork(query, ...rest);
      // Where the beginning fails, the server refuses what follows: the first failure says why.
      return begun ? Promise.all([begun, sent]).then(([, result]) => result) : sent;
    }
    const [values] = rest;
    if (query.text.startsWith('SELECT set_config(') && isTexts(values)) {
      const literals = query.text.replace(/\$(\d+)/g, (_, number) =>
        this.escapeLiteral(values[Number(number) - 1]!),
      );
      const begun = send.call(this, `${begin}; ${literals}`) as Promise<unknown>;
      if (!this.#isReading) return begun;
      begun.catch(() => undefined);
      this.#begun = begun;
      return Promise.resolve(nothing);
    }
    if (query.text === 'rollback' || query.text === 'commit') return Promise.resolve(nothing);
    // Connections answer one query after the other.
    const begun = send.call(this, begin) as Promise<unknown>;
    return begun.then(() => send.call(this, query, ...rest));
  }

  #sendWork(query: Statement, ...rest: unknown[]): unknown {
    const name = isWork.test(query.text) ? this.names.of(query.text) : undefined;
    if (name === undefined || this.#keeps === false) return send.call(this, query, ...rest);
    const sendKept = () => send.call(this, this.#keeps ? { ...query, name } : query, ...rest);
    // Where looking fails, so does the statement, and tells it.
    return this.#keeps ? sendKept() : this.#look().then(sendKept, sendKept);
  }

  /** Nothing that was read depends on how the end goes; whoever works on the connection next comes after it. */
  #endReading(): Promise<unknown> {
    (send.call(this, 'commit') as Promise<unknown>).catch(() => undefined);
    return Promise.resolve(nothing);
  }

  /** A pooler names another process than the one that works. */
  async #look(): Promise<void> {
    const { processID } = this as unknown as { processID: number };
    const look = send.call(this, 'SELECT pg_backend_pid() AS pid');
    const { rows } = (await look) as { rows: { pid: number }[] };
    this.#keeps = rows[0]?.pid === processID;
  }
}

// Typed by its callers' overloads.
PreparingClient.prototype.query = PreparingClient.prototype.run as typeof Client.prototype.query;

/** The class of connections of one pool. */
export function createPreparingClient(): typeof Client {
  const names = new StatementNames();
  return class extends PreparingClient {
    protected readonly names = names;
  };
}
