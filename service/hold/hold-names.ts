import type { HoldRequest } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { invalid } from '../context/problem.js';
import { isToken, sha256 } from '../store/secrets.js';

type Names = Awaited<ReturnType<typeof namesOf>>;

/** A request for a hold, read. */
export interface HoldPlan {
  body: HoldRequest;
  /** Epoch milliseconds. */
  start: number;
  names: Names;
}

/** Id, token and hashes of a new hold; throws `invalid` for a token that cannot be one. */
export async function namesOf(
  { holdToken: given, services, addressHash }: Caller,
  body: HoldRequest,
  start: number,
) {
  if (given !== undefined && !isToken(given)) {
    throw invalid({ path: 'Hold-Token', code: 'format' });
  }
  const id = crypto.randomUUID();
  const token = given ?? (await services.hmac('hold-token', id));
  const { treatment, clinic, group, clinician, appointment, recall } = body;
  const request = [String(start), treatment, clinic, group, clinician, appointment, recall];
  return {
    id,
    token,
    tokenHash: await sha256(token),
    requestHash: await services.hmac('hold-request', ...request.map((part) => part ?? '')),
    addressHash: await addressHash(),
  };
}

/** The lock under which requests with one token wait for each other. */
export function lockOfHold({ tokenHash }: Pick<Names, 'tokenHash'>): readonly string[] {
  return ['hold', tokenHash];
}
