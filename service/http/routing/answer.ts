import { ProblemError } from '../../context/problem.js';

/**
 * An answer as JSON that nobody caches; `null` for an empty body. Throws a `ProblemError` that a use-case returned: its
 * transaction has committed, and the app answers it as problem details.
 */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  if (body instanceof ProblemError) throw body;
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
}
