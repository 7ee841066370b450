import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatDataKeys,
  parseDataKeys,
  publicDemoKey,
  randomDataKey,
} from '../../../service/store/data-key.js';
import { createNationalIds, SealedIdError } from '../../../service/store/national-ids.js';
import { testId } from '../support/service.js';

const [older, newer] = [randomDataKey('2025'), randomDataKey('2026')];
const id = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const other = '1e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';

describe('a national ID at rest', () => {
  const ids = createNationalIds([newer]);
  const clinic = ids.ofAccount('clinic');

  it('[N-08] is read again from its row, and never twice the same bytes', async () => {
    const [one, two] = [
      await clinic.seal('patients', id, testId(1)),
      await clinic.seal('patients', id, testId(1)),
    ];
    assert.equal(await clinic.open('patients', { id, ...one }), testId(1));
    assert.notDeepEqual(one.nationalIdSealed, two.nationalIdSealed);
    assert.equal(one.nationalIdLookup, two.nationalIdLookup);
    // Nonce, the ID's characters, tag.
    assert.equal(one.nationalIdSealed.length, 12 + 11 + 16);
    assert.ok(!Buffer.from(one.nationalIdSealed).toString('latin1').includes(testId(1)));
  });

  it('[N-08] can be read in no other row, table or account, and not once it was changed', async () => {
    const sealed = await clinic.seal('patients', id, testId(1));
    const changed = new Uint8Array(sealed.nationalIdSealed);
    changed[14]! ^= 1;
    for (const [name, read] of [
      ['row', clinic.open('patients', { ...sealed, id: other })],
      ['table', clinic.open('bookings', { ...sealed, id })],
      ['account', ids.ofAccount('other').open('patients', { ...sealed, id })],
      ['changed', clinic.open('patients', { ...sealed, nationalIdSealed: changed, id })],
    ] as const) {
      await assert.rejects(
        read,
        (error) => error instanceof SealedIdError && !error.message.includes(testId(1)),
        name,
      );
    }
  });

  it('[N-08] is found in its own account alone', async () => {
    const [mine] = await clinic.lookups(testId(1));
    const [theirs] = await ids.ofAccount('other').lookups(testId(1));
    assert.notEqual(mine, theirs);
    assert.equal(mine, (await clinic.seal('bookings', id, testId(1))).nationalIdLookup);
  });

  it('[N-08] is found and read by whoever knows both keys, whichever writes', async () => {
    const before = createNationalIds([older, newer]).ofAccount('clinic');
    const after = createNationalIds([newer, older]).ofAccount('clinic');
    const sealed = await before.seal('patients', id, testId(1));
    assert.equal(sealed.nationalIdKey, '2025');
    assert.equal(await after.open('patients', { id, ...sealed }), testId(1));
    assert.ok((await after.lookups(testId(1))).includes(sealed.nationalIdLookup));
    await assert.rejects(clinic.open('patients', { id, ...sealed }), SealedIdError);
  });

  it('[N-08] has no key that another purpose shares, and none is told by its check value', async () => {
    const [value] = [...(await ids.checkValues()).values()];
    assert.match(value!, /^[\w-]{22}$/);
    assert.notEqual(value, [...(await createNationalIds([older]).checkValues()).values()][0]);
    assert.throws(() => createNationalIds([]));
  });
});

describe('DATA_KEY', () => {
  it('[N-08] names keys of 32 bytes, the writing one first', () => {
    const text = formatDataKeys([newer, older]);
    assert.deepEqual(parseDataKeys(text), [newer, older]);
    assert.deepEqual(parseDataKeys(` ${text.replaceAll('+', '-').replaceAll('/', '_')} `), [
      newer,
      older,
    ]);
    assert.equal(publicDemoKey.bytes.length, 32);
  });

  it('[N-08] is nothing else', () => {
    const key = formatDataKeys([newer]);
    for (const text of [
      '',
      key.slice(5),
      `${key},`,
      `${key},${key}`,
      `${key}A`,
      'a:b',
      `A${key}`,
    ]) {
      assert.equal(parseDataKeys(text), undefined, text.length > 0 ? text.slice(0, 4) : 'empty');
    }
  });
});
