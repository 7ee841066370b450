import type { Endpoint } from '../../endpoint.js';
import { AccountExport, ImportAnswer, ImportRequest } from '../exchange.js';
import { History, HistoryEntry, HistoryQuery } from '../history.js';
import { get, operator, wrong } from './parts.js';

/** What was changed, undo, and all of an account's set-up as one document. */
export const historyCalls = {
  history: {
    ...get('history', '/history', 'What was changed by whom, newest first', History),
    query: HistoryQuery,
  },
  undo: {
    method: 'POST',
    path: '/history/{id}/undo',
    summary: 'Undo a change on which no later one stands',
    right: 'history',
    headers: operator,
    answers: { 201: HistoryEntry },
    problems: wrong,
  },
  exportAccount: get(
    'exchange',
    '/export',
    'All settings and the catalogue as one document, without secrets and patients',
    AccountExport,
  ),
  importAccount: {
    method: 'POST',
    path: '/import',
    summary: 'Take over such a document, or list what it would change',
    right: 'exchange',
    headers: operator,
    body: ImportRequest,
    bodyLimit: 32_000_000,
    answers: { 200: ImportAnswer },
    problems: wrong,
  },
} as const satisfies Record<string, Endpoint>;
