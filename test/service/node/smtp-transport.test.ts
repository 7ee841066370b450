import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { after, afterEach, describe, it } from 'node:test';
import { DeliveryError } from '../../../service/messages/transport.js';
import type { OutgoingMessage } from '../../../service/messages/transport.js';
import { createSmtpTransport } from '../../../service/node/smtp-transport.js';
import type { SmtpServer, SmtpTransport } from '../../../service/node/smtp-transport.js';
import { leavesOf, readMail } from '../support/mail.js';

interface Mail {
  from: string;
  to: string[];
  isSecure: boolean;
  raw: string;
}

const children: ChildProcess[] = [];
after(() => children.forEach((child) => child.kill()));

/** A mail server in a process of its own; `next` waits for the next mail that it takes. */
async function startMailServer(env: Record<string, string> = {}) {
  const child = spawn('node', ['--import', 'tsx', 'test/service/support/smtp-process.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const [, port = ''] = /^ready (\d+)$/.exec((await lines.next()).value as string) ?? [];
  return {
    port,
    child,
    next: async () => JSON.parse((await lines.next()).value as string) as Mail,
  };
}

let open: SmtpTransport[] = [];
afterEach(() => {
  for (const transport of open) transport.close();
  open = [];
});
function connect(url: string, options: Partial<SmtpServer> = {}): SmtpTransport['send'] {
  const from = { name: 'Opus Booking', address: 'service@booking.example' };
  const transport = createSmtpTransport({ url, from, ...options });
  open.push(transport);
  return transport.send;
}

const message: OutgoingMessage = {
  accountId: 'demo',
  id: '3f0a6c52-9f5e-4a5b-8f0d-1c2b3a4d5e6f',
  triedAt: null,
  channel: 'email',
  to: 'ola@example.com',
  senderName: 'Tannlegene på Å, "Best"',
  sender: 'post@clinic.example',
  subject: 'Ny time hos Ærlig & Sønn',
  text: 'Hei Ola,\n\nTime 09.12.2009 kl. 12:45 på Åsen.\n.\nHilsen',
  html: null,
  calendar: null,
};
const calendar =
  'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nSUMMARY:Time på Å\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

const server = await startMailServer();
const url = `smtp://user:right@127.0.0.1:${server.port}`;

const failure = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DeliveryError);
  return error;
};

describe('e-mail over SMTP', () => {
  it('[M-01] [M-12] arrives with the clinic’s name and address, the outbox’s id, and every letter as it was', async () => {
    const { messageId } = await connect(url)(message);
    const { from, to, raw } = await server.next();
    assert.deepEqual([from, to], ['service@booking.example', ['ola@example.com']]);
    const mail = readMail(raw);
    assert.equal(messageId, `<${message.id}@booking.example>`);
    assert.equal(mail.headers.get('message-id'), messageId);
    assert.match(
      mail.headers.get('from') ?? '',
      /^"?Tannlegene på Å, \\?"Best\\?""? <post@clinic\.example>$/,
    );
    assert.equal(mail.headers.get('to'), 'ola@example.com');
    assert.equal(mail.headers.get('subject'), message.subject);
    assert.equal(mail.type, 'text/plain');
    assert.equal(mail.text.replaceAll('\r\n', '\n').trimEnd(), message.text);
  });

  it('[M-12] comes from the service where the account has no sender, and again with the same id', async () => {
    const send = connect(url);
    const plain = { ...message, senderName: null, sender: null };
    const ids = new Set<string | undefined>();
    for (let count = 0; count < 2; count += 1) {
      await send(plain);
      const { headers } = readMail((await server.next()).raw);
      assert.equal(headers.get('from'), 'Opus Booking <service@booking.example>');
      ids.add(headers.get('message-id'));
    }
    assert.equal(ids.size, 1);
  });

  it('[M-01] has plain text, HTML and the calendar entry side by side, with the entry’s method', async () => {
    await connect(url)({ ...message, html: '<p>Hei <b>Ola</b> på Å</p>', calendar });
    const mail = readMail((await server.next()).raw);
    const leaves = leavesOf(mail);
    const alternatives = leaves.slice(0, 3);
    assert.deepEqual(
      alternatives.map(({ type }) => type),
      ['text/plain', 'text/html', 'text/calendar'],
    );
    assert.equal(alternatives[1]!.text.trim(), '<p>Hei <b>Ola</b> på Å</p>');
    assert.match(alternatives[2]!.headers.get('content-type') ?? '', /method="?CANCEL"?/i);
    for (const entry of leaves.slice(2)) assert.equal(entry.text.trim(), calendar.trim());
    assert.match(leaves[3]?.headers.get('content-disposition') ?? '', /appointment\.ics/);
  });

  it('[P-25] knows from the server itself whether it takes addresses beyond ASCII, and sends there', async () => {
    const from = { name: 'Opus Booking', address: 'service@booking.example' };
    for (const [env, expected] of [
      [{ SMTP_UTF8: '1' }, true],
      [{ SMTP_UTF8: '1', SMTP_STARTTLS: '1' }, true],
      [{}, false],
    ] as const) {
      const { port, next, child } = await startMailServer(env);
      const at = `smtp://user:right@127.0.0.1:${port}?tls.rejectUnauthorized=false`;
      const transport = createSmtpTransport({ url: at, from });
      open.push(transport);
      assert.equal(transport.utf8Email(), false, 'before it has said so');
      await transport.ready;
      assert.equal(transport.utf8Email(), expected, JSON.stringify(env));
      if (expected) {
        await transport.send({ ...message, to: 'bjørn@example.com' });
        assert.deepEqual((await next()).to, ['bjørn@example.com']);
      }
      child.kill();
    }
    const nobody = createSmtpTransport({ url: 'smtp://127.0.0.1:1', from, timeout: 300 });
    open.push(nobody);
    await nobody.ready;
    assert.equal(nobody.utf8Email(), false);
  });

  it('[M-01] lets nobody write headers by name or subject', async () => {
    const evil = 'x\r\nBcc: victim@example.com';
    await connect(url)({ ...message, senderName: evil, subject: evil });
    const { raw, to } = await server.next();
    assert.deepEqual(to, ['ola@example.com']);
    assert.doesNotMatch(raw, /^Bcc:/im);
  });

  it('[M-06] [N-02] gives up on an address that is refused for good, tries again what is refused for now, and names nobody', async () => {
    const send = connect(url);
    for (const [to, isPermanent] of [
      ['550@example.com', true],
      ['553@example.com', true],
      ['450@example.com', false],
      ['421@example.com', false],
    ] as const) {
      const error = await failure(send({ ...message, to }));
      assert.equal(error.isPermanent, isPermanent, to);
      assert.doesNotMatch(
        `${error.message}${error.stack}${JSON.stringify(error)}`,
        /example\.com|Ola|refused/,
      );
      assert.equal(error.cause, undefined);
    }
  });

  it('[M-06] tries again when the password is wrong, nobody is there, or the server falls silent', async () => {
    const wrong = await failure(connect(url.replace('right', 'wrong'))(message));
    assert.equal(wrong.isPermanent, false);
    assert.doesNotMatch(wrong.message, /wrong/);
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => silent.once('listening', listening));
    const { port } = silent.address() as { port: number };
    const timedOut = connect(`smtp://127.0.0.1:${port}`, { timeout: 300 });
    assert.equal((await failure(timedOut(message))).isPermanent, false);
    silent.close();
    const refused = connect(`smtp://127.0.0.1:${port}`, { timeout: 300 });
    assert.equal((await failure(refused(message))).isPermanent, false);
  });

  it('[M-01] speaks TLS from the start or by STARTTLS, and only to whom it can trust', async () => {
    for (const [env, scheme] of [
      [{ SMTP_SECURE: '1' }, 'smtps'],
      [{ SMTP_STARTTLS: '1' }, 'smtp'],
    ] as const) {
      const { port, next, child } = await startMailServer(env);
      const at = `${scheme}://user:right@127.0.0.1:${port}`;
      // The server's certificate is one that anybody could have made.
      assert.equal((await failure(connect(at)(message))).isPermanent, false);
      await connect(`${at}?tls.rejectUnauthorized=false`)(message);
      assert.equal((await next()).isSecure, true);
      child.kill();
    }
  });
});
