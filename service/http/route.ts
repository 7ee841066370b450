import type { Hono } from 'hono';
import type * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/index.js';
import type { Call } from './call.js';
import { createCall } from './call.js';
import { ProblemError } from './problem.js';
import { readJson } from './request-body.js';
import type { Services } from './services.js';
import { parse, queryReader } from './validation.js';

type Output<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;
type BodyOf<E> = E extends { body: infer Schema } ? Output<Schema> : undefined;
type QueryOf<E> = E extends { query: infer Schema } ? Output<Schema> : undefined;

/** Answers one call. */
export type Handler<E extends Endpoint> = (
  call: Call<BodyOf<E>, QueryOf<E>>,
) => Promise<Response | ProblemError>;

const accountPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const idPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a text can be an account's name in a path. */
export function isAccountId(text: string): boolean {
  return accountPattern.test(text);
}

/** Whether a text can be an id in a path. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** Whether a text is an id that this service made. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Registers a call of the contract under a prefix with `{account}`: query and body are checked before the handler sees them. */
export function route<const E extends Endpoint>(
  app: Hono,
  services: Services,
  prefix: string,
  endpoint: E,
  handler: Handler<E>,
): void {
  const path = `${prefix}${endpoint.path}`.replace(/\{(\w+)\}/g, ':$1');
  const readQuery = endpoint.query && queryReader(endpoint.query);
  app.on(endpoint.method, path, async (context) => {
    const accountId = context.req.param('account') ?? '';
    const id = context.req.param('id');
    if (!isAccountId(accountId)) throw new ProblemError('not-found');
    if (id !== undefined && !isId(id)) throw new ProblemError('not-found');
    const query = readQuery?.(context.req.queries());
    const body = endpoint.body ? parse(endpoint.body, await readJson(context.req.raw)) : undefined;
    const call = createCall(context, services, accountId, body as BodyOf<E>, query as QueryOf<E>);
    const answer = await handler(call);
    if (answer instanceof ProblemError) throw answer;
    return answer;
  });
}

/** An answer as JSON that nobody keeps; `null` for an empty body. */
export function answer(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
}
