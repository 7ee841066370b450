import { staffProblemStatus } from '../../../src/contract/index.js';
import type { StaffProblem, StaffProblemCode } from '../../../src/contract/index.js';
import type { ProblemError } from '../../context/problem.js';

const titles: Record<StaffProblemCode, string> = {
  invalid: 'Something in the request is not as it should be.',
  'not-found': 'There is nothing here.',
  'slot-taken': 'The time is not free.',
  'hold-expired': 'The time is no longer kept.',
  'code-wrong': 'The code is wrong.',
  'code-expired': 'The code is no longer valid.',
  'too-many-tries': 'Too many wrong codes.',
  'rate-limited': 'Too many requests.',
  'login-required': 'Logging in is needed.',
  'code-required': 'A code has to confirm it first.',
  'not-allowed': 'This is not allowed.',
  closed: 'Booking is closed.',
  'idempotency-conflict': 'The idempotency key was used for something else.',
  'body-too-large': 'The body is too large.',
  internal: 'Something went wrong.',
  busy: 'The service is busy. Try again in a moment.',
  'version-conflict': 'It was changed meanwhile.',
};

/** A problem as RFC 9457 problem details. */
export function toResponse({ code, extras }: ProblemError): Response {
  const { retryAfter, ...rest } = extras;
  const status = staffProblemStatus[code];
  const problem: StaffProblem = {
    type: `urn:opus-booking:${code}`,
    code,
    title: titles[code],
    status,
    ...rest,
  };
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
  // RFC 9110 11.6.1: a 401 names the scheme.
  if (code === 'login-required') headers.set('WWW-Authenticate', 'Bearer');
  if (retryAfter !== undefined)
    headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  return new Response(JSON.stringify(problem), { status, headers });
}
