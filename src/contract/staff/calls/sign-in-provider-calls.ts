import type { Endpoint } from '../../endpoint.js';
import * as providers from '../sign-in-providers.js';
import { done, get, operator, remove, wrong } from './parts.js';

/**
 * Providers at which a chain's people sign in (C-02). Who chooses one can be anybody with an address of its domains: the right is the
 * owner's.
 */
export const signInProviderCalls = {
  beginProviderSignIn: {
    method: 'POST',
    path: '/sign-ins/provider',
    summary: "Where to sign in with an address of a chain's domain",
    body: providers.ProviderSignInRequest,
    answers: { 200: providers.ProviderSignIn },
    problems: ['invalid', 'not-found', 'not-allowed', 'rate-limited'],
  },
  signInProviders: get(
    'keys',
    '/sign-in-providers',
    "Providers that a chain's people sign in at, without their secrets",
    providers.SignInProviderList,
  ),
  putSignInProvider: {
    method: 'PUT',
    path: '/sign-in-providers/{id}',
    summary: 'Store a provider to sign in at',
    right: 'keys',
    headers: operator,
    body: providers.SignInProviderInput,
    answers: done,
    problems: wrong,
  },
  deleteSignInProvider: remove(
    'keys',
    '/sign-in-providers/{id}',
    'Delete a provider to sign in at',
  ),
} as const satisfies Record<string, Endpoint>;
