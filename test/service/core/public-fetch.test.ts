import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after, beforeEach, describe, it } from 'node:test';
import { createEidClient } from '../../../service/node/eid-client.js';
import { isPublicAddress } from '../../../service/node/public-fetch.js';

/** Stands for a machine in the service's own network, which nobody outside should be able to find. */
let connections = 0;
const machine = createServer((socket) => {
  connections += 1;
  socket.destroy();
}).listen(0, '127.0.0.1');
await once(machine, 'listening');
after(() => machine.close());
const { port } = machine.address() as AddressInfo;

const ties = { verifier: 'v'.repeat(43), nonce: 'n'.repeat(43), state: 's' };
const begin = (host: string, privateHosts: readonly string[] = []) =>
  createEidClient({ privateHosts }).authorizationUrl(
    { issuer: `https://${host}`, clientId: 'demo', clientSecret: null, scope: 'openid' },
    ties,
    'https://booking.example/v1/eid/callback',
    'nb',
  );

describe('providers that clinics name', () => {
  beforeEach(() => (connections = 0));

  it('[N-04] [P-33] are not looked for in the network of the service, by name or by address', async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      await assert.rejects(begin(host), /do not understand each other/, host);
    }
    assert.equal(connections, 0);
  });

  it('[N-04] [P-33] are, where whoever runs the service says so', async () => {
    const host = `localhost:${port}`;
    await assert.rejects(begin(host, [host]));
    assert.ok(connections > 0);
  });

  it('[N-04] tells addresses of the public Internet from all others', () => {
    const own = [
      ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
      ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
      ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.1.2.3', '64:ff9b::a01:203'],
    ];
    assert.deepEqual(own.filter(isPublicAddress), []);
    const everybodys = ['193.0.6.139', '2001:67c:2e8:22::c100:68b', '::ffff:193.0.6.139'];
    assert.deepEqual(everybodys.filter(isPublicAddress), everybodys);
  });
});
