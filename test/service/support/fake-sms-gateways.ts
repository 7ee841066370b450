// 46elks and Twilio, as far as their public documentation goes, behind one HTTP server; both refuse whatever it does not describe.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface FakeSms {
  id: string;
  from: string;
  to: string;
  text: string;
  createdAt: number;
  /** Where its state is to be reported. */
  callback: string | undefined;
  service: string | undefined;
}

export interface FakeGateways {
  url: string;
  /** What it has taken over, oldest first. */
  taken: FakeSms[];
  /** Method and path of each call. */
  calls: string[];
  /** Epoch milliseconds. */
  now: number;
  /** `lost`: takes SMS over, and cuts the connection instead of answering; `refusing`: answers with `refusal`. */
  mode: 'up' | 'lost' | 'refusing';
  refusal: { status: number; body: string; headers?: Record<string, string> };
  close: () => void;
}

export const elksAccess = { user: 'u-api-user', password: 'p-api-password' };
export const twilioAccess = {
  user: `AC${'1f'.repeat(16)}`,
  token: 'the auth token of the account',
};

export async function startFakeGateways(): Promise<FakeGateways> {
  const server = createServer((request, response) => void answer(request, response, fake));
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  const fake: FakeGateways = {
    ...{ url: `http://127.0.0.1:${port}`, taken: [], calls: [], now: 0, mode: 'up' },
    refusal: { status: 503, body: '' },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return fake;
}

async function answer(request: IncomingMessage, response: ServerResponse, fake: FakeGateways) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  const url = new URL(request.url!, fake.url);
  fake.calls.push(`${request.method} ${url.pathname}`);
  const isElks = url.pathname === '/a1/sms';
  const path = `/2010-04-01/Accounts/${twilioAccess.user}/Messages.json`;
  const end = (status: number, said: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, headers).end(typeof said === 'string' ? said : JSON.stringify(said));
  if (!isElks && url.pathname !== path) return end(404, { code: 20_404, status: 404 });
  const pair = isElks
    ? `${elksAccess.user}:${elksAccess.password}`
    : `${twilioAccess.user}:${twilioAccess.token}`;
  if (request.headers.authorization !== `Basic ${Buffer.from(pair).toString('base64')}`) {
    return isElks
      ? end(401, 'API access requires Basic HTTP authentication.')
      : end(401, { code: 20_003 });
  }
  if (fake.mode === 'refusing') {
    return end(fake.refusal.status, fake.refusal.body, fake.refusal.headers);
  }
  if (request.method === 'GET')
    return end(200, isElks ? elksList(url, fake) : twilioList(url, fake));
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return end(415, {});
  }
  const form = new URLSearchParams(body);
  const wrong = (isElks ? elksFault : twilioFault)(form);
  if (wrong !== undefined)
    return end(400, isElks ? wrong : { code: wrong, status: 400, message: 'Wrong' });
  const sms = take(form, isElks, fake);
  if (fake.mode === 'lost') return response.destroy();
  return isElks
    ? end(200, { ...elksRow(sms), status: 'created' })
    : end(201, { ...twilioRow(sms), status: 'queued', error_code: null });
}

const number = /^\+\d{8,15}$/;
const textSender = /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ]{0,10}$/;

function elksFault(form: URLSearchParams): string | undefined {
  const known = ['from', 'to', 'message', 'whendelivered'];
  const stranger = [...form.keys()].find((name) => !known.includes(name));
  if (stranger) return `Unknown parameter ${stranger}`;
  if (!number.test(form.get('to') ?? '')) return 'Invalid to number';
  const from = form.get('from') ?? '';
  if (!number.test(from) && !textSender.test(from)) return 'Invalid from number';
  if (!form.get('message')) return 'Missing key message';
  return undefined;
}

function twilioFault(form: URLSearchParams): number | undefined {
  const known = ['From', 'To', 'Body', 'StatusCallback', 'MessagingServiceSid'];
  if ([...form.keys()].some((name) => !known.includes(name))) return 20_001;
  if (!number.test(form.get('To') ?? '')) return 21_211;
  const from = form.get('From');
  const service = form.get('MessagingServiceSid');
  if (from === null && service === null) return 21_603;
  if (from !== null && !number.test(from) && !textSender.test(from)) return 21_212;
  if (service !== null && !/^MG[0-9a-f]{32}$/.test(service)) return 21_701;
  if (!form.get('Body')) return 21_602;
  const callback = form.get('StatusCallback');
  // A name and a password in it are for the authentication of calls, which Twilio leaves to its signature here.
  if (callback !== null && !/^https:\/\/[^@_]+$/.test(callback)) return 21_609;
  return undefined;
}

function take(form: URLSearchParams, isElks: boolean, fake: FakeGateways): FakeSms {
  const of = (elks: string, twilio: string) => form.get(isElks ? elks : twilio) ?? undefined;
  const hex = crypto.randomUUID().replaceAll('-', '');
  const sms: FakeSms = {
    id: isElks ? `s${hex}` : `SM${hex}`,
    from: of('from', 'From') ?? '',
    to: of('to', 'To')!,
    text: of('message', 'Body')!,
    createdAt: fake.now,
    callback: of('whendelivered', 'StatusCallback'),
    service: of('', 'MessagingServiceSid'),
  };
  fake.taken.push(sms);
  return sms;
}

const elksRow = ({ id, from, to, text, createdAt }: FakeSms) => ({
  ...{ id, direction: 'outgoing', from, to, message: text, cost: 3500 },
  created: new Date(createdAt).toISOString().replace('Z', '000'),
});

function elksList({ searchParams }: URL, { taken }: FakeGateways) {
  const end = Date.parse(`${searchParams.get('end')}Z`);
  const to = searchParams.get('to');
  const incoming = {
    id: 's-in',
    direction: 'incoming',
    from: to,
    to: '+46766861069',
    message: 'Hej',
  };
  const rows = taken.filter((sms) => sms.to === to && sms.createdAt >= end).toReversed();
  return { data: [{ ...incoming, created: '2026-11-20T07:00:00.000000' }, ...rows.map(elksRow)] };
}

const twilioRow = ({ id, from, to, text, createdAt }: FakeSms) => ({
  ...{ sid: id, account_sid: twilioAccess.user, from, to, body: text, direction: 'outbound-api' },
  ...{ date_created: new Date(createdAt).toUTCString().replace('GMT', '+0000'), date_sent: null },
});

function twilioList({ searchParams }: URL, { taken }: FakeGateways) {
  const to = searchParams.get('To');
  const rows = taken
    .filter((sms) => sms.to === to)
    .toReversed()
    .map(twilioRow);
  const size = Number(searchParams.get('PageSize'));
  return { messages: rows.slice(0, size), page_size: size, next_page_uri: null };
}
