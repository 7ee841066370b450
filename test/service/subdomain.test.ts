import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { createHostedSite } from '../../service/hosted/hosted-site.js';
import { createPageOf } from '../../service/node/start-service.js';
import { inAccount } from '../../service/store/database.js';
import { findSite } from '../../service/store/site-names.js';
import type { FirstLooks } from '../../src/domain/first-look.js';
import type { History, Subdomain, SubdomainState } from '../../src/contract/index.js';
import { sqlState } from '../../service/store/sql-state.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { makeAccount, operatorOf, platformKey, setup } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const day = 24 * 60 * 60 * 1000;
const pageOf = createPageOf('https://{account}.example.com');
let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, pageOf });
  operator = await makeAccount(service);
});
afterEach(() => assert.deepEqual(service.errors, []));

const take = (name: string, who = operator) => who.call('PUT', '/subdomain', { name });
const stateOf = async (name: string, who = operator) => {
  const path = `/subdomains/${encodeURIComponent(name)}`;
  const { status, body } = await who.call<SubdomainState & { fields?: unknown }>('GET', path);
  return status === 200 ? body.state : JSON.stringify(body.fields);
};
const present = async (who = operator) => (await who.call<Subdomain>('GET', '/subdomain')).body;
const refusal = (code: string) => JSON.stringify([{ path: 'name', code }]);

const site = createHostedSite({
  service: (request) => service.fetch(request),
  siteOf: (name) => inAccount(database.db, name, (tx) => findSite(tx, name, new Date(service.now))),
  domain: 'example.com',
  files: {
    cdn: () => Promise.resolve(undefined),
    console: () => Promise.resolve(undefined),
    hosted: () => Promise.resolve(undefined),
  },
});
const visit = (url: string) => site(new Request(url));

describe('the name of the booking page', () => {
  it('[S-03] is the id of the account until another one is chosen', async () => {
    assert.deepEqual(await present(), {
      name: 'tannlegen',
      address: 'https://{name}.example.com',
      former: [],
    });
    assert.equal((await visit('https://tannlegen.example.com/')).status, 200);
    assert.equal((await visit('https://smil.example.com/')).status, 404);
  });

  it('[S-03] says of a name whether it is free, taken, reserved or one’s own, and what is no name', async () => {
    await setUpClinic(database.db, { id: 'nabo' });
    const expected: Record<string, string> = {
      smil: 'free',
      SMIL: 'free',
      'smil-2': 'free',
      a: 'free',
      ['a'.repeat(63)]: 'free',
      nabo: 'taken',
      tannlegen: 'yours',
      www: 'reserved',
      console: 'reserved',
      api: 'reserved',
      mail: 'reserved',
      demo: 'reserved',
      ['a'.repeat(64)]: refusal('label-length'),
      'tann lege': refusal('label-characters'),
      tannlæge: refusal('label-characters'),
      'tann.lege': refusal('label-characters'),
      tann_lege: refusal('label-characters'),
      '-smil': refusal('label-hyphen'),
      'smil-': refusal('label-hyphen'),
      'xn--smil': refusal('label-hyphen'),
      'ab--cd': refusal('label-hyphen'),
    };
    for (const [name, state] of Object.entries(expected)) {
      assert.equal(await stateOf(name), state, name);
      if (state === 'free' || state === 'yours') continue;
      const { status, body } = await take(name);
      const code = state.startsWith('[') ? state : refusal(state);
      assert.deepEqual([status, JSON.stringify(body.fields)], [422, code], name);
    }
    assert.equal(JSON.stringify((await take(' ')).body.fields), refusal('empty'));
    assert.equal((await present()).name, 'tannlegen');
  });

  it('[S-03] leads from the former name to the new one for 90 days, with path and query', async () => {
    assert.equal((await take('Smil')).status, 204);
    const { name, former } = await present();
    assert.equal(name, 'smil');
    assert.deepEqual(former, [{ name: 'tannlegen', until: '2027-02-18T08:00:00+01:00' }]);

    assert.equal((await visit('https://smil.example.com/')).status, 200);
    const { status, headers } = await visit(
      'https://tannlegen.example.com:4310/?clinic=vest&view=login',
    );
    assert.equal(status, 302);
    assert.equal(headers.get('Location'), '//smil.example.com:4310/?clinic=vest&view=login');
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const script = await visit('https://tannlegen.example.com/script');
    assert.equal(script.headers.get('Location'), '//smil.example.com/script');
    // Pages that are open go on: the service answers on every host.
    assert.equal((await visit('https://tannlegen.example.com/v1/accounts/tannlegen')).status, 200);

    service.now += 90 * day - 1;
    assert.equal((await visit('https://tannlegen.example.com/')).status, 302);
    service.now += 1;
    assert.equal((await visit('https://tannlegen.example.com/')).status, 404);
    assert.deepEqual((await present()).former, []);
  });

  it('[S-03] goes from name to name, and back; each former one leads to the present one', async () => {
    await take('en');
    await take('to');
    const locations = async (...names: string[]) =>
      Promise.all(
        names.map(async (one) => {
          const { status, headers } = await visit(`https://${one}.example.com/`);
          return headers.get('Location') ?? status;
        }),
      );
    assert.deepEqual(await locations('tannlegen', 'en', 'to'), [
      '//to.example.com/',
      '//to.example.com/',
      200,
    ]);
    assert.equal(await stateOf('en'), 'yours');
    assert.equal((await take('tannlegen')).status, 204);
    assert.deepEqual(await locations('tannlegen', 'en', 'to'), [
      200,
      '//tannlegen.example.com/',
      '//tannlegen.example.com/',
    ]);
    // The same name again changes nothing.
    const { headers } = await operator.call('GET', '/subdomain');
    await operator.call('PUT', '/subdomain', await present());
    const again = await operator.call('GET', '/subdomain');
    assert.equal(again.headers.get('ETag'), headers.get('ETag'));
    assert.equal((await present()).former.length, 2);
  });

  it('[S-03] nobody else gets a former name for 90 days, and an account’s id never', async () => {
    const other = await makeAccount(service, 'nabo');
    await take('smil');
    await take('smil-igjen');
    for (const name of ['smil', 'smil-igjen', 'tannlegen']) {
      assert.equal(await stateOf(name, other), 'taken');
      assert.equal((await take(name, other)).status, 422);
    }
    service.now += 90 * day;
    assert.equal(await stateOf('smil', other), 'free');
    assert.equal(await stateOf('tannlegen', other), 'taken');
    assert.equal((await take('smil', other)).status, 204);
    assert.deepEqual([await stateOf('smil'), await stateOf('smil', other)], ['taken', 'yours']);
    assert.equal((await take('smil')).status, 422);
    assert.equal((await take('tannlegen')).status, 204);
  });

  it('[S-03] keeps a new account from an id that the platform keeps for itself', async () => {
    for (const id of ['console', 'www', 'postmaster']) {
      const platform = operatorOf(service, id, platformKey);
      const { status, body } = await platform.call('PUT', '', setup);
      assert.deepEqual([status, body.fields], [422, [{ path: 'account', code: 'reserved' }]], id);
    }
  });

  it('[S-03] keeps a new account from an id that is the name of another page', async () => {
    await take('smil');
    const platform = operatorOf(service, 'smil', platformKey);
    const { status, body } = await platform.call('PUT', '', setup);
    assert.deepEqual([status, body.fields], [422, [{ path: 'account', code: 'taken' }]]);
    service.now += 90 * day;
    await take('annet');
    assert.equal((await platform.call('PUT', '', setup)).status, 422);
    service.now += 90 * day;
    assert.equal((await platform.call('PUT', '', setup)).status, 201);
    assert.equal((await visit('https://smil.example.com/')).status, 200);
  });

  it('[S-03] [C-04] is in the history; undo brings the former name back, unless another account has it', async () => {
    const entries = async () =>
      (await operator.call<History>('GET', '/history?kind=subdomain')).body.entries;
    const undo = (id: string) => operator.call('POST', `/history/${id}/undo`);
    await take('smil');
    const [entry] = await entries();
    assert.deepEqual(
      [entry?.fields, entry?.before, entry?.after],
      [['name'], { name: 'tannlegen' }, { name: 'smil' }],
    );
    assert.equal((await undo(entry!.id)).status, 201);
    assert.equal((await present()).name, 'tannlegen');

    await take('smil');
    await take('annet');
    const [later] = await entries();
    const other = await makeAccount(service, 'nabo');
    service.now += 90 * day;
    await take('smil', other);
    const { status, body } = await undo(later!.id);
    assert.deepEqual([status, body.fields], [422, [{ path: 'name', code: 'taken' }]]);
    assert.equal((await present()).name, 'annet');
  });

  it('[S-03] [P-33] links, and the origin that may log in, follow the name', async () => {
    const { body } = await operator.call<{ page: string }>('GET', '/health');
    assert.equal(body.page, 'https://tannlegen.example.com');
    await operator.call('PATCH', '/settings', { login: { sms: true } });
    await take('smil');
    const health = await operator.call<{ page: string }>('GET', '/health');
    assert.equal(health.body.page, 'https://smil.example.com');
    const from = async (origin: string) =>
      (
        await service.request<{ loginPage?: string }>('/v1/accounts/tannlegen', {
          headers: { Origin: origin },
        })
      ).body.loginPage;
    assert.equal(await from('https://klinikk.example'), 'https://smil.example.com/?view=login');
    assert.equal(await from('https://smil.example.com'), undefined);
    const preflight = async (origin: string) =>
      (
        await service.request('/v1/accounts/tannlegen/session', {
          method: 'OPTIONS',
          headers: { Origin: origin, 'Access-Control-Request-Method': 'GET' },
        })
      ).headers.get('Access-Control-Allow-Origin');
    assert.equal(await preflight('https://smil.example.com'), 'https://smil.example.com');
    assert.equal(await preflight('https://nabo.example.com'), null);
  });

  it('[S-03] stands in an address where its name is a part of the host, and not in a path', () => {
    assert.equal(pageOf('smil', 'tannlegen'), 'https://smil.example.com');
    const inPath = createPageOf('https://time.example.com/{account}');
    assert.equal(inPath('smil', 'tannlegen'), 'https://time.example.com/tannlegen');
  });

  it('[S-03] [N-04] the table of names is closed to the role of the service; its functions to everybody else', async () => {
    await setUpClinic(database.db, { id: 'nabo' });
    await assert.rejects(
      inAccount(database.db, 'tannlegen', (tx) => tx.execute(sql`SELECT * FROM site_names`)),
      (error) => sqlState(error) === '42501',
    );
    const open = await database.db
      .select({ name: sql<string>`p.proname` })
      .from(sql`pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g`)
      .where(
        sql`p.prosecdef AND p.pronamespace = 'public'::regnamespace AND g.grantee NOT IN ('opus_service'::regrole, p.proowner)`,
      );
    assert.deepEqual(open, []);
  });

  it('[S-03] of twenty calls for one name at once one gets it', async () => {
    const operators = [operator];
    for (const id of ['en', 'to', 'tre', 'fire']) operators.push(await makeAccount(service, id));
    for (let round = 0; round < 3; round += 1) {
      const name = `navn-${round}`;
      const calls = Array.from({ length: 20 }, (_, index) =>
        take(name, operators[index % operators.length]),
      );
      const statuses = (await Promise.all(calls)).map(({ status }) => status);
      const states = await Promise.all(operators.map((one) => stateOf(name, one)));
      assert.equal(states.filter((state) => state === 'yours').length, 1, String(states));
      // The one that got it may have asked four times; the others were told that it is taken.
      const winner = states.indexOf('yours');
      assert.deepEqual(
        statuses,
        statuses.map((_, index) => (index % operators.length === winner ? 204 : 422)),
      );
    }
  });

  it('[S-03] two accounts that want each other’s names at once are both refused, and lose nothing', async () => {
    const other = await makeAccount(service, 'nabo');
    await take('min');
    await take('din', other);
    const answers = await Promise.all([take('din'), take('min', other)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [422, 422],
    );
    assert.deepEqual([(await present()).name, (await present(other)).name], ['min', 'din']);
  });

  it('[P-49] says to the script on a clinic’s own page what its first step shows, to any origin, and by its tag whether that has changed', async () => {
    await setUpClinic(database.db, { id: 'nabo' });
    const answer = await visit('https://example.com/first-look/nabo');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    const { languages, looks } = (await answer.json()) as FirstLooks;
    assert.ok(languages.length > 0);
    for (const language of languages) {
      const cards = looks[language]?.groups.flatMap((group) => group.cards) ?? [];
      assert.ok(cards.length > 0 && cards.every(({ value, name }) => value && name));
    }
    const tag = answer.headers.get('ETag') ?? '';
    const again = await site(
      new Request('https://example.com/first-look/nabo', { headers: { 'If-None-Match': tag } }),
    );
    assert.equal(again.status, 304);
    assert.equal((await visit('https://example.com/first-look/ingen')).status, 404);
    assert.equal((await visit('https://example.com/first-look/%2e%2e')).status, 404);
    // What no account offers is left out.
    const odd = await visit('https://example.com/first-look/nabo?clinic=%22%3E%3Cb%3E');
    assert.equal(odd.status, 200);
    assert.ok(!(await odd.text()).includes('<b>'));
  });
});
