import type { Transport } from '../../../service/messages/transport.js';
import { ownGateway } from '../../../service/node/sms/own-gateway.js';

/** A transport to a gateway of the service's own format, whatever accounts have set. */
export function createOwnTransport(gateway: {
  url: string;
  key: string;
  from: string;
  timeout?: number;
}): Transport {
  const { timeout = 10_000, ...rest } = gateway;
  const access = { format: 'own', user: '', messagingService: null, ...rest } as const;
  return (message) =>
    ownGateway(message, {
      ...{ access, send: fetch, timeout, reports: undefined },
      takenIds: () => Promise.resolve(new Set()),
    });
}
