import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import { demoPhoneId, demoPhones, newestMessages, unreportedSms } from '../messages/demo-inbox.js';
import type { DemoPhone } from '../messages/demo-inbox.js';
import { demoGatewayCall, isSwitchedOff } from '../reminders/demo-gateway.js';
import { answer } from './routing/answer.js';
import { readText } from './routing/request-body.js';
import { parse } from './routing/validation.js';
import { inboxPage } from './inbox-page.js';

/** What has come longer ago is not reported any more; milliseconds. */
const reportedFor = 3_600_000;

const Answer = z.object({
  phone: z.string().check(z.maxLength(64)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(1600)),
});

/** Routes of demo mode: the messages that the service sent, as JSON and as phones that answer. */
export function registerDemo(app: Hono, services: Services): void {
  /** Tells the service what its gateway would, by the gateway's own calls. */
  const tell = async (account: string, what: 'reports' | 'incoming', body: object) => {
    const call = await demoGatewayCall(services, account, what, body);
    return call ? app.fetch(call) : undefined;
  };

  app.get('/demo/messages', async () => answer(200, await newestMessages(services.db)));
  app.get('/demo/inbox', async (context) => {
    const phones = await withIds(services, await demoPhones(services.db));
    const { phone, write } = context.req.query();
    const open = phones.find(({ id }) => id === phone) ?? phones[0];
    return pageOf(
      inboxPage(phones, {
        now: services.clock(),
        open,
        isChosen: phone !== undefined,
        isWriting: write !== undefined,
        pageOf: services.pageOf,
      }),
    );
  });
  app.post('/demo/inbox', async (context) => {
    requireOwnPage(context);
    const form = new URLSearchParams(await readText(context.req.raw, 20_000));
    const { phone: id, text } = parse(Answer, Object.fromEntries(form));
    const phones = await withIds(services, await demoPhones(services.db));
    const phone = phones.find((one) => one.id === id);
    if (phone?.channel !== 'sms') throw new ProblemError('not-found');
    const last = phone.lines.findLast((line) => line.kind === 'in');
    const message = {
      ...{ id: crypto.randomUUID(), from: phone.to, text },
      ...(last?.kind === 'in' && last.from ? { to: last.from } : {}),
      receivedAt: new Date(services.clock()).toISOString(),
    };
    const answered = await tell(phone.account, 'incoming', { messages: [message] });
    if (!answered?.ok) throw new ProblemError('login-required');
    return new Response(null, { status: 303, headers: { Location: `/demo/inbox?phone=${id}` } });
  });
  // What a gateway reports by itself: what has reached a phone, and what found it switched off.
  app.post('/demo/reports', async (context) => {
    requireOwnPage(context);
    const since = new Date(services.clock() - reportedFor);
    for (const [account, messages] of await unreportedSms(services.db, since)) {
      const reports = messages.map(({ id, to, at }) => ({
        id,
        status: isSwitchedOff(to) ? 'not-delivered' : 'delivered',
        at: at.toISOString(),
      }));
      await tell(account, 'reports', { reports });
    }
    return answer(204, null);
  });
}

/** Other sites in the same browser make no phone answer. */
function requireOwnPage({ req }: Context): void {
  const site = req.header('Sec-Fetch-Site');
  if (site === 'cross-site' || site === 'same-site') throw new ProblemError('not-allowed');
}

/** With ids that tell no number, for addresses of the page. */
async function withIds(services: Services, phones: readonly DemoPhone[]) {
  return Promise.all(
    phones.map(async (phone) => ({
      ...phone,
      id: await demoPhoneId(services.hmac, phone.account, phone.to),
    })),
  );
}

function pageOf(page: string): Response {
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
