import type { Transports } from '../messages/transport.js';
import { createGatewayTransport, type SmsGateway } from './gateway-transport.js';
import { createSmtpTransport, type SmtpServer } from './smtp-transport.js';

/** The transports of a service that is no demo: an SMTP server for e-mail, an HTTP gateway for SMS; `close` lets go of them. */
export function createGateways(gateways: { smtp: SmtpServer; sms: SmsGateway }): {
  transports: Transports;
  close: () => void;
} {
  const smtp = createSmtpTransport(gateways.smtp);
  const sms = createGatewayTransport(gateways.sms);
  return { transports: { sms, email: smtp.send }, close: smtp.close };
}
