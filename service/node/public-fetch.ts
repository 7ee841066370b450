import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { CustomFetch } from 'openid-client';
import { Agent, fetch as send } from 'undici';

/** An address that the service does not go to for a clinic, as it is in a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = 'EPRIVATE';
}

/**
 * Whether an IP address is one of the public Internet: not of this machine, a local or private network, or reserved (the special-purpose
 * registries of RFC 6890). An IPv4 address inside an IPv6 one counts as itself.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

/** The addresses of a name that are public; the connection is made to one of these, whatever the name leads to a moment later. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const addresses = found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (!first) return callback(new PrivateAddressError(), '', 0);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/**
 * A `fetch` for addresses that clinics type: it goes to the public Internet alone, so that nobody can have the service look around in the
 * network that it stands in (OWASP, *Server-Side Request Forgery*). Hosts in `privateHosts` are let through, by name and port.
 */
export function createPublicFetch(privateHosts: readonly string[]): CustomFetch {
  const agent = new Agent({ connect: { lookup: publicLookup } });
  const publicFetch = (url: string, init: object): Promise<unknown> => {
    const { hostname, host } = new URL(url);
    if (privateHosts.includes(host)) return fetch(url, init);
    // An address as it stands is not looked up.
    const address = hostname.replace(/^\[|\]$/g, '');
    if (isIP(address) !== 0 && !isPublicAddress(address)) {
      return Promise.reject(new PrivateAddressError());
    }
    return send(url, { ...init, dispatcher: agent });
  };
  return publicFetch as CustomFetch;
}
