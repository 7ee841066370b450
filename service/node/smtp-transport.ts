import { createTransport } from 'nodemailer';
import type { OutgoingMessage, Transport } from '../messages/transport.js';
import { DeliveryError } from '../messages/transport.js';
import { askExtensions } from './smtp-extensions.js';

/** Where and as whom e-mail is handed over. */
export interface SmtpServer {
  /** `smtps://user:password@host:465`, or `smtp://…` with STARTTLS where the server offers it. */
  url: string;
  /** The service's own sender: the address for accounts that have none, and the domain of every Message-ID. */
  from: { name: string; address: string };
  /** How long the server may be silent, milliseconds. */
  timeout?: number;
}

/** A transport with connections to close. */
export interface SmtpTransport {
  send: Transport;
  /** Whether the server takes addresses with letters beyond ASCII before the @ (RFC 6531); false until it has said so. */
  utf8Email: () => boolean;
  /** Resolves when the server has answered what it can, or could not be asked; then it is asked again every minute. */
  ready: Promise<void>;
  close: () => void;
}

/**
 * A transport that hands e-mail to an SMTP server over a few lasting connections (M-01): plain text, HTML where there is
 * one, and the calendar entry as its own alternative with its method, so that mail programs act on it (RFC 6047, 2.4).
 * The Message-ID is that of the outbox, the same for every try. A 5xx answer to
 * recipient or text is final (RFC 5321, 4.2.1); anything else is to be tried again.
 */
export function createSmtpTransport({ url, from, timeout = 15_000 }: SmtpServer): SmtpTransport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const asking = askExtensions(url, timeout);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    async send(message) {
      try {
        const { messageId } = await pool.sendMail(toMail(message, from, domain));
        return { messageId };
      } catch (error) {
        throw toDeliveryError(error);
      }
    },
    utf8Email: () => asking.extensions?.includes('SMTPUTF8') ?? false,
    ready: asking.ready,
    close: () => {
      asking.stop();
      pool.close();
    },
  };
}

function toMail(message: OutgoingMessage, from: SmtpServer['from'], domain: string) {
  const { id, to, senderName, sender, subject, text, html, calendar } = message;
  return {
    from: { name: senderName ?? from.name, address: sender ?? from.address },
    // What bounces comes to whoever runs the service.
    envelope: { from: from.address, to },
    to: { name: '', address: to },
    subject: subject ?? '',
    messageId: `<${id}@${domain}>`,
    // Nobody is there to answer an automatic answer (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    text,
    ...(html === null ? {} : { html }),
    ...(calendar === null
      ? {}
      : {
          icalEvent: {
            method: /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH',
            filename: 'appointment.ics',
            content: calendar,
          },
        }),
  };
}

/** Why a server did not take a message, without what it says, which may name the recipient (N-02). */
function toDeliveryError(error: unknown): DeliveryError {
  const { responseCode, code, command } = error as {
    responseCode?: number;
    code?: string;
    command?: string;
  };
  // Before the recipient is named a refusal is the service's own fault, such as a wrong password, and will be put right.
  const isAboutMessage = /^(?:RCPT|DATA)/.test(command ?? '');
  const isPermanent = isAboutMessage && responseCode !== undefined && responseCode >= 500;
  return new DeliveryError(`The mail server failed: ${responseCode ?? code ?? 'unknown'}.`, {
    isPermanent,
  });
}
