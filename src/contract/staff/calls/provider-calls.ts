import type { Endpoint } from '../../endpoint.js';
import type { StaffRight } from '../rights.js';
import * as checks from '../provider-checks.js';
import { get, operator } from './parts.js';

const check = <Path extends string>(right: StaffRight, path: Path, summary: string) =>
  ({
    method: 'POST',
    path,
    summary,
    right,
    headers: operator,
    body: checks.ProviderCheckRequest,
    answers: { 200: checks.ProviderCheck },
    problems: ['invalid', 'login-required', 'not-allowed', 'rate-limited'],
  }) as const;

/** What helps to set up OpenID providers, those of patients (P-33) and those of the staff (C-02). */
export const providerCalls = {
  providerAddresses: get(
    'read',
    '/provider-addresses',
    'Where OpenID providers send browsers back to',
    checks.ProviderAddresses,
  ),
  checkEidProvider: check(
    'settings',
    '/eid-provider-checks',
    'What is found at the address of a provider for patients',
  ),
  checkSignInProvider: check(
    'keys',
    '/sign-in-provider-checks',
    'What is found at the address of a provider for the staff',
  ),
} as const satisfies Record<string, Endpoint>;
