import { tellOpenings } from '../../../service/alerts/tell-openings.js';
import type { OutgoingMessage } from '../../../service/messages/transport.js';
import { sendDueMessages } from '../../../service/node/worker.js';
import type { PendingTimeAlert, Problem, TimeAlert } from '../../../src/contract/index.js';
import type { Answer, TestService } from './service.js';
import type { TestDatabase } from './test-database.js';

/** What asking for an alert may answer. */
export type AlertAnswer = Omit<PendingTimeAlert, 'status'> &
  Omit<TimeAlert, 'status'> &
  Omit<Problem, 'status'> & { status: string };

const page = 'https://klinikk.example.com';

/** Alerts of the sample clinic, and a worker over its database with the clock of the service. */
export function alertsOf(service: TestService, { db }: Pick<TestDatabase, 'db'>) {
  const clock = () => service.now;
  const ask = (
    body: Record<string, unknown>,
    headers: Record<string, string> = {},
    from?: string,
  ): Promise<Answer<AlertAnswer>> =>
    service.call('/alerts', {
      json: { consent: { version: '1' }, lang: 'nb', ...body },
      headers,
      ...(from === undefined ? {} : { from }),
    });
  const confirm = (
    { id, token }: Pick<PendingTimeAlert, 'id' | 'token'>,
    code: string,
  ): Promise<Answer<AlertAnswer>> =>
    service.call(`/alerts/${id}/code`, { json: { code }, headers: { 'Alert-Token': token } });
  return {
    ask,
    confirm,
    /** Somebody waits for a check-up, with the address proven; returns the alert's id. */
    async wait(mobile: string, body: Record<string, unknown> = {}): Promise<string> {
      const from = `203.0.113.${Number(mobile.slice(-2))}`;
      const asked = await ask({ treatment: 'check', mobile, ...body }, {}, from);
      if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
      const { status, body: alert } = await confirm(asked.body, service.lastCode());
      if (status !== 200) throw new Error(JSON.stringify(alert));
      return alert.id;
    },
    end: (id: string) => service.call(`/alerts/${id}`, { method: 'DELETE' }),
    /** A round of the worker; returns the news that it sent. */
    async round(): Promise<OutgoingMessage[]> {
      const before = service.sent.length;
      const send = async (message: OutgoingMessage) => {
        service.sent.push(message);
        return { messageId: message.id };
      };
      await tellOpenings(db, clock, () => page);
      await sendDueMessages(db, { sms: send, email: send }, clock);
      return service.sent.slice(before).filter(({ text }) => text.includes('?alert='));
    },
  };
}

/** The link to a freed time in a message. */
export function linkIn({ text }: OutgoingMessage): URL {
  return new URL(/https:\S+time=\S+/.exec(text)![0]);
}
