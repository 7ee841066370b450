import type { Endpoint } from './endpoint.js';
import { accountCalls } from './staff/calls/account-calls.js';
import { calendarCalls } from './staff/calls/calendar-calls.js';
import { historyCalls } from './staff/calls/history-calls.js';
import { messageCalls } from './staff/calls/message-calls.js';
import { patientCalls } from './staff/calls/patient-calls.js';
import { keyCalls, peopleCalls } from './staff/calls/people-calls.js';
import { readingCalls } from './staff/calls/reading-calls.js';
import { recordCalls } from './staff/calls/record-calls.js';
import { smsCalls } from './staff/calls/sms-calls.js';
import { signInCalls } from './staff/calls/sign-in-calls.js';
import { providerCalls } from './staff/calls/provider-calls.js';
import { signInProviderCalls } from './staff/calls/sign-in-provider-calls.js';
import { withClosedBodies } from './staff/closed-bodies.js';

/** What a clinic's staff must be able to read and change. Fields that a body does not know are refused. */
export const staffEndpoints = withClosedBodies({
  ...accountCalls,
  ...recordCalls,
  ...readingCalls,
  ...calendarCalls,
  ...patientCalls,
  ...messageCalls,
  ...smsCalls,
  ...historyCalls,
  ...peopleCalls,
  ...signInCalls,
  ...signInProviderCalls,
  ...providerCalls,
  ...keyCalls,
} as const satisfies Record<string, Endpoint>);
