import { problemStatus } from '../../src/contract/index.js';
import type { Problem, ProblemCode } from '../../src/contract/index.js';

/** Anything that answers requests: the service itself, or a server far away. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/** The staff calls of one account. */
export interface StaffClient {
  account: string;
  /** `path` is what follows the account. Throws a `StaffCallError` on any problem but `accepted`. */
  send: <Answer = undefined>(
    method: 'GET' | 'PUT' | 'PATCH' | 'POST',
    path: string,
    body?: unknown,
    accepted?: ProblemCode,
  ) => Promise<Answer>;
}

/** A staff call that failed. */
export class StaffCallError extends Error {
  override readonly name = 'StaffCallError';

  constructor(call: string, problem: Problem) {
    const fields = problem.fields?.map(({ path, code }) => `${path} ${code}`).join(', ');
    super(`${call}: ${problem.code}${fields ? ` (${fields})` : ''}`);
  }
}

/** A client that signs its calls with an operator's token, the key of all operators, or the platform's key. */
export function createStaffClient(fetch: Fetch, account: string, token: string): StaffClient {
  return {
    account,
    async send<Answer>(method: string, path: string, body?: unknown, accepted?: ProblemCode) {
      const request = new Request(`http://localhost/v1/staff/accounts/${account}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const response = await fetch(request);
      const text = await response.text();
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      if (!response.ok && response.status !== problemStatus[accepted ?? 'internal']) {
        throw new StaffCallError(`${method} ${account}${path}`, answer as Problem);
      }
      return answer as Answer;
    },
  };
}
