import type { Hono } from 'hono';
import type { Endpoint } from '../../../src/contract/index.js';
import { prefix } from '../../../src/contract/index.js';
import type { Caller } from '../../context/caller.js';
import type { Services } from '../../context/services.js';
import type { StaffWork } from '../../staff/actor.js';
import { asStaff } from '../../staff/operator.js';
import { answer } from '../routing/answer.js';
import type { Call } from '../routing/call.js';
import { route, type EndpointCall } from '../routing/route.js';
import { tokenOf } from './console.js';

/** A staff call, and what is to be done once its transaction is through. */
type StaffCall<E extends Endpoint> = EndpointCall<E> & {
  afterwards: (work: () => Promise<void>) => void;
};

/** Answers a staff call inside its transaction; without an answer it is 204. */
type StaffHandler<E extends Endpoint> = (
  work: StaffWork,
  call: StaffCall<E>,
) => Promise<Response | void>;

/** The caller with the token of a key, or of the session in the cookie. */
export const callerOf = (call: Call, services: Services): Caller => ({
  ...call.caller,
  bearer: tokenOf(call, services),
  isBackground: call.header('Opus-Background') === 'true',
});

/** Registers a staff call, for whoever has its right (C-01, N-04). */
export function staffRoute<const E extends Endpoint>(
  app: Hono,
  services: Services,
  endpoint: E,
  handler: StaffHandler<E>,
): void {
  route(
    app,
    services,
    prefix.staff,
    endpoint,
    async (call) => {
      let hasMessages = false;
      // Not before the transaction is through: until then nobody else sees what it has put into the outbox.
      const deliverLater = () => void (hasMessages = true);
      const later: (() => Promise<void>)[] = [];
      const afterwards = (work: () => Promise<void>) => void later.push(work);
      const inside = { ...call, afterwards, caller: { ...call.caller, deliverLater } };
      const response = await asStaff(
        callerOf(call, services),
        endpoint,
        async (work) => (await handler(work, inside)) ?? answer(204, null),
      );
      if (later.length > 0) {
        services.later(async () => {
          for (const work of later) await work().catch(services.onError);
          if (hasMessages) call.caller.deliverLater();
        });
      } else if (hasMessages) call.caller.deliverLater();
      return response;
    },
    // Nobody else can make the service read a large body.
    (call) => asStaff(callerOf(call, services), endpoint, () => Promise.resolve()),
  );
}
