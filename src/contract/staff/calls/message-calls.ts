import type { Endpoint } from '../../endpoint.js';
import { AccountHealth } from '../health.js';
import { MessageTextTest, MessageTextTestSent } from '../message-texts.js';
import { get, person, wrong } from './parts.js';

/** Messages beyond their texts: a test to oneself, and whether they leave. */
export const messageCalls = {
  testMessageText: {
    method: 'POST',
    path: '/message-texts/{id}/test',
    summary: 'Send a draft with sample values to oneself',
    right: 'settings',
    headers: person,
    body: MessageTextTest,
    answers: { 202: MessageTextTestSent },
    problems: [...wrong, 'rate-limited'],
  },
  health: get('read', '/health', 'Whether messages leave, and where the page is', AccountHealth),
} as const satisfies Record<string, Endpoint>;
