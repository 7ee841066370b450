import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { Account, ConsentVersionList } from '../../src/contract/index.js';
import { inAccount } from '../../service/store/database.js';
import { bookings } from '../../service/store/schema/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { operatorOf, platformKey, setup } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db);
  const operatorKey = 'the-key-of-all-operators';
  service = startService(database, { platformKey, operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
});

const change = (json: object) => operator.call('PATCH', '/texts', json);
const version = async () => (await service.call<Account>('')).body.texts.consentVersion;
const consents = async () =>
  (await operator.call<ConsentVersionList>('GET', '/consents')).body.consents;

describe('what patients consent to', () => {
  it('[P-28] a changed text, link or translation is a new version by itself', async () => {
    const versions = ['1'];
    for (const texts of [
      { consentText: 'Ja.' },
      { consentUrl: 'https://clinic.example/personvern' },
      { translations: { sv: { consentText: 'Jag samtycker.' } } },
      { translations: { sv: { consentText: '' } } },
      { consentText: 'Ja, alt.', consentVersion: '1' },
    ]) {
      assert.equal((await change(texts)).status, 204);
      versions.push(await version());
    }
    assert.deepEqual(versions, ['1', '1+2', '1+3', '1+4', '1+5', '1+6']);
  });

  it('[P-28] other texts leave the version, and staff may name one', async () => {
    await change({ consentText: 'Ja.', consentVersion: '2026-02' });
    await change({ welcomeText: 'Hei', provider: 'Opus', consentText: 'Ja.' });
    assert.equal(await version(), '2026-02');
    await change({ consentVersion: '2026-03' });
    assert.equal(await version(), '2026-03');
  });

  it('[P-28] a version of before never comes back with another text', async () => {
    await change({ consentText: 'A', consentVersion: 'a' });
    await change({ consentText: 'B', consentVersion: 'b' });
    await change({ consentText: 'C', consentVersion: 'a' });
    assert.equal(await version(), 'a+2');
    await change({ consentText: 'B', consentVersion: 'b' });
    assert.equal(await version(), 'b');
  });

  it('[P-28] a text that is taken for another language is a new version', async () => {
    await change({ consentText: 'Ja.' });
    const before = await version();
    const platform = operatorOf(service, 'demo', platformKey);
    await platform.call('PUT', '', { ...setup, name: 'Ny' });
    assert.equal(await version(), before);
    await platform.call('PUT', '', { ...setup, textLanguage: 'en' });
    assert.equal(await version(), '1+3');
  });

  it('[P-28] a booking to the former text is refused as stale, and its version tells for ever what was read', async () => {
    await change({ consentText: 'Ja.', consentVersion: '2' });
    const first = (await service.hold()).body;
    const booked = await service.book(first, { consent: { version: '2', lang: 'nb' } });
    assert.equal(booked.status, 202);
    service.now += 3_600_000;
    const second = (await service.hold({ start: '2026-11-23T09:00:00+01:00' })).body;
    await change({ consentText: 'Ja, alt.' });
    const late = await service.book(second, { consent: { version: '2', lang: 'nb' } });
    assert.deepEqual(late.body.fields, [{ path: 'consent', code: 'stale' }]);

    const [row] = await inAccount(database.db, 'demo', (tx) => tx.select().from(bookings));
    const kept = (await consents()).find((each) => each.version === row?.consentVersion);
    assert.deepEqual(kept?.texts[row!.consentLang!], { consentText: 'Ja.' });
    assert.deepEqual(
      (await consents()).map(({ version: name, since, texts }) => [name, since, texts]),
      [
        ['1', undefined, {}],
        ['2', '2026-11-20T08:00:00+01:00', { nb: { consentText: 'Ja.' } }],
        ['2+2', '2026-11-20T09:00:00+01:00', { nb: { consentText: 'Ja, alt.' } }],
      ],
    );
  });

  it('[P-28] of an account that has changed nothing is in the list, too', async () => {
    assert.deepEqual(await consents(), [{ version: '1', texts: {} }]);
  });

  it('[P-28] two changes at once are two versions', async () => {
    await Promise.all(['A', 'B', 'C'].map((consentText) => change({ consentText })));
    assert.equal(await version(), '1+4');
    assert.equal((await consents()).length, 4);
  });

  it('[P-28] a version is no longer than a booking may send back', async () => {
    const { status, body } = await change({ consentVersion: 'v'.repeat(65) });
    assert.deepEqual([status, body.fields], [422, [{ path: 'consentVersion', code: 'length' }]]);
  });
});
