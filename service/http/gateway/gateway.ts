import type { Context, Hono } from 'hono';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import type { Work } from '../../context/work.js';
import { provenFormat } from '../../reminders/gateway.js';
import { takeIncoming } from '../../reminders/incoming.js';
import { takeReports } from '../../reminders/reports.js';
import { answer } from '../routing/answer.js';
import { accountIdOf, callTo } from '../routing/call.js';
import { readText } from '../routing/request-body.js';
import { gatewayFormats } from './formats.js';

/** Bytes of a call: five hundred reports are some sixty thousand. */
const maxBytes = 200_000;

type Format = keyof typeof gatewayFormats;

/** `POST /v1/gateway/{account}/reports` and `…/incoming`: what the account's SMS gateway tells (M-13). */
export function registerGateway(app: Hono, services: Services): void {
  app.post('/v1/gateway/:account/reports', (context) =>
    take(context, services, async (work, format, call) => {
      await takeReports(work, gatewayFormats[format].reports(call));
    }),
  );
  app.post('/v1/gateway/:account/incoming', (context) =>
    take(context, services, async (work, format, call) => {
      for (const message of gatewayFormats[format].incoming(call)) {
        await takeIncoming(work, message);
      }
    }),
  );
}

/** Proves who calls, and takes what they tell. An account that does not exist answers as a wrong signature does. */
async function take(
  context: Context,
  services: Services,
  work: (work: Work, format: Format, call: { body: string; now: number }) => Promise<void>,
): Promise<Response> {
  const accountId = accountIdOf(context);
  const body = await readText(context.req.raw, maxBytes);
  const { caller, header, request } = callTo(accountId, context, services);
  const { pathname, search, origin } = new URL(request.url);
  const url = `${services.publicUrl ?? origin}${pathname}${search}`;
  await caller
    .transaction(async (inside) => {
      const format = await provenFormat(caller, inside, { header, url, body });
      await work(inside, format, { body, now: inside.now });
    })
    .catch((error: unknown) => {
      const isUnknown = error instanceof ProblemError && error.code === 'not-found';
      throw isUnknown ? new ProblemError('login-required') : error;
    });
  caller.deliverLater();
  return answer(204, null);
}
