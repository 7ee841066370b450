import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.js';
import { Instant } from './primitives.js';

const short = z.string().check(z.minLength(1), z.maxLength(128));

/** `POST /v1/gateway/{account}/reports` in the service's own format (M-13); other gateways send forms as they document them. */
export const SmsReports = z.object({
  reports: z
    .array(
      z.object({
        /** The service's id of the message, as it was handed over, or the gateway's own. */
        id: z.optional(z.uuid()),
        gatewayId: z.optional(short),
        status: z.enum(['delivered', 'not-delivered']),
        at: Instant,
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
});
export type SmsReports = z.infer<typeof SmsReports>;

/** `POST /v1/gateway/{account}/incoming` in the service's own format. */
export const IncomingSms = z.object({
  messages: z
    .array(
      z.object({
        id: short,
        from: short,
        to: z.optional(short),
        text: z.string().check(z.maxLength(10_000)),
        receivedAt: Instant,
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
});
export type IncomingSms = z.infer<typeof IncomingSms>;

const problems = ['invalid', 'login-required'] as const;

/** What an account's SMS gateway tells. Each call proves the secret of the gateway's format; `path` is relative to `prefix.gateway`. */
export const gatewayEndpoints = {
  reports: {
    method: 'POST',
    path: '/reports',
    summary: 'Which SMS were delivered',
    body: SmsReports,
    answers: { 204: null },
    problems,
  },
  incoming: {
    method: 'POST',
    path: '/incoming',
    summary: 'SMS that came in',
    body: IncomingSms,
    answers: { 204: null },
    problems,
  },
} as const satisfies Record<string, Endpoint>;
