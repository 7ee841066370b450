import type { Transports } from '../messages/transport.js';
import type { SmsAccess } from '../reminders/sms-access.js';
import type { SmsTransportOptions } from './sms/sms-transport.js';
import { createSmsTransport } from './sms/sms-transport.js';
import { createSmtpTransport, type SmtpServer } from './smtp-transport.js';

/** The transports of a service that is no demo: an SMTP server for e-mail, an HTTP gateway for SMS; `close` lets go of them. */
export function createGateways(
  gateways: { smtp: SmtpServer; sms: SmsAccess },
  options: SmsTransportOptions,
): {
  transports: Transports;
  /** Resolves when it is known what the mail server can do. */
  ready: Promise<void>;
  close: () => void;
} {
  const smtp = createSmtpTransport(gateways.smtp);
  const sms = createSmsTransport(gateways.sms, options);
  const { send: email, utf8Email, ready, close } = smtp;
  return { transports: { sms, email, utf8Email }, ready, close };
}
