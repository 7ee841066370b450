import type { Hono } from 'hono';
import type { Endpoint } from '../../../src/contract/index.js';
import { DemoPeople, DemoSignIn, prefix, SignedIn } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { listDemoPeople, signInDemoPerson } from '../../people/demo-sign-in.js';
import { answer } from '../routing/answer.js';
import { route } from '../routing/route.js';
import { browserOf, refuseOtherPages } from './console.js';
import { signedIn } from './sign-ins.js';

// Not in the contract's table, since only a demo has them.
const demoPeople = {
  method: 'GET',
  path: '/demo-people',
  summary: 'Whom a page may sign in without a code',
  answers: { 200: DemoPeople },
  problems: ['not-found'],
} as const satisfies Endpoint;

const demoSignIn = {
  method: 'POST',
  path: '/demo-sign-in',
  summary: 'Sign one of them in',
  body: DemoSignIn,
  answers: { 200: SignedIn },
  problems: ['invalid', 'not-found', 'not-allowed'],
} as const satisfies Endpoint;

/** In demo mode: a sample person of each role to sign in as. */
export function registerDemoPeople(app: Hono, services: Services): void {
  route(app, services, prefix.staff, demoPeople, async ({ caller }) =>
    answer(200, await listDemoPeople(caller)),
  );
  route(app, services, prefix.staff, demoSignIn, (call) => {
    refuseOtherPages(call, services);
    const browser = browserOf(call, services);
    return signedIn(call, services, signInDemoPerson(call.caller, call.body.person, browser));
  });
}
