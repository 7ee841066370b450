import * as z from 'zod/mini';
import { Whole } from './primitives.js';
import { Slot } from './slot.js';

/** Every error code of the API with its HTTP status. */
export const problemStatus = {
  invalid: 422,
  'not-found': 404,
  'slot-taken': 409,
  'hold-expired': 410,
  'code-wrong': 422,
  'code-expired': 410,
  'too-many-tries': 429,
  'rate-limited': 429,
  'login-required': 401,
  'code-required': 403,
  'not-allowed': 403,
  closed: 503,
  'idempotency-conflict': 422,
  'body-too-large': 413,
  internal: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** Why moving or cancelling is not possible (P-37). */
export const RefusalReason = z.literal(['deadline', 'template', 'days', 'setting']);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** One field that is wrong: `path` such as `patient.nationalId`, `code` such as `checksum`. */
export const FieldProblem = z.object({ path: z.string(), code: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** RFC 9457 problem details, `application/problem+json`. */
export const Problem = z.object({
  /** `urn:opus-booking:CODE`. */
  type: z.string(),
  code: z.literal(problemCodes),
  title: z.string(),
  status: Whole,
  detail: z.optional(z.string()),
  /** With `invalid`. */
  fields: z.optional(z.array(FieldProblem)),
  /** With `slot-taken`: up to six nearest free slots, same clinician first (P-23). */
  alternatives: z.optional(z.array(Slot)),
  /** With `code-wrong`. */
  triesLeft: z.optional(Whole),
  /** With `not-allowed`. */
  reason: z.optional(RefusalReason),
});
export type Problem = z.infer<typeof Problem>;
