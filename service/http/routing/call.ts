import type { Context } from 'hono';
import type { Caller } from '../../context/caller.js';
import { createCaller } from '../../context/caller.js';
import { isAccountId, isId } from '../../context/ids.js';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import { callerAddress } from './address.js';

/** One request to one account. */
export interface Call {
  caller: Caller;
  /** Id in the path; empty where the path has none. */
  id: string;
  /** A name in the path that need not be an id; empty where the path has none. */
  name: string;
  request: Request;
  header: (name: string) => string | undefined;
}

/** The account in the path of a request; throws `not-found` where a part of the path cannot be an id. */
export function accountIdOf(context: Context): string {
  const {
    account: accountId = '',
    name: _name,
    ...ids
  } = context.req.param() as Record<string, string>;
  if (!isAccountId(accountId) || !Object.values(ids).every(isId)) {
    throw new ProblemError('not-found');
  }
  return accountId;
}

/** A request to the account in its path; throws `not-found` as `accountIdOf` does. */
export function createCall(context: Context, services: Services): Call {
  return callTo(accountIdOf(context), context, services);
}

/** A request to an account. Its time begins now, so whatever may be slow to arrive has to be read before. */
export function callTo(accountId: string, context: Context, services: Services): Call {
  const header = (name: string) => context.req.header(name);
  const input = {
    accountId,
    bearer: bearerOf(header('Authorization')),
    holdToken: header('Hold-Token'),
    bookingToken: header('Booking-Token'),
    loginToken: header('Login-Token'),
    alertToken: header('Alert-Token'),
    idempotencyKey: header('Idempotency-Key'),
    origin: header('Origin'),
    signal: context.req.raw.signal,
  };
  const address = callerAddress(context.req.raw, context.env, services);
  return {
    caller: createCaller(services, input, address),
    id: context.req.param('id') ?? '',
    name: context.req.param('name') ?? '',
    request: context.req.raw,
    header,
  };
}

/** The token of an `Authorization` header; empty for a header without a bearer that can be one, undefined without the header. */
function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer ([\w-]{16,256})$/i.exec(authorization)?.[1] ?? '';
}
