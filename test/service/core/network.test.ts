import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkOf } from '../../../service/core/network.js';

describe('the network of an address', () => {
  const same = (...addresses: string[]) =>
    assert.equal(
      new Set(addresses.map((address) => networkOf(address).own)).size,
      1,
      addresses.join(),
    );

  it('[N-05] is the /64 of an IPv6 address, with the /48 around it', () => {
    assert.deepEqual(networkOf('2001:db8:1:2:3:4:5:6'), {
      own: '2001:db8:1:2::/64',
      site: '2001:db8:1::/48',
    });
    same('2001:db8::1', '2001:0DB8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0:0:0:0:0');
    assert.notEqual(networkOf('2001:db8:0:1::1').own, networkOf('2001:db8::1').own);
    assert.equal(networkOf('2001:db8:0:1::1').site, networkOf('2001:db8::1').site);
    assert.notEqual(networkOf('2001:db8:1::1').site, networkOf('2001:db8::1').site);
    assert.equal(networkOf('fe80::').own, 'fe80:0:0:0::/64');
    assert.equal(networkOf('::').own, '0:0:0:0::/64');
  });

  it('[N-05] is an IPv4 address, however it is written inside IPv6', () => {
    assert.deepEqual(networkOf('198.51.100.7'), { own: '198.51.100.7', site: undefined });
    same('198.51.100.7', '::ffff:198.51.100.7', '::FFFF:c633:6407', '64:ff9b::c633:6407');
    assert.notEqual(networkOf('198.51.100.8').own, networkOf('198.51.100.7').own);
  });

  it('[N-05] does not change with port, brackets or zone, which would be a network each', () => {
    same('198.51.100.7', '198.51.100.7:51234', ' 198.51.100.7 ');
    same('2001:db8::1', '[2001:db8::1]', '[2001:db8::2]:443', '2001:db8::3%eth0');
  });

  it('takes what is no address as it is', () => {
    for (const text of ['', 'unknown', '_hidden', '1.2.3', 'a:b', '[::1', ':::']) {
      assert.deepEqual(networkOf(text), { own: text, site: undefined });
    }
  });
});
