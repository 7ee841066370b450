import { invalid } from '../context/problem.js';
import type { ProblemError } from '../context/problem.js';
import { sqlState } from '../store/sql-state.js';

/** Column of a foreign key → field of the contract. */
const fields: Readonly<Record<string, string>> = {
  company_id: 'company',
  group_id: 'group',
  clinic_id: 'clinic',
  clinician_id: 'clinician',
  category_id: 'category',
  template_id: 'template',
  patient_id: 'patient',
  preblock_id: 'preblock',
};

/** A constraint that a row breaks, as a problem of the field that is wrong; undefined for any other failure. */
export function toConstraintProblem(error: unknown, isDelete: boolean): ProblemError | undefined {
  const constraint = constraintOf(error);
  switch (sqlState(error)) {
    // Before PostgreSQL 18 a foreign key has one code for a row that names something unknown and for one that is in use.
    case '23001':
    case '23503': {
      if (isDelete) return invalid({ path: 'id', code: 'in-use' });
      const column = Object.keys(fields).find((name) =>
        constraint.includes(`_account_id_${name}_`),
      );
      return invalid({ path: fields[column ?? ''] ?? '', code: 'unknown' });
    }
    case '23P01':
      return invalid({ path: 'clinic', code: 'overlap' });
    case '23514':
      return invalid({ path: 'to', code: 'before-start' });
    case '23505':
      if (constraint === 'patients_national_id_lookup') {
        return invalid({ path: 'nationalId', code: 'taken' });
      }
      if (constraint === 'staff_people_email') return invalid({ path: 'email', code: 'taken' });
      if (constraint === 'staff_passkeys_credential') {
        return invalid({ path: 'credential', code: 'taken' });
      }
      return invalid({ path: 'items', code: 'twice' });
    default:
      return undefined;
  }
}

function constraintOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    const { constraint } = cause as { constraint?: unknown };
    if (typeof constraint === 'string') return constraint;
    cause = cause.cause;
  }
  return '';
}
