import type { AccountCreated, AccountSetup, Problem } from '../../../src/contract/index.js';
import type { Answer, TestService } from './service.js';

export const platformKey = 'the-key-of-the-platform';

/** An account with what its operator may do. */
export interface Operator {
  token: string;
  /** A staff call; `json` makes it a POST unless `method` says otherwise. */
  call: <Body = Problem>(
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer<Body>>;
}

export const setup: AccountSetup = {
  name: 'Tannlegen',
  market: 'NO',
  timeZone: 'Europe/Oslo',
  languages: ['nb', 'en'],
  textLanguage: 'nb',
};

/** Calls of whoever has the token. */
export function operatorOf(service: TestService, account: string, token: string): Operator {
  return {
    token,
    call: (method, path, json, headers = {}) =>
      service.request(`/v1/staff/accounts/${account}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, ...headers },
        ...(json === undefined ? {} : { json }),
      }),
  };
}

/** Makes an account as the platform does, and returns its operator. */
export async function makeAccount(service: TestService, account = 'tannlegen'): Promise<Operator> {
  const platform = operatorOf(service, account, platformKey);
  const { status, body } = await platform.call<AccountCreated>('PUT', '', setup);
  if (status !== 201 || !body.operatorToken) throw new Error(`Account not made: ${status}`);
  return operatorOf(service, account, body.operatorToken);
}

export const clinic = {
  name: 'Sentrum',
  company: 'firma',
  address1: 'Storgata 1',
  postalCode: '0155',
  city: 'Oslo',
  phone: '22334455',
  email: 'post@example.com',
  position: 0,
};

export const clinician = {
  name: 'Anne Lie',
  title: 'Tannlege',
  position: 0,
  published: true,
  acceptsNewPatients: true,
  clinics: [{ clinic: 'sentrum', photoConsent: true, titleConsent: false }],
};

export const template = {
  name: '- Undersøkelse',
  minutes: 30,
  category: 'us',
  useInTimebook: true,
  useInBooking: true,
  moveOnline: true,
  cancelOnline: true,
  useInRecall: false,
  moveNextRecall: false,
  recallCard: false,
};

export const internet = {
  name: 'Etimer',
  type: 'internet',
  mode: 'allow',
  categories: ['us'],
  mayBypass: true,
  allowAllRebookings: false,
};

/** Stores a clinic with one clinician and one treatment; throws when anything is refused. */
export async function storeCatalogue({ call }: Operator): Promise<void> {
  const options: [path: string, input: object][] = [
    ['/companies/firma', { name: 'Firma AS' }],
    ['/groups/oslo', { name: 'Oslo', position: 0 }],
    ['/clinics/sentrum', { ...clinic, group: 'oslo' }],
    ['/categories/us', { name: 'US', position: 0 }],
    ['/templates/us', template],
    ['/preblock-definitions/etimer', internet],
    ['/clinicians/anne', clinician],
  ];
  for (const [path, input] of options) {
    const { status, body } = await call('PUT', path, input);
    if (status !== 204) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }
}
