import type { Context, Hono } from 'hono';
import { gatewayEndpoints, prefix } from '../../../src/contract/index.js';
import type { Endpoint } from '../../../src/contract/index.js';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import type { Work } from '../../context/work.js';
import { noteCall, noteRefused, provenFormat } from '../../reminders/gateway.js';
import { takeIncoming } from '../../answers/incoming.js';
import { takeReports } from '../../reminders/reports.js';
import { answer } from '../routing/answer.js';
import { accountIdOf, callTo } from '../routing/call.js';
import { readText } from '../routing/request-body.js';
import type { GatewayCall } from './formats.js';
import { gatewayFormats } from './formats.js';

/** Bytes of a call: five hundred reports are some sixty thousand. */
const maxBytes = 200_000;

type Format = keyof typeof gatewayFormats;

const pathOf = ({ path }: Endpoint) => `${prefix.gateway.replace('{account}', ':account')}${path}`;

/** `POST /v1/gateway/{account}/reports` and `…/incoming`: what the account's SMS gateway tells (M-13). */
export function registerGateway(app: Hono, services: Services): void {
  app.post(pathOf(gatewayEndpoints.reports), (context) =>
    take(context, services, async (work, format, call) => {
      await takeReports(work, gatewayFormats[format].reports(call));
    }),
  );
  app.post(pathOf(gatewayEndpoints.incoming), (context) =>
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
  work: (work: Work, format: Format, call: GatewayCall) => Promise<void>,
): Promise<Response> {
  const accountId = accountIdOf(context);
  const body = await readText(context.req.raw, maxBytes);
  const { caller, header, request } = callTo(accountId, context, services);
  const { pathname, search, searchParams: query, origin } = new URL(request.url);
  const url = `${services.publicUrl ?? origin}${pathname}${search}`;
  await caller
    .transaction(async (inside) => {
      const format = await provenFormat(caller, inside, { header, url, body });
      await work(inside, format, { body, query, now: inside.now });
      await noteCall(inside);
    })
    .catch(async (error: unknown) => {
      const code = error instanceof ProblemError ? error.code : undefined;
      if (code === 'login-required') await noteRefused(caller);
      throw code === 'not-found' ? new ProblemError('login-required') : error;
    });
  caller.deliverLater();
  return answer(204, null);
}
