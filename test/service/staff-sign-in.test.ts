import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  Me,
  SignedIn,
  SignInStarted,
  StaffProblem,
  StaffSessionList,
} from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { Answer, TestRequest, TestService } from './support/service.js';
import { countRows, openTestDatabase, statementsOf } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const origin = 'https://console.example';
const root = '/v1/staff/accounts/demo';
const minute = 60_000;
const hour = 60 * minute;
let service: TestService;
let kari: TestPerson;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, { consoleOf: (id) => `${origin}/${id}` });
  kari = await personOf(service, database, { name: 'Kari' });
});

const ask = (email: string, init: TestRequest = {}) =>
  service.request<SignInStarted & StaffProblem>(`${root}/sign-ins`, { json: { email }, ...init });
const enter = (
  { id, token }: Pick<SignInStarted, 'id' | 'token'>,
  code: string,
  headers: Record<string, string> = {},
) =>
  service.request<SignedIn & StaffProblem>(`${root}/sign-ins/${id}/code`, {
    json: { code },
    headers: { 'Login-Token': token, ...headers },
  });
const lastCode = async () => {
  await service.background;
  return service.lastCode();
};
const cookieOf = ({ headers }: Answer) => (headers.get('Set-Cookie') ?? '').split(';')[0]!;
const signIn = async (headers: Record<string, string> = {}) => {
  const begun = await ask(kari.email);
  return enter(begun.body, await lastCode(), headers);
};
const withCookie = (cookie: string, method: string, path: string, init: TestRequest = {}) =>
  service.request<Me & StaffProblem>(`${root}${path}`, {
    method,
    ...init,
    headers: { Cookie: cookie, ...init.headers },
  });
const own = { 'Sec-Fetch-Site': 'same-origin', Origin: origin };

describe('signing in by a code', () => {
  it('[C-02] is answered with a session in a cookie that no script and no other site has', async () => {
    const { status, body, headers } = await signIn();
    assert.deepEqual([status, body.me.id, body.token], [200, kari.id, undefined]);
    const [pair, ...attributes] = headers.get('Set-Cookie')!.split('; ');
    assert.match(pair!, /^__Host-opus-staff-demo=[\w-]{43}$/);
    assert.deepEqual(attributes.sort(), [
      'HttpOnly',
      'Max-Age=604800',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    const me = await withCookie(pair!, 'GET', '/me');
    assert.deepEqual([me.status, me.body.name], [200, 'Kari']);
    assert.equal(me.headers.get('Cache-Control'), 'no-store');
  });

  it('[C-02] sends the code by e-mail to the stored address, in whatever case it is typed', async () => {
    await ask(kari.email.toUpperCase());
    await service.background;
    const { to, channel, text } = service.sent.at(-1)!;
    assert.deepEqual([to, channel], [kari.email, 'email']);
    assert.match(text, /^\d{6} er koden din for å logge inn i administrasjonen til Account demo\./);
  });

  it('[C-02] a wrong code leaves four tries, the fifth none, and the right one comes too late then', async () => {
    const { body } = await ask(kari.email);
    const code = await lastCode();
    const other = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, body: problem } = await enter(body, other);
      assert.deepEqual([status, problem.triesLeft], [422, left]);
    }
    assert.equal((await enter(body, code)).status, 429);
  });

  it('[C-02] a code is good once, for ten minutes, and only with its token', async () => {
    const { body } = await ask(kari.email);
    const code = await lastCode();
    assert.equal((await enter({ ...body, token: 'x' }, code)).status, 404);
    assert.equal((await enter(body, code)).status, 200);
    assert.equal((await enter(body, code)).body.code, 'code-expired');
    service.now += minute;
    const next = await ask(kari.email);
    const late = await lastCode();
    service.now += 10 * minute;
    assert.equal((await enter(next.body, late)).body.code, 'code-expired');
  });

  it('[C-02] a code that went to a former address opens nothing', async () => {
    const owner = await personOf(service, database, {});
    const { body } = await ask(kari.email);
    const code = await lastCode();
    const json = { name: 'Kari', email: 'new@clinic.test', roles: [{ role: 'owner' }] };
    assert.equal((await owner.call('PUT', `/people/${kari.id}`, json)).status, 204);
    assert.equal((await enter(body, code)).body.code, 'code-wrong');
  });

  it('[N-02] no code is kept once it is sent, and none that was never sent', async () => {
    await ask(kari.email);
    await ask('nobody@clinic.test');
    await service.background;
    assert.equal(await countRows(database.db, 'outbox'), 2);
    assert.equal(await countRows(database.db, 'outbox WHERE text IS NOT NULL'), 0);
  });
});

describe('known and unknown addresses', () => {
  /** All that somebody who asks can see, and what the service does for it. */
  async function attempts(email: string) {
    service = startService(database, { later: () => undefined });
    const seen: unknown[] = [];
    const statements: string[][] = [];
    const step = async <Body extends object>(call: () => Promise<Answer<Body>>) => {
      let answer: Answer<Body> | undefined;
      statements.push(
        await statementsOf(database.db, async () => {
          answer = await call();
        }),
      );
      const { status, body } = answer!;
      const shown = Object.entries(body).map(([name, value]) =>
        name === 'id' || name === 'token' ? [name, String(value).length] : [name, value],
      );
      seen.push([status, shown]);
      return answer!;
    };
    const first = await step(() => ask(email));
    await step(() => ask(email));
    for (let tries = 0; tries < 6; tries += 1) await step(() => enter(first.body, '000000'));
    service.now += minute;
    const second = await step(() => ask(email));
    await step(() => enter(second.body, '000000'));
    return { seen, statements };
  }

  it('[C-02] [N-06] see the very same answers, at the cost of the same statements', async () => {
    const known = await attempts(kari.email);
    const unknown = await attempts('nobody@clinic.test');
    assert.deepEqual(unknown.seen, known.seen);
    assert.deepEqual(unknown.statements, known.statements);
    const statuses = known.seen.map((answer) => (answer as [number])[0]);
    assert.deepEqual(statuses, [202, 429, 422, 422, 422, 422, 422, 429, 202, 422]);
    assert.ok(known.statements.every(({ length }) => length > 2));
  });

  it('[C-02] an unknown one gets no e-mail', async () => {
    await ask('nobody@clinic.test');
    await service.background;
    assert.deepEqual(service.sent, []);
  });
});

describe('strangers who ask for codes', () => {
  it('[N-05] slow down their own network, and shut nobody out', async () => {
    const stranger = { from: '203.0.113.8' };
    assert.equal((await ask(kari.email, stranger)).status, 202);
    assert.equal((await ask(kari.email, stranger)).status, 429);
    const mine = await ask(kari.email);
    assert.equal(mine.status, 202);
    const code = await lastCode();
    service.now += minute;
    assert.equal((await ask(kari.email, stranger)).status, 202);
    assert.equal((await enter(mine.body, code)).status, 200);
  });

  it('[N-05] who has read a code here before is not slowed down by others’ many', async () => {
    service = startService(database, { limits: { unusedCodesADay: 2 } });
    assert.equal((await signIn()).status, 200);
    for (let network = 1; network < 6; network += 1) {
      await ask(kari.email, { from: `203.0.113.${network}` });
    }
    assert.equal((await ask(kari.email, { from: '192.0.2.1' })).status, 429);
    assert.equal((await signIn()).status, 200);
  });

  it('[N-05] an account over its budget leaves each network a third of its own', async () => {
    service = startService(database, {
      limits: { signInsPerAccountADay: 2, signInsPerAddressAnHour: 6 },
    });
    const statuses = [];
    for (let times = 0; times < 4; times += 1) {
      statuses.push((await ask(`x${times}@clinic.test`, { from: '203.0.113.8' })).status);
    }
    assert.deepEqual(statuses, [202, 202, 429, 429]);
    assert.equal((await ask(kari.email)).status, 202);
  });
});

describe('the cookie of a session', () => {
  it('[C-02] changes something only for a page of the console', async () => {
    const cookie = cookieOf(await signIn());
    const others: Record<string, string>[] = [
      {},
      { Origin: 'https://evil.example' },
      // Browsers send the cookie with calls of an account's booking page: it is on the same site.
      { Origin: 'https://demo.example', 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: origin, 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    ];
    for (const headers of others) {
      const answer = await withCookie(cookie, 'PATCH', '/me', { json: { name: 'X' }, headers });
      assert.deepEqual([headers, answer.status, answer.body.code], [headers, 403, 'not-allowed']);
    }
    const right: Record<string, string>[] = [
      own,
      { Origin: origin },
      { 'Sec-Fetch-Site': 'same-origin' },
    ];
    for (const headers of right) {
      const answer = await withCookie(cookie, 'PATCH', '/me', { json: { name: 'Ny' }, headers });
      assert.deepEqual([headers, answer.status], [headers, 204]);
    }
    assert.equal((await withCookie(cookie, 'GET', '/me')).status, 200);
  });

  it('[C-02] no page of another origin signs its visitor in', async () => {
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    assert.equal((await ask(kari.email, { headers: foreign })).status, 403);
    const { body } = await ask(kari.email);
    assert.equal((await enter(body, await lastCode(), foreign)).status, 403);
    for (const path of ['/invitations/accept', '/passkey-sign-ins']) {
      const init = { json: { token: 'x' }, headers: foreign };
      assert.equal((await service.request(`${root}${path}`, init)).status, 403, path);
    }
  });

  it('[C-02] no other origin reads a staff answer, with or without a secret', async () => {
    const cookie = cookieOf(await signIn());
    const secrets: Record<string, string>[] = [
      { Cookie: cookie },
      { Authorization: `Bearer ${kari.token}` },
      {},
    ];
    for (const headers of secrets) {
      const answer = await service.request(`${root}/me`, {
        headers: { ...headers, Origin: 'https://clinic.example' },
      });
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
    }
  });

  it('[C-02] is another one after each sign-in, and the former ends', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn({ Cookie: first }));
    assert.notEqual(first, second);
    assert.equal((await withCookie(first, 'GET', '/me')).status, 401);
    assert.equal((await withCookie(second, 'GET', '/me')).status, 200);
  });

  it('[C-02] is plain and of its path alone on http, as on the machine itself', async () => {
    service = startService(database, { consoleOf: () => 'http://localhost:4310/' });
    const answer = await signIn();
    assert.match(
      answer.headers.get('Set-Cookie')!,
      /^opus-staff-demo=[\w-]{43}; Path=\/v1\/staff\/accounts\/demo; Max-Age=604800; HttpOnly; SameSite=Strict$/,
    );
  });

  it('[N-04] opens no other account', async () => {
    await setUpClinic(database.db, { id: 'other' });
    const value = cookieOf(await signIn()).split('=')[1]!;
    const answer = await service.request('/v1/staff/accounts/other/me', {
      headers: { Cookie: `__Host-opus-staff-other=${value}` },
    });
    assert.equal(answer.status, 401);
  });
});

describe('a session', () => {
  it('[C-02] ends eight hours after the last call, and after seven days whatever is called', async () => {
    const cookie = cookieOf(await signIn());
    const status = async () => (await withCookie(cookie, 'GET', '/me')).status;
    service.now += 8 * hour - minute;
    assert.equal(await status(), 200);
    service.now += 8 * hour;
    assert.equal(await status(), 401);

    const other = cookieOf(await signIn());
    const statuses = [];
    for (let calls = 0; calls < 24; calls += 1) {
      service.now += 7 * hour;
      statuses.push((await withCookie(other, 'GET', '/me')).status);
    }
    assert.equal(statuses.indexOf(401), 23);
  });

  it('[C-02] is seen among one’s own, with its device, and ended from there', async () => {
    const first = cookieOf(
      await signIn({ 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko Firefox/140.0' }),
    );
    const second = cookieOf(
      await signIn({
        'User-Agent':
          'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      }),
    );
    const other = await personOf(service, database, {});
    const list = async (cookie: string) =>
      (await withCookie(cookie, 'GET', '/sessions')).body as unknown as StaffSessionList;
    const { items } = await list(second);
    assert.deepEqual(items.map(({ device, kind, isCurrent }) => [device, kind, isCurrent]).sort(), [
      ['', 'code', false],
      ['Chrome, Android', 'code', true],
      ['Firefox, Windows', 'code', false],
    ]);
    const { id } = items.find(({ device }) => device.startsWith('Firefox'))!;
    assert.equal((await other.call('DELETE', `/sessions/${id}`)).status, 404);
    const end = await withCookie(second, 'DELETE', `/sessions/${id}`, { headers: own });
    assert.equal(end.status, 204);
    assert.equal((await withCookie(first, 'GET', '/me')).status, 401);
    assert.equal((await withCookie(second, 'GET', '/me')).status, 200);
  });

  it('[C-02] signing out ends it here; everywhere, all of them', async () => {
    const first = cookieOf(await signIn());
    const second = cookieOf(await signIn());
    const out = await withCookie(first, 'DELETE', '/session', { headers: own });
    assert.match(out.headers.get('Set-Cookie')!, /^__Host-opus-staff-demo=; .*Max-Age=0/);
    assert.equal((await withCookie(first, 'GET', '/me')).status, 401);
    assert.equal((await withCookie(second, 'GET', '/me')).status, 200);
    await withCookie(second, 'DELETE', '/sessions', { headers: own });
    assert.equal((await withCookie(second, 'GET', '/me')).status, 401);
    assert.equal(await countRows(database.db, 'staff_sessions'), 0);
  });
});

describe('a demo', () => {
  const demoPerson = async () => {
    const { id } = await personOf(service, database, { roles: [{ role: 'reader' }] });
    await database.db.execute(
      `UPDATE staff_people SET email = 'les@demo.example', email_key = 'les@demo.example' WHERE id = '${id}'`,
    );
    return id;
  };
  const people = () => service.request<{ items: { id: string }[] }>(`${root}/demo-people`);
  const enterAs = (person: string) =>
    service.request<SignedIn>(`${root}/demo-sign-in`, { json: { person } });

  it('[C-02] signs sample people in without a code, with a bearer for a page', async () => {
    service = startService(database, { demo: true });
    const id = await demoPerson();
    assert.deepEqual(
      (await people()).body.items.map((one) => one.id),
      [id],
    );
    const { status, body } = await enterAs(id);
    assert.equal(status, 200);
    const me = await service.request<Me>(`${root}/me`, {
      headers: { Authorization: `Bearer ${body.token}` },
    });
    assert.deepEqual([me.status, me.body.id], [200, id]);
  });

  it('[C-02] never real people, whose address may be read somewhere', async () => {
    service = startService(database, { demo: true });
    assert.equal((await enterAs(kari.id)).status, 404);
  });

  it('[C-02] and a service that is none has no such call', async () => {
    const id = await demoPerson();
    assert.equal((await people()).status, 404);
    assert.equal((await enterAs(id)).status, 404);
  });
});
