import type { Endpoint } from '../../endpoint.js';
import { Readings, ReadingsQuery } from '../readings.js';
import { get } from './parts.js';

/** Reading at once what a page would ask for one by one. */
export const readingCalls = {
  readings: {
    ...get('read', '/readings', 'What several calls would answer, in one', Readings),
    query: ReadingsQuery,
  },
} as const satisfies Record<string, Endpoint>;
