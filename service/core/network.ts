/** The networks that a caller's address counts for. */
export interface Network {
  /** What one customer of a provider has: an IPv4 address, or the /64 of an IPv6 one. */
  own: string;
  /** The /48 around it, which one customer may have too; undefined for IPv4. */
  site: string | undefined;
}

const ipv4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/;

/**
 * The networks of an address, so that limits count a customer and not each of the 2⁶⁴ addresses that an IPv6 one may use.
 * IPv4 inside IPv6 (`::ffff:0:0/96` of RFC 4291, `64:ff9b::/96` of RFC 6052) counts as IPv4. Port, brackets and zone are left
 * out, since some proxies add them. What is no address counts as it is.
 */
export function networkOf(address: string): Network {
  const text = address.trim().toLowerCase();
  const plain = ipv4.exec(text)?.[1];
  if (plain !== undefined) return { own: plain, site: undefined };
  const groups = groupsOf(text);
  if (!groups) return { own: text, site: undefined };
  const prefix = groups.slice(0, 6).join(':');
  if (prefix === '0:0:0:0:0:ffff' || prefix === '64:ff9b:0:0:0:0') {
    return { own: toIpv4(groups), site: undefined };
  }
  return {
    own: `${groups.slice(0, 4).join(':')}::/64`,
    site: `${groups.slice(0, 3).join(':')}::/48`,
  };
}

/** The eight groups of an IPv6 address, without leading zeros; undefined for any other text. */
function groupsOf(text: string): string[] | undefined {
  const inner = (/^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text).replace(/%.*$/, '');
  const url = `http://[${inner}]`;
  if (!inner.includes(':') || !URL.canParse(url)) return undefined;
  // The URL standard writes every IPv6 address in one way, RFC 5952.
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

/** The IPv4 address in the last 32 bits of an IPv6 one. */
function toIpv4(groups: readonly string[]): string {
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
