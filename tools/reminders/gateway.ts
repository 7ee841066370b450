// An SMS gateway that remembers how often each id came, and what was in it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sms {
  id: string;
  to: string;
  from: string;
  text: string;
}

/** What a gateway does with one request: takes it and answers, takes it without an answer, or does not take it. */
export type Deed = { takes: boolean; answers: 'ok' | 'late' | 'never' | 503 };

export interface SoakGateway {
  url: string;
  /** How often each id has come. */
  arrived: Map<string, number>;
  /** What came, by its id. */
  texts: Map<string, Sms>;
  close: () => void;
}

/** Starts one; `decide` says what becomes of each request, and may look at it first. */
export async function startGateway(decide: (sms: Sms) => Deed): Promise<SoakGateway> {
  const arrived = new Map<string, number>();
  const texts = new Map<string, Sms>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const sms = JSON.parse(body) as Sms;
      const { takes, answers } = decide(sms);
      if (takes) {
        arrived.set(sms.id, (arrived.get(sms.id) ?? 0) + 1);
        texts.set(sms.id, sms);
      }
      if (answers === 'never') return request.socket.destroy();
      if (answers === 503) return response.writeHead(503).end();
      const answer = () => response.writeHead(202).end(JSON.stringify({ id: `gw-${sms.id}` }));
      // Later than the service waits.
      setTimeout(answer, answers === 'late' ? 3000 : 20);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    arrived,
    texts,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
