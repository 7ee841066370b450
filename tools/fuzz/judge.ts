// What is wrong with an answer.
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import {
  prefix,
  Problem,
  StaffProblem,
  staffProblemStatus,
  type StaffProblemCode,
} from '../../src/contract/index.js';
import type { Planned, Received } from './request.js';

/** What any call may answer, whatever the contract says of it. */
const always: readonly StaffProblemCode[] = ['body-too-large', 'busy', 'internal'];

/** Rows that a call may change and still be refused: wrong codes are counted, and what they were for ends. */
const countedTables: Partial<Record<StaffProblemCode, readonly string[]>> = {
  // When a gateway was refused is noted down.
  'login-required': ['sms_gateways'],
  // A challenge of a passkey is good for one answer.
  'not-allowed': ['staff_sign_ins'],
  'code-wrong': [
    'bookings',
    'code_failures',
    'day_revisions',
    'logins',
    'reservations',
    'sessions',
    'staff_sign_ins',
    'timebook_revisions',
  ],
};

/** Rows that any call with a session or key may change: how long it lasts yet, and when it was used. */
const touched = ['sessions update', 'staff_sessions update', 'staff_keys update'];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body of an answer as JSON; undefined when it is none. */
export const bodyOf = ({ text }: Received): unknown => parseJson(text);

/** What is wrong with an answer and with what it left in the database, in words; empty: nothing. */
export function judge(planned: Planned, received: Received, changes: readonly string[]): string[] {
  const { status, failure, headers } = received;
  if (failure === 'held up') return [];
  if (failure) return [`no answer: ${failure}`];
  if (status >= 500 && status !== 503) return [`${status}`];
  const type = String(headers['content-type'] ?? '');
  const noted = planned.operation === 'staff_exportPatient' ? ['data_journal insert'] : [];
  const written = changes.filter((change) => ![...touched, ...noted].includes(change));
  // An answer to HEAD has no body.
  if (planned.method === 'HEAD') {
    return written.length > 0 ? [`HEAD has changed ${written.join(', ')}`] : [];
  }
  // Node itself refuses what is no HTTP, without a type.
  if (status >= 400 && type === '') return [];
  if (status >= 400) {
    return /^application\/problem\+json/.test(type)
      ? judgeProblem(planned, received, changes)
      : [`${status} as ${type}`];
  }
  const complaints: string[] = [];
  if (planned.method === 'GET' && written.length > 0) {
    complaints.push(`reading has changed ${written.join(', ')}`);
  }
  if (planned.isElsewhere || status === 304) return complaints;
  return [...complaints, ...judgeAnswer(planned, received)];
}

function judgeProblem(
  { endpoint, isElsewhere, path }: Planned,
  received: Received,
  changes: readonly string[],
): string[] {
  const body = bodyOf(received);
  const isStaffs = path.startsWith(prefix.staff.split('{')[0]!);
  const problem = z.safeParse(isStaffs ? StaffProblem : Problem, body);
  if (!problem.success) return [`no problem details: ${received.text.slice(0, 300)}`];
  const { code, status } = problem.data;
  const complaints: string[] = [];
  if (!isDeepStrictEqual(problem.data, body)) complaints.push('more fields than the contract has');
  if (status !== received.status || status !== staffProblemStatus[code]) {
    complaints.push(`${code} with ${received.status}`);
  }
  if (!isElsewhere && ![...endpoint.problems, ...always].includes(code)) {
    complaints.push(`${code} is no problem of this call`);
  }
  const counted = countedTables[code] ?? [];
  const written = changes.filter(
    (change) => !touched.includes(change) && !counted.includes(change.split(' ')[0]!),
  );
  if (written.length > 0) complaints.push(`refused as ${code}, but changed ${written.join(', ')}`);
  return complaints;
}

function judgeAnswer({ endpoint }: Planned, received: Received): string[] {
  const { status, text, headers } = received;
  if (!(status in endpoint.answers)) return [`${status} is no answer of this call`];
  const schemas = endpoint.answers[status]!;
  // Server-sent events have no schema, but lines of a form (HTML, "Parsing an event stream").
  if (/^text\/event-stream/.test(String(headers['content-type'] ?? ''))) {
    return /^(?:(?:id|event|data|retry|):.*\n|\n)*$/.test(text) ? [] : ['no event stream'];
  }
  if (schemas === null) return text === '' ? [] : ['a body where there is none'];
  const body = bodyOf(received);
  const all = (Array.isArray(schemas) ? schemas : [schemas]) as z.ZodMiniType[];
  const results = all.map((schema) => z.safeParse(schema, body));
  if (results.some(({ success, data }) => success && isDeepStrictEqual(data, body))) return [];
  const issues = results.map(({ error }) => (error ? z.prettifyError(error) : 'more fields'));
  return [`not as the contract has it: ${issues.join(' or ')}: ${text.slice(0, 200)}`];
}
