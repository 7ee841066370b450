import { IncomingSms, SmsReports } from '../../../src/contract/index.js';
import { invalid } from '../../context/problem.js';
import type { Incoming } from '../../answers/incoming.js';
import type { Report } from '../../reminders/reports.js';
import { parse } from '../routing/validation.js';

/** A call of a gateway, whose sender has been proven. */
export interface GatewayCall {
  body: string;
  /** Of the address: a report names the service's own id of a message there, as it was handed over with it. */
  query: URLSearchParams;
  now: number;
}

/** How one gateway writes reports and incoming SMS. */
export interface GatewayFormat {
  reports: (call: GatewayCall) => Report[];
  incoming: (call: GatewayCall) => Incoming[];
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw invalid({ path: '', code: 'json' });
  }
}

const own: GatewayFormat = {
  reports: ({ body }) =>
    parse(SmsReports, json(body)).reports.map(({ id, gatewayId, status, at }, index) => {
      if (id === undefined && gatewayId === undefined) {
        throw invalid({ path: `reports.${index}.id`, code: 'empty' });
      }
      return { id, gatewayId, delivery: status, at: new Date(at) };
    }),
  incoming: ({ body }) =>
    parse(IncomingSms, json(body)).messages.map(({ receivedAt, to, ...rest }) => ({
      ...rest,
      to,
      receivedAt: new Date(receivedAt),
    })),
};

/** A field of a form that has to be there. */
function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw invalid({ path: name, code: 'empty' });
  return value;
}

/** An instant without a zone is UTC, as 46elks writes it; one that is none is now. */
function instantOf(text: string | null, now: number): Date {
  if (!text) return new Date(now);
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
  return new Date(Number.isNaN(time) ? now : time);
}

/** A status that says nothing of the end, such as `sent`, still says that the gateway has the message. */
function reportOf(gatewayId: string, status: string, query: URLSearchParams, at: Date): Report[] {
  const delivery = statuses[status.toLowerCase()];
  return delivery ? [{ id: query.get('id') ?? undefined, gatewayId, delivery, at }] : [];
}

const statuses: Readonly<Record<string, Report['delivery']>> = {
  accepted: 'taken',
  queued: 'taken',
  sending: 'taken',
  sent: 'taken',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'not-delivered',
  undelivered: 'not-delivered',
};

/** 46elks: forms with `id`, `status`, `delivered`; and `id`, `from`, `to`, `message`, `created`. */
const elks: GatewayFormat = {
  reports({ body, query, now }) {
    const form = new URLSearchParams(body);
    const at = instantOf(form.get('delivered'), now);
    return reportOf(required(form, 'id'), required(form, 'status'), query, at);
  },
  incoming({ body, now }) {
    const form = new URLSearchParams(body);
    return [
      {
        id: required(form, 'id'),
        from: required(form, 'from'),
        to: form.get('to') ?? undefined,
        text: form.get('message') ?? '',
        receivedAt: instantOf(form.get('created'), now),
      },
    ];
  },
};

/** Twilio: forms with `MessageSid`, `MessageStatus`; and `MessageSid`, `From`, `To`, `Body`. It names no instant. */
const twilio: GatewayFormat = {
  reports({ body, query, now }) {
    const form = new URLSearchParams(body);
    const status = required(form, 'MessageStatus');
    return reportOf(required(form, 'MessageSid'), status, query, new Date(now));
  },
  incoming({ body, now }) {
    const form = new URLSearchParams(body);
    return [
      {
        id: required(form, 'MessageSid'),
        from: required(form, 'From'),
        to: form.get('To') ?? undefined,
        text: form.get('Body') ?? '',
        receivedAt: new Date(now),
      },
    ];
  },
};

export const gatewayFormats = { own, '46elks': elks, twilio } as const;
