import type { Endpoint } from '../../endpoint.js';
import { DemoPeople, DemoSignIn, SignedIn } from '../sign-in.js';

/** Signing in without a code. Not in the table of the staff API, since only a demo has them. */
export const demoCalls = {
  demoPeople: {
    method: 'GET',
    path: '/demo-people',
    summary: 'Whom a page may sign in without a code',
    answers: { 200: DemoPeople },
    problems: ['not-found'],
  },
  demoSignIn: {
    method: 'POST',
    path: '/demo-sign-in',
    summary: 'Sign one of them in',
    body: DemoSignIn,
    answers: { 200: SignedIn },
    problems: ['invalid', 'not-found', 'not-allowed'],
  },
} as const satisfies Record<string, Endpoint>;
