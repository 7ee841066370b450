import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityOf } from '../../../service/core/eid-identity.js';
import { testPersons } from '../../../demo/provider/test-persons.js';
import type { Market } from '../../../src/contract/index.js';
import { parseNationalId } from '../../../src/domain/national-id/national-id.js';

const today = '2026-11-20';
const pid = '14845823023';

describe('who an OpenID provider says is there', () => {
  it('[P-33] has the national ID as the market stores it', () => {
    const claims = { pid: '148458 23023', given_name: ' Kari ', family_name: 'Furuseth' };
    assert.deepEqual(identityOf(claims, 'pid', 'NO', today), {
      nationalId: pid,
      firstName: 'Kari',
      lastName: 'Furuseth',
    });
    const swedish = identityOf({ ssn: '850709-9805' }, 'ssn', 'SE', today);
    assert.equal(swedish?.nationalId, '198507099805');
  });

  it('[P-33] is nobody without a national ID of the market in the claim that was set up', () => {
    for (const claims of [
      {},
      { pid: 14845823023 },
      { pid: '' },
      { pid: '14845823024' },
      { sub: pid },
    ]) {
      assert.equal(identityOf(claims, 'pid', 'NO', today), undefined, JSON.stringify(claims));
    }
    assert.equal(identityOf({ pid }, 'pid', 'SE', today), undefined);
    assert.equal(identityOf({ pid }, 'toString', 'NO', today), undefined);
  });

  it('[P-33] takes the claim of exactly that name first, then the path with dots, and lists of one', () => {
    const idOf = (claims: Record<string, unknown>, name: string) =>
      identityOf(claims, name, 'NO', today)?.nationalId;
    assert.equal(idOf({ nin: { value: pid } }, 'nin.value'), pid);
    assert.equal(idOf({ nin: [{ value: [pid] }] }, 'nin.value'), pid);
    assert.equal(idOf({ pid: [pid] }, 'pid'), pid);
    assert.equal(idOf({ 'https://id.example/nin': pid }, 'https://id.example/nin'), pid);
    assert.equal(
      idOf({ 'https://id.example/claims': { nin: pid } }, 'https://id.example/claims.nin'),
      pid,
    );
    // The exact name wins, whatever its value is.
    assert.equal(idOf({ 'nin.value': pid, nin: { value: '17912099997' } }, 'nin.value'), pid);
    assert.equal(idOf({ 'nin.value': 'x', nin: { value: pid } }, 'nin.value'), undefined);
    // Of several nobody knows which is meant; what every object inherits is no claim.
    assert.equal(idOf({ pid: [pid, '17912099997'] }, 'pid'), undefined);
    assert.equal(idOf({ pid: [] }, 'pid'), undefined);
    assert.equal(idOf({ nin: { value: pid } }, 'nin.constructor'), undefined);
    assert.equal(idOf({ nin: pid }, 'nin.value'), undefined);
    assert.equal(idOf({ nin: null }, 'nin.value'), undefined);
  });

  it('[P-33] takes a whole name apart where the parts are not told, and bears none', () => {
    const named = (claims: object) => {
      const { firstName, lastName } = identityOf({ pid, ...claims }, 'pid', 'NO', today)!;
      return [firstName, lastName];
    };
    assert.deepEqual(named({ name: 'Kari Anne Furuseth' }), ['Kari Anne', 'Furuseth']);
    assert.deepEqual(named({ name: 'Kari' }), ['', 'Kari']);
    assert.deepEqual(named({ name: 'Other Name', given_name: 'Kari' }), ['Kari', '']);
    assert.deepEqual(named({}), ['', '']);
    assert.deepEqual(named({ given_name: ['Kari', 'Anne'], name: 7 }), ['', '']);
    assert.deepEqual(named({ given_name: ['Kari'], name: 7 }), ['Kari', '']);
    assert.deepEqual(named({ given_name: 'Ka\u00adri\u200b' }), ['Kari', '']);
    assert.equal(named({ given_name: 'x'.repeat(500) })[0]?.length, 200);
  });

  it('[N-02] has test persons of public test series in the demo, in every market', () => {
    const kinds = { NO: 'synthetic', SE: 'personnummer', FI: 'temporary', DK: 'cpr' };
    for (const [market, persons] of Object.entries(testPersons)) {
      for (const { nationalId } of persons) {
        const read = parseNationalId(market as Market, nationalId, { today });
        assert.ok(read.ok, nationalId);
        assert.equal(read.value.normalized, nationalId);
        assert.equal(read.value.kind, kinds[market as Market]);
      }
    }
  });
});
