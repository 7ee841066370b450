import type { Endpoint } from '../../endpoint.js';
import { Texts } from '../../account.js';
import * as staff from '../account.js';
import { OrganisationLists } from '../catalogue.js';
import { Subdomain, SubdomainChange, SubdomainState } from '../subdomain.js';
import { done, get, operator, put, wrong, wrongOrChanged } from './parts.js';

const versioned = { versioned: true } as const;

/** The account itself: set-up, settings, texts, state, theme, script, and the organisation's lists. */
export const accountCalls = {
  setUpAccount: {
    method: 'PUT',
    path: '',
    summary: 'Create an account, or change what it is',
    headers: ['Platform'],
    body: staff.AccountSetup,
    answers: { 201: staff.AccountCreated, 200: staff.AccountCreated },
    problems: ['invalid', 'login-required'],
  },
  rotateOperatorToken: {
    method: 'POST',
    path: '/operator-token',
    summary: "Make a new operator's token; the former one ends at once",
    headers: ['Operator', 'Platform'],
    answers: { 201: staff.OperatorToken },
    problems: ['login-required'],
  },
  revokeOperatorToken: {
    method: 'DELETE',
    path: '/operator-token',
    summary: "End the operator's token without a new one",
    headers: ['Operator', 'Platform'],
    answers: done,
    problems: ['login-required'],
  },
  settings: { ...get('read', '/settings', 'All settings', staff.StaffSettings), ...versioned },
  changeSettings: {
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings',
    right: 'settings',
    headers: operator,
    body: staff.SettingsPatch,
    ...versioned,
    answers: { 200: staff.StaffSettings },
    problems: wrongOrChanged,
  },
  texts: { ...get('read', '/texts', "The account's own texts", Texts), ...versioned },
  changeTexts: {
    method: 'PATCH',
    path: '/texts',
    summary: 'Change texts',
    right: 'settings',
    headers: operator,
    body: staff.TextsPatch,
    ...versioned,
    answers: done,
    problems: wrongOrChanged,
  },
  standardTexts: get(
    'read',
    '/standard-texts',
    'What patients read where the account has no text of its own',
    staff.StandardTexts,
  ),
  consents: {
    method: 'GET',
    path: '/consents',
    summary: 'What patients consented to, version by version',
    right: 'read',
    headers: operator,
    answers: { 200: staff.ConsentVersionList },
    problems: wrong,
  },
  status: {
    ...get('read', '/status', 'Open, closed or unpublished', staff.StaffStatus),
    ...versioned,
  },
  changeStatus: put('settings', '/status', 'Open, close, unpublish', staff.StatusChange),
  theme: { ...get('read', '/theme', 'Colour and logo', staff.StaffTheme), ...versioned },
  changeTheme: {
    method: 'PATCH',
    path: '/theme',
    summary: 'Change colour and logo',
    right: 'settings',
    headers: operator,
    body: staff.ThemePatch,
    ...versioned,
    answers: done,
    problems: wrongOrChanged,
  },
  script: {
    ...get('read', '/script', 'The script of the hosted page', staff.PageScript),
    ...versioned,
  },
  changeScript: put(
    'settings',
    '/script',
    'Change the script of the hosted page',
    staff.PageScript,
  ),
  subdomain: {
    ...get('read', '/subdomain', "The name of the account's page", Subdomain),
    ...versioned,
  },
  changeSubdomain: put(
    'settings',
    '/subdomain',
    'Give the page another name; the former one leads there for 90 days',
    SubdomainChange,
  ),
  subdomainState: get(
    'settings',
    '/subdomains/{name}',
    'Whether the page could have a name',
    SubdomainState,
  ),
  lists: {
    ...get('read', '/lists', 'The lists assigned to the organisation', OrganisationLists),
    ...versioned,
  },
  assignLists: put('settings', '/lists', 'Assign the lists of the organisation', OrganisationLists),
} as const satisfies Record<string, Endpoint>;
