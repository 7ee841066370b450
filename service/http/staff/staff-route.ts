import type { Hono } from 'hono';
import type { Endpoint, FieldProblem } from '../../../src/contract/index.js';
import { prefix } from '../../../src/contract/index.js';
import { sqlState } from '../../store/database.js';
import { isSameSecret, sha256 } from '../../store/secrets.js';
import type { Call, Work } from '../call.js';
import { invalid, ProblemError } from '../problem.js';
import { answer, route, type Handler } from '../route.js';
import type { Services } from '../services.js';

/** What a staff handler gets beside the call: the transaction's work. */
type StaffHandler<E extends Endpoint> = (
  work: Work,
  call: Parameters<Handler<E>>[0],
) => Promise<Response | ProblemError | undefined>;

/**
 * Registers a staff call: one transaction, in which the operator's bearer is that of the account, else `login-required`
 * as if the account did not exist (N-04). A handler without an answer is answered 204.
 */
export function staffRoute<const E extends Endpoint>(
  app: Hono,
  services: Services,
  endpoint: E,
  handler: StaffHandler<E>,
): void {
  route(app, services, prefix.staff, endpoint, async (call) => {
    const bearer = bearerOf(call);
    const hash = await sha256(bearer);
    const isHost = isSameSecret(bearer, services.operatorKey ?? '');
    let isAllowed = false;
    try {
      return await call.transaction(async (work) => {
        if (!isHost && !isSameSecret(hash, work.account.operatorTokenHash ?? '')) {
          throw new ProblemError('login-required');
        }
        isAllowed = true;
        const result = await handler(work, call);
        if (result instanceof ProblemError) throw result;
        return result ?? answer(204, null);
      });
    } catch (error) {
      // An account that does not exist is told from a wrong token by nothing.
      if (!isAllowed && error instanceof ProblemError) throw new ProblemError('login-required');
      throw toRefusal(error, endpoint.method) ?? error;
    }
  });
}

/** The bearer of a call; throws `login-required` when there is none. */
export function bearerOf(call: Pick<Call<unknown, unknown>, 'header'>): string {
  const [, token] = /^Bearer ([\w-]{16,256})$/i.exec(call.header('Authorization') ?? '') ?? [];
  if (!token) throw new ProblemError('login-required');
  return token;
}

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

/** What the database refused, as a problem with the field that is wrong; undefined for anything else. */
function toRefusal(error: unknown, method: string): ProblemError | undefined {
  const constraint = constraintOf(error);
  switch (sqlState(error)) {
    // A foreign key says the same of a row that names something unknown and, before PostgreSQL 18, of one that is in use.
    case '23001':
    case '23503': {
      if (method === 'DELETE') return invalid({ path: 'id', code: 'in-use' });
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
      // Never the database's own words: they hold the national ID (N-02).
      if (constraint === 'patients_national_id') {
        return invalid({ path: 'nationalId', code: 'taken' });
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

/** Throws `not-found` when nothing was there to change. */
export function found(was: boolean): undefined {
  if (!was) throw new ProblemError('not-found');
  return undefined;
}

/** Throws `invalid` when there is a problem with some field. */
export function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalid(...problems);
}
