import { asOutage, OutageError } from '../store/outage.js';
import { ReplicaError } from '../timebook/replica.js';
import { describeError } from './describe-error.js';

/** The same outage is told once in this time, milliseconds. */
const quiet = 60_000;

interface Told {
  at: number;
  /** How often it was met since. */
  unsaid: number;
}

/**
 * Writes failures to a log: an outage of the database or its replica in one line and once a minute, however many requests meet
 * it; all others as `describeError` does.
 */
export function createErrorLog(
  write: (text: string) => void = console.error,
  clock: () => number = Date.now,
): (error: unknown) => void {
  const told = new Map<string, Told>();
  return (failure) => {
    const error = failure instanceof ReplicaError ? failure : asOutage(failure);
    if (!(error instanceof OutageError || error instanceof ReplicaError)) {
      return write(describeError(error));
    }
    const { code } = error;
    const line = `${lossOf(error)}: ${code}${meaningOf(code)}.`;
    const before = told.get(line);
    if (before && clock() - before.at < quiet) {
      before.unsaid += 1;
      return;
    }
    told.set(line, { at: clock(), unsaid: 0 });
    const more = before?.unsaid ? ` ${before.unsaid} times more in the last minutes.` : '';
    write(`${line}${more}`);
  };
}

function lossOf(error: OutageError | ReplicaError): string {
  return error instanceof ReplicaError
    ? 'The replica is not used, the database does its work'
    : 'The database cannot be used';
}

/** What the codes mean that an operator meets most. */
const meanings: Readonly<Record<string, string>> = {
  '25006': 'read-only',
  '53100': 'its disk is full',
  '53300': 'too many connections',
  '55P03': 'a lock did not come in time',
  '57014': 'a statement took too long',
  '57P01': 'it was shut down',
  '57P03': 'it is starting or stopping',
  ECONNREFUSED: 'nobody answers there',
};

function meaningOf(code: string): string {
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return meaning ? `, ${meaning}` : '';
}
