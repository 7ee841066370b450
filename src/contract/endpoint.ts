import type * as z from 'zod/mini';
import type { StaffProblemCode } from './staff/problem.js';
import type { StaffRight } from './staff/rights.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * Secrets that a call carries in its headers. `Operator` and `Session` are bearers in `Authorization`; `Operator` is any key of
 * the account, or a person's session in its cookie, which alone is meant by `StaffSession`.
 */
type Secret =
  | 'Session'
  | 'Operator'
  | 'StaffSession'
  | 'Platform'
  | 'Hold-Token'
  | 'Booking-Token'
  | 'Login-Token'
  | 'Alert-Token'
  | 'Idempotency-Key';

/** One call of the API. `path` is relative to one of `prefix`. */
export interface Endpoint {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** What a member of staff needs for it; absent for patients and for whoever runs the service. */
  readonly right?: StaffRight;
  /** The right is needed only at the clinic, or in the calendar, that the call is about; else everywhere. */
  readonly atPlace?: true;
  readonly headers?: readonly Secret[];
  /** Pages make it by themselves, so it does not put off the idle end of a person's session (C-02). */
  readonly isBackground?: true;
  /** Reading answers an `ETag`; changing takes it back in `If-Match`, so that two at once do not overwrite each other (C-03). */
  readonly versioned?: boolean;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  /** Largest body in bytes, where it may be larger than others. It is read only of callers who may make the call. */
  readonly bodyLimit?: number;
  /** Status → schema; null for an empty answer. */
  readonly answers: Readonly<Record<number, z.ZodMiniType | readonly z.ZodMiniType[] | null>>;
  readonly problems: readonly StaffProblemCode[];
}

export const prefix = {
  public: '/v1/accounts/{account}',
  staff: '/v1/staff/accounts/{account}',
  gateway: '/v1/gateway/{account}',
} as const;
