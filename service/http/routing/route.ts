import type { Hono } from 'hono';
import type * as z from 'zod/mini';
import type { Endpoint } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import type { Call } from './call.js';
import { accountIdOf, callTo } from './call.js';
import { readJson } from './request-body.js';
import { parse, queryReader } from './validation.js';

type Output<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;
type BodyOf<E> = E extends { body: infer Schema } ? Output<Schema> : undefined;
type QueryOf<E> = E extends { query: infer Schema } ? Output<Schema> : undefined;

/** A call of the contract, with body and query as the contract has them. */
export interface EndpointCall<E extends Endpoint> extends Call {
  body: BodyOf<E>;
  query: QueryOf<E>;
}

/** Answers one call. */
export type Handler<E extends Endpoint> = (call: EndpointCall<E>) => Promise<Response>;

/**
 * Registers a call of the contract under a prefix with `{account}`: query and body are checked before the handler sees them. Where
 * the body may be large, `admit` is asked first.
 */
export function route<const E extends Endpoint>(
  app: Hono,
  services: Services,
  prefix: string,
  endpoint: E,
  handler: Handler<E>,
  admit?: (call: Call) => Promise<void>,
): void {
  const path = `${prefix}${endpoint.path}`.replace(/\{(\w+)\}/g, ':$1');
  const readQuery = endpoint.query && queryReader(endpoint.query);
  app.on(endpoint.method, path, async (context) => {
    const accountId = accountIdOf(context);
    const query = readQuery?.(context.req.queries());
    const { bodyLimit } = endpoint;
    if (bodyLimit !== undefined) await admit?.(callTo(accountId, context, services));
    const body = endpoint.body
      ? parse(endpoint.body, await readJson(context.req.raw, bodyLimit))
      : undefined;
    const call = callTo(accountId, context, services);
    return handler({ ...call, body: body as BodyOf<E>, query: query as QueryOf<E> });
  });
}
