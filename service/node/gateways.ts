import type { Transports } from '../messages/transport.js';
import { createGatewayTransport, type SmsGateway } from './gateway-transport.js';
import { createSmtpTransport, type SmtpServer } from './smtp-transport.js';

/** The transports of a service that is no demo: an SMTP server for e-mail, an HTTP gateway for SMS; `close` lets go of them. */
export function createGateways(gateways: { smtp: SmtpServer; sms: SmsGateway }): {
  transports: Transports;
  /** Resolves when it is known what the mail server can do. */
  ready: Promise<void>;
  close: () => void;
} {
  const smtp = createSmtpTransport(gateways.smtp);
  const sms = createGatewayTransport(gateways.sms);
  const { send: email, utf8Email, ready, close } = smtp;
  return { transports: { sms, email, utf8Email }, ready, close };
}
