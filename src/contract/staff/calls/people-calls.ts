import type { Endpoint } from '../../endpoint.js';
import * as keys from '../keys.js';
import * as people from '../people.js';
import { done, operator, person, wrong, wrongOrChanged } from './parts.js';

/** People of the staff, and oneself (C-01). */
export const peopleCalls = {
  me: {
    method: 'GET',
    path: '/me',
    summary: 'Who calls, and what they may do',
    headers: operator,
    answers: { 200: people.Me },
    problems: ['login-required'],
  },
  changeMe: {
    method: 'PATCH',
    path: '/me',
    summary: 'Change the own name or language',
    headers: person,
    body: people.MePatch,
    answers: done,
    problems: wrong,
  },
  people: {
    method: 'GET',
    path: '/people',
    summary: 'The people of the staff',
    right: 'people',
    headers: operator,
    answers: { 200: people.PeopleList },
    problems: wrong,
  },
  person: {
    method: 'GET',
    path: '/people/{id}',
    summary: 'One of them, as `PUT` takes it',
    right: 'people',
    headers: operator,
    answers: { 200: people.PersonInput },
    versioned: true,
    problems: wrong,
  },
  putPerson: {
    method: 'PUT',
    path: '/people/{id}',
    summary: 'Store a person; nobody gives a right that they have not',
    right: 'people',
    headers: operator,
    body: people.PersonInput,
    versioned: true,
    answers: done,
    problems: wrongOrChanged,
  },
  deletePerson: {
    method: 'DELETE',
    path: '/people/{id}',
    summary: 'Remove a person; sessions end at once',
    right: 'people',
    headers: operator,
    versioned: true,
    answers: done,
    problems: wrongOrChanged,
  },
  invitePerson: {
    method: 'POST',
    path: '/people/{id}/invitations',
    summary: 'Send an invitation by e-mail; the former one ends',
    right: 'people',
    headers: operator,
    answers: { 202: people.InvitationSent },
    problems: [...wrong, 'rate-limited'],
  },
  endSessionsOfPerson: {
    method: 'DELETE',
    path: '/people/{id}/sessions',
    summary: 'Sign a person out everywhere',
    right: 'people',
    headers: operator,
    answers: done,
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;

/** API keys (C-11). */
export const keyCalls = {
  keys: {
    method: 'GET',
    path: '/keys',
    summary: 'API keys, without what opens them',
    right: 'keys',
    headers: operator,
    answers: { 200: keys.KeyList },
    problems: wrong,
  },
  createKey: {
    method: 'POST',
    path: '/keys',
    summary: 'Make an API key, which is shown once',
    right: 'keys',
    headers: operator,
    body: keys.KeyInput,
    answers: { 201: keys.KeyCreated },
    problems: wrong,
  },
  deleteKey: {
    method: 'DELETE',
    path: '/keys/{id}',
    summary: 'Revoke an API key',
    right: 'keys',
    headers: operator,
    answers: done,
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;
