import * as z from 'zod/mini';
import { Problem, problemCodes, problemStatus } from '../problem.js';
import { Instant } from '../primitives.js';
import { StaffRight } from './rights.js';

/** The error codes of staff calls: those of all calls, and their own. Apart from them, since patients' pages carry `Problem`. */
export const staffProblemStatus = { ...problemStatus, 'version-conflict': 412 } as const;

export type StaffProblemCode = keyof typeof staffProblemStatus;

/** RFC 9457 problem details of a staff call. */
export const StaffProblem = z.extend(Problem, {
  code: z.literal([...problemCodes, 'version-conflict'] as [
    StaffProblemCode,
    ...StaffProblemCode[],
  ]),
  /** With `not-allowed`: the right that is missing. */
  right: z.optional(StaffRight),
  /** With `version-conflict`: what is stored now, as its `GET` answers it. */
  current: z.optional(z.unknown()),
  /** With `version-conflict` of the timebook: who changed it last (`ITB`: the patient), and when; absent where nothing says so. */
  changedBy: z.optional(z.string()),
  changedAt: z.optional(Instant),
  /** With `invalid` of an undo: the later entry of the history that stands on what was to be undone. */
  entry: z.optional(z.string()),
});
export type StaffProblem = z.infer<typeof StaffProblem>;
