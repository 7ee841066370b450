import type { Hono } from 'hono';
import type { Endpoint } from '../../../src/contract/index.js';
import { prefix } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import type { StaffWork } from '../../staff/operator.js';
import { asOperator } from '../../staff/operator.js';
import { answer } from '../routing/answer.js';
import { route, type EndpointCall } from '../routing/route.js';

/** Answers a staff call inside the operator's transaction; without an answer it is 204. */
type StaffHandler<E extends Endpoint> = (
  work: StaffWork,
  call: EndpointCall<E>,
) => Promise<Response | void>;

/** Registers a staff call, for the account's operator only (N-04). */
export function staffRoute<const E extends Endpoint>(
  app: Hono,
  services: Services,
  endpoint: E,
  handler: StaffHandler<E>,
): void {
  const isDelete = endpoint.method === 'DELETE';
  route(app, services, prefix.staff, endpoint, (call) =>
    asOperator(
      call.caller,
      isDelete,
      async (work) => (await handler(work, call)) ?? answer(204, null),
    ),
  );
}
