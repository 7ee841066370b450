import { sqlState } from './sql-state.js';

/**
 * SQLSTATEs of a database that is away or cannot work now, and of limits that a statement ran into: connection (08), login
 * (28), resources such as a full disk (53), intervention (57), system (58), and those below. Trying again later may help.
 */
const classes = ['08', '28', '53', '57', '58'];
const states = [
  '25006', // read-only
  '25P03', // idle in a transaction for too long
  '25P04', // a transaction that took too long
  '3D000', // no such database
  '40001', // serialization, after several attempts
  '40P01', // deadlock, after several attempts
  '55P03', // a lock that did not come in time
];

/** Codes of Node for a server that cannot be reached. */
const networkCodes = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // of a server's socket
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** What the drivers say where they have no code. */
const sayings = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^timeout expired/,
  /^Client (was closed|has encountered a connection error) and is not queryable/,
  /^Cannot use a pool after calling end on the pool/,
  /^PGlite (is closing|is closed)/,
];

/** The database is away, or cannot do what it should: what was asked for may be asked for again later. */
export class OutageError extends Error {
  override readonly name = 'OutageError';

  constructor(
    /** Such as `53100` or `ECONNREFUSED`. */
    readonly code: string,
    cause: unknown,
  ) {
    super(`The database cannot be used: ${code}`, { cause });
  }
}

/** A failure of the database as an `OutageError` where it is one; every other failure as it is. */
export function asOutage(error: unknown): unknown {
  if (error instanceof OutageError) return error;
  const code = codeOf(error);
  return code === undefined ? error : new OutageError(code, error);
}

/** A failure of a driver, as PostgreSQL or Node describe it. */
interface Failure extends Error {
  code?: unknown;
  severity?: unknown;
}

function codeOf(error: unknown): string | undefined {
  const state = sqlState(error);
  if (state && (states.includes(state) || classes.includes(state.slice(0, 2)))) return state;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    const { code, severity, message } = cause as Failure;
    // The server refused or ended the connection, for whatever reason.
    if (severity === 'FATAL' || severity === 'PANIC') return state ?? severity;
    if (typeof code === 'string' && networkCodes.includes(code)) return code;
    if (sayings.some((saying) => saying.test(message))) return 'no connection';
    // WebAssembly that has stopped: the embedded database cannot go on.
    if (cause.name === 'RuntimeError') return 'stopped';
    // Several addresses of one host failed, each for a reason of its own.
    cause = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  }
  return undefined;
}
