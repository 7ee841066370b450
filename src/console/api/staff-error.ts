import type {
  FieldProblem,
  StaffProblem,
  StaffProblemCode,
  StaffRight,
} from '../../contract/index.js';

/** Why a call failed: a code of the contract, or what the network did. */
export type StaffErrorCode = StaffProblemCode | 'offline' | 'unreachable' | 'invalid-answer';

/** A call of the staff API that did not succeed. */
export class StaffError extends Error {
  override readonly name = 'StaffError';
  /** With `invalid`: what is wrong with which field. */
  readonly fields: readonly FieldProblem[];
  /** With `not-allowed`: the right that is missing. */
  readonly right: StaffRight | undefined;
  /** With `version-conflict`: what is stored now. */
  readonly current: unknown;
  /** With `version-conflict` of the timebook: who changed it last, and when. */
  readonly changedBy: string | undefined;
  readonly changedAt: string | undefined;
  /** With `code-wrong`. */
  readonly triesLeft: number | undefined;
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: StaffErrorCode,
    problem: Partial<StaffProblem> & { retryAfter?: number | undefined } = {},
  ) {
    super(problem.detail ?? code);
    this.fields = problem.fields ?? [];
    this.right = problem.right;
    this.current = problem.current;
    this.changedBy = problem.changedBy;
    this.changedAt = problem.changedAt;
    this.triesLeft = problem.triesLeft;
    this.retryAfter = problem.retryAfter;
  }
}
