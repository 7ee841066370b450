// The service with a clock that can be set, which hands SMS to the gateway at GATEWAY_URL. It listens at ports of 127.0.0.1 that it
// says in its first line, {"service": …, "control": …}. At the latter, POST {"now": …} sets its clock, epoch milliseconds, from where
// it goes on, and does what a worker does; it answers when that is done.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../service/http/create-app.js';
import { createDemoTransports } from '../../service/messages/demo-transports.js';
import { createOwnTransport } from '../service/support/own-transport.js';
import { createNodeSite } from '../../service/node/node-site.js';
import { remoteAddress, startServer } from '../../service/node/start-server.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { replanAccounts } from '../../service/reminders/replan.js';
import { findSite } from '../../service/store/site-names.js';
import { inAccount } from '../../service/store/database.js';
import { openTestDatabase } from '../service/support/test-database.js';
import { operatorKey, platformKey } from './keys.js';

const { GATEWAY_URL = '' } = process.env;
const { db } = await openTestDatabase('pglite');

let ahead = 0;
const clock = () => Date.now() + ahead;
const sms = createOwnTransport({ url: GATEWAY_URL, key: 'the-key', from: '+4740000000' });
const transports = { ...createDemoTransports(db, clock), sms };
const app = createApp({
  ...{ db, clock, transports, operatorKey, platformKey, demo: true },
  serverKey: 'the key of a server that tests alone know',
  addressOf: remoteAddress,
  onError: (error) => console.error(error),
});
const site = createNodeSite({
  service: (request, environment) => app.fetch(request, environment),
  siteOf: (name) => inAccount(db, name, (tx) => findSite(tx, name, new Date(clock()))),
  domain: 'localhost',
});
const service = await startServer(site, { port: 0 });

const control = createServer((request, response) => {
  const work = async () => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    ahead = (JSON.parse(text) as { now: number }).now - Date.now();
    await replanAccounts(db, clock, undefined);
    await sendDueMessages(db, transports, clock);
    response.writeHead(204).end();
  };
  work().catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  console.log(JSON.stringify({ service: service.port, control: port }));
});
