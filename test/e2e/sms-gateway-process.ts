// An SMS gateway as a process of its own, which listens at a port of 127.0.0.1 that it says in its first line, {"gateway": …}:
//   POST /sms           takes an SMS as the service hands it over, each id once
//   GET  /sms           what it has taken, in its order
//   POST /mode          {"mode": "up" | "down"}: while it is down it answers 503
//   POST /tell          {url, secret, now, body}: makes a signed call to the service, and answers with its status
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Sms {
  id: string;
  to: string;
  from: string;
  text: string;
}

const taken = new Map<string, Sms>();
let mode: 'up' | 'down' = 'up';

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

async function tell(order: unknown): Promise<number> {
  const { url, secret, now, body } = order as Record<'url' | 'secret', string> & {
    now: number;
    body: unknown;
  };
  const text = JSON.stringify(body);
  const seconds = Math.floor(now / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
  const headers = { 'Opus-Signature': `t=${seconds},v1=${signature}` };
  return (await fetch(url, { method: 'POST', headers, body: text })).status;
}

const server = createServer((request, response) => {
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  const work = async () => {
    const { method, url, headers } = request;
    if (method === 'GET') return answer(200, [...taken.values()]);
    const body = await read(request);
    if (url === '/mode') {
      ({ mode } = body as { mode: typeof mode });
      return answer(200, {});
    }
    if (url === '/tell') return answer(200, { status: await tell(body) });
    if (mode === 'down') return answer(503, {});
    const sms = body as Sms;
    if (headers['idempotency-key'] !== sms.id) return answer(400, {});
    if (!taken.has(sms.id)) taken.set(sms.id, sms);
    return answer(202, { id: `gateway-${sms.id}` });
  };
  work().catch((error: unknown) => answer(500, String(error)));
}).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ gateway: port }));
});
