import type { Hono } from 'hono';
import { demoCalls, prefix } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { listDemoPeople, signInDemoPerson } from '../../people/demo-sign-in.js';
import { answer } from '../routing/answer.js';
import { route } from '../routing/route.js';
import { browserOf, refuseOtherPages } from './console.js';
import { signedIn } from './sign-ins.js';

/** In demo mode: a sample person of each role to sign in as. */
export function registerDemoPeople(app: Hono, services: Services): void {
  route(app, services, prefix.staff, demoCalls.demoPeople, async ({ caller }) =>
    answer(200, await listDemoPeople(caller)),
  );
  route(app, services, prefix.staff, demoCalls.demoSignIn, (call) => {
    refuseOtherPages(call, services);
    const browser = browserOf(call, services);
    return signedIn(call, services, signInDemoPerson(call.caller, call.body.person, browser));
  });
}
