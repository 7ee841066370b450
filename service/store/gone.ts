import { sqlState } from './sql-state.js';

/** A row that this transaction has found was deleted by another one before it could be used. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** The same as PostgreSQL notices it: a row names one that is not there any more (`foreign_key_violation`). */
const brokenReference = '23503';

/** Whether a failure may come of a row that was deleted meanwhile: done once more, the transaction sees what there is now. */
export function isGone(error: unknown): boolean {
  return error instanceof GoneError || sqlState(error) === brokenReference;
}

/** The row that a statement was to answer with; throws a `GoneError` where it is not there any more. */
export function stillThere<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new GoneError();
  return row;
}
