import type { Hono } from 'hono';
import { prefix, staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { callbackPath } from '../../login/eid/ties.js';
import { signInCallbackPath } from '../../people/provider-sign-in.js';
import { asStaff } from '../../staff/operator.js';
import { admitProviderCheck, checkProvider, pageRootOf } from '../../staff/provider-checks.js';
import { answer } from '../routing/answer.js';
import { route } from '../routing/route.js';
import { relyingPartyOf } from './console.js';
import { callerOf, staffRoute } from './staff-route.js';

/** What helps to set up OpenID providers: addresses to register, and a look at theirs (P-33, C-02). */
export function registerProviderChecks(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.providerAddresses, async (work, call) => {
    const root = pageRootOf(services, work) ?? new URL(call.request.url).origin;
    const { origin } = relyingPartyOf(call, services);
    return answer(200, {
      patients: `${root}${callbackPath}`,
      staff: `${origin}${signInCallbackPath}`,
    });
  });

  for (const endpoint of [staffEndpoints.checkEidProvider, staffEndpoints.checkSignInProvider]) {
    route(app, services, prefix.staff, endpoint, async (call) => {
      const { issuer } = call.body;
      await asStaff(callerOf(call, services), endpoint, (work) =>
        admitProviderCheck(services, work, issuer),
      );
      return answer(200, await checkProvider(services, issuer));
    });
  }
}
