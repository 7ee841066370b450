import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { prefix, staffEndpoints } from '../../src/contract/index.js';
import type {
  Account,
  AccountCreated,
  Endpoint,
  Problem,
  StaffSettings,
  StaffStatus,
} from '../../src/contract/index.js';
import { accentPalette } from '../../src/domain/accent-palette.js';
import { pngBytes, pngUpload } from './support/images.js';
import { startService, testId } from './support/service.js';
import {
  clinic,
  clinician,
  makeAccount,
  operatorOf,
  platformKey,
  setup,
  storeCatalogue,
  template,
} from './support/staff.js';
import { sampleBody } from './support/staff-bodies.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, operatorKey: 'the-key-of-all-operators' });
  operator = await makeAccount(service);
});

const account = async (id = 'tannlegen') =>
  (await service.request<Account>(`/v1/accounts/${id}`)).body;

/** What a call has to be asked with, so that nothing but the caller is wrong. */
const queries: Record<string, string> = {
  messages: '?box=sent',
  nextTimes: '?minutes=30',
  readings: '?of=clinics',
  timebookChanges: '',
  timeAlerts: '',
};

describe('who may make staff calls', () => {
  it('[S-10] gives the operator token once, and changes the account afterwards', async () => {
    const again = await operatorOf(service, 'tannlegen', platformKey).call<AccountCreated>(
      'PUT',
      '',
      { ...setup, name: 'Tannlegene', languages: ['nb'] },
    );
    assert.equal(again.status, 200);
    assert.deepEqual(again.body, { account: 'tannlegen' });
    const { name, languages } = await account();
    assert.deepEqual({ name, languages }, { name: 'Tannlegene', languages: ['nb'] });
    assert.equal((await operator.call('GET', '/settings')).status, 200);
  });

  it('[S-10] makes one account, and tells one token, when several are asked for at once', async () => {
    const platform = operatorOf(service, 'ny', platformKey);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => platform.call<AccountCreated>('PUT', '', setup)),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
    assert.equal(answers.filter(({ body }) => body.operatorToken !== undefined).length, 1);
  });

  it('[S-10] makes no account without the platform key, nor in a zone that does not exist', async () => {
    for (const token of ['a-key-that-is-wrong', operator.token, 'the-key-of-all-operators']) {
      const { status, body } = await operatorOf(service, 'ny', token).call('PUT', '', setup);
      assert.deepEqual([status, body.code], [401, 'login-required']);
    }
    const nowhere = await operatorOf(service, 'ny', platformKey).call('PUT', '', {
      ...setup,
      timeZone: 'Europe/Atlantis',
    });
    assert.deepEqual(nowhere.body.fields, [{ path: 'timeZone', code: 'unknown' }]);
  });

  it('[N-04] answers login-required to every staff call without the token of this very account', async () => {
    const other = await makeAccount(service, 'andre');
    for (const [name, endpoint] of Object.entries(staffEndpoints) as [string, Endpoint][]) {
      // Signing in is for whoever has nothing yet.
      const asks = (endpoint.headers ?? []).some((header) => header !== 'Login-Token');
      if (!asks) continue;
      const path = `${prefix.staff}${endpoint.path}`
        .replace('{account}', 'tannlegen')
        .replace('{id}', '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f');
      const isDated = endpoint.method === 'GET' && /time|preblock/.test(endpoint.path);
      const dates = 'query' in endpoint && isDated ? '?from=2026-11-23&to=2026-11-30' : '';
      const query = queries[name] ?? dates;
      for (const headers of [
        {},
        { Authorization: 'Bearer short' },
        { Authorization: `Bearer ${other.token}` },
      ]) {
        const { status } = await service.request(`${path}${query}`, {
          method: endpoint.method,
          headers: headers as Record<string, string>,
          ...('body' in endpoint ? { json: sampleBody(name) } : {}),
        });
        assert.equal(status, 401, `${endpoint.method} ${endpoint.path}`);
      }
    }
    assert.deepEqual(service.errors, []);
  });

  it('[N-04] answers the same for an account that does not exist', async () => {
    const nobody = operatorOf(service, 'finnesikke', operator.token);
    for (const [method, path] of [
      ['GET', '/settings'],
      ['DELETE', '/clinics/sentrum'],
    ] as const) {
      const { status, body } = await nobody.call(method, path);
      assert.deepEqual([status, body.code], [401, 'login-required']);
    }
  });

  it('lets whoever runs the service act for every operator, and nobody where there is no such key', async () => {
    const host = operatorOf(service, 'tannlegen', 'the-key-of-all-operators');
    assert.equal((await host.call('GET', '/settings')).status, 200);
    const without = startService(database, { platformKey });
    const nobody = operatorOf(without, 'tannlegen', 'the-key-of-all-operators');
    assert.equal((await nobody.call('GET', '/settings')).status, 401);
  });
});

describe('settings, texts, status and theme', () => {
  it('[S-04] changes what is named, switch by switch, and keeps the rest', async () => {
    const before = (await operator.call<StaffSettings>('GET', '/settings')).body;
    const { status, body } = await operator.call<StaffSettings>('PATCH', '/settings', {
      weekendBooking: true,
      fields: { campaignCode: true },
      login: { sms: true },
    });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      ...before,
      weekendBooking: true,
      fields: { ...before.fields, campaignCode: true },
      login: { ...before.login, sms: true },
    });
    assert.equal((await account()).settings.weekendBooking, true);
  });

  it('[P-25] refuses a code that could reach nobody, and stores nothing of it', async () => {
    const fields = { mobile: false, email: false };
    const { status, body } = await operator.call('PATCH', '/settings', {
      fields,
      weekendBooking: true,
    });
    assert.equal(status, 422);
    assert.deepEqual(body.fields, [{ path: 'confirmation', code: 'needs-mobile-or-email' }]);
    assert.equal((await account()).settings.weekendBooking, false);
    const skipped = await operator.call('PATCH', '/settings', { fields, confirmation: 'none' });
    assert.equal(skipped.status, 200);
    const back = await operator.call('PATCH', '/settings', { confirmation: 'code' });
    assert.equal(back.status, 422);
  });

  it('[P-02] refuses time as the first step and treatment as the fourth', async () => {
    for (const [order, code] of [
      [['time', 'clinic', 'treatment', 'clinician'], 'time-first'],
      [['clinic', 'time', 'clinician', 'treatment'], 'treatment-last'],
      [['clinic', 'clinic', 'treatment', 'time'], 'each-once'],
    ]) {
      const { status, body } = await operator.call('PATCH', '/settings', { stepOrder: order });
      assert.deepEqual([status, body.fields?.[0]?.code], [422, code]);
    }
    const order = ['treatment', 'time', 'clinician', 'clinic'];
    const { status } = await operator.call('PATCH', '/settings', { stepOrder: order });
    assert.equal(status, 200);
    assert.deepEqual((await account()).settings.stepOrder, order);
  });

  it('[N-04] refuses an origin that is none, by its place, and stores nothing of it', async () => {
    const right = 'https://clinic.example';
    for (const [text, code] of [
      ['null', 'origin'],
      ['*', 'origin'],
      ['javascript:x', 'origin'],
      [`${right}/`, 'origin'],
      [`${right}/booking`, 'origin'],
      ['http://clinic.example', 'https'],
    ]) {
      const json = { allowedOrigins: [right, text], weekendBooking: true };
      const { status, body } = await operator.call('PATCH', '/settings', json);
      const fields = [{ path: 'allowedOrigins.1', code }];
      assert.deepEqual([status, body.fields], [422, fields], text);
    }
    const { body } = await operator.call<StaffSettings>('GET', '/settings');
    assert.deepEqual([body.allowedOrigins, body.weekendBooking], [[], false]);
    const origins = { allowedOrigins: [right, 'http://localhost:4310'] };
    assert.equal((await operator.call('PATCH', '/settings', origins)).status, 200);
  });

  it('[N-04] an account with origins of before they were checked goes on, and lets no sandboxed page in', async () => {
    const allowedOrigins = ['null', '*', 'https://clinic.example/', 'https://clinic.example'];
    const stored = JSON.stringify({ allowedOrigins });
    await inAccount(database.db, 'tannlegen', (tx) =>
      tx.execute(sql`UPDATE accounts SET settings = settings || ${stored}::jsonb`),
    );
    const { status } = await operator.call('PATCH', '/settings', { weekendBooking: true });
    assert.equal(status, 200);
    const allowed = async (origin: string) => {
      const headers = { Origin: origin, Authorization: 'Bearer 0123456789abcdef' };
      const answer = await service.request('/v1/accounts/tannlegen/session', { headers });
      return answer.headers.get('Access-Control-Allow-Origin');
    };
    assert.equal(await allowed('null'), null);
    assert.equal(await allowed('https://clinic.example'), 'https://clinic.example');
  });

  it('[S-05] stores texts one by one; an empty one goes back to the standard text', async () => {
    await operator.call('PATCH', '/texts', { welcomeHeading: 'Hei', welcomeText: 'Velkommen' });
    await operator.call('PATCH', '/texts', { welcomeText: '', consentVersion: '' });
    const { texts } = await account();
    assert.deepEqual(texts, { welcomeHeading: 'Hei', consentVersion: '1' });
  });

  it('[S-05] stores texts in other languages one by one; an empty one goes back to the own text', async () => {
    const patch = (translations: unknown) => operator.call('PATCH', '/texts', { translations });
    await operator.call('PATCH', '/texts', { welcomeHeading: 'Hei' });
    const { status } = await patch({ sv: { welcomeHeading: 'Hej', consentText: 'Ja.' }, fi: {} });
    assert.equal(status, 204);
    await patch({ sv: { consentText: '' }, en: { welcomeHeading: 'Hello' } });
    // Other texts leave them as they are.
    await operator.call('PATCH', '/texts', { provider: 'Opus', consentVersion: '2' });
    assert.deepEqual((await account()).texts, {
      welcomeHeading: 'Hei',
      provider: 'Opus',
      consentVersion: '2',
      translations: { sv: { welcomeHeading: 'Hej' }, en: { welcomeHeading: 'Hello' } },
    });
    await patch({ sv: { welcomeHeading: '' }, en: { welcomeHeading: '' } });
    assert.equal((await account()).texts.translations, undefined);
  });

  it('[S-05] refuses texts in an unknown language, unknown texts, and a second text in their own language', async () => {
    await operator.call('PATCH', '/texts', { welcomeHeading: 'Hei' });
    for (const [translations, path, code] of [
      [{ de: { welcomeHeading: 'Hallo' } }, 'translations.de', 'unknown'],
      [{ sv: { welcomHeading: 'Hej' } }, 'translations.sv.welcomHeading', 'unknown'],
      [{ sv: { welcomeHeading: 1 } }, 'translations.sv.welcomeHeading', 'type'],
      [{ sv: 'Hej' }, 'translations.sv', 'type'],
      [{ sv: null }, 'translations.sv', 'type'],
      [[], 'translations', 'type'],
      [{ sv: { consentUrl: 'javascript:alert(1)' } }, 'translations.sv.consentUrl', 'format'],
      [{ nb: { welcomeHeading: 'Hallo' } }, 'translations.nb', 'own-language'],
    ] as const) {
      const { status, body } = await operator.call('PATCH', '/texts', {
        welcomeText: 'Not stored',
        translations,
      });
      assert.deepEqual(
        [status, body.fields],
        [422, [{ path, code }]],
        JSON.stringify(translations),
      );
    }
    const { texts } = await account();
    assert.deepEqual(texts, { welcomeHeading: 'Hei', consentVersion: '1' });
  });

  it('[P-28] has one consent version for all languages', async () => {
    const { status, body } = await operator.call('PATCH', '/texts', {
      translations: { sv: { consentText: 'Ja.', consentVersion: '9' } },
    });
    const fields = [{ path: 'translations.sv.consentVersion', code: 'unknown' }];
    assert.deepEqual([status, body.fields], [422, fields]);
  });

  it('[S-05] a text in what became the own language can still be taken out', async () => {
    const translations = { en: { welcomeHeading: 'Hello' } };
    await operator.call('PATCH', '/texts', { translations });
    const platform = operatorOf(service, 'tannlegen', platformKey);
    await platform.call('PUT', '', { ...setup, textLanguage: 'en' });
    assert.equal((await operator.call('PATCH', '/texts', { translations })).status, 422);
    const empty = { en: { welcomeHeading: '' } };
    const { status } = await operator.call('PATCH', '/texts', { translations: empty });
    assert.equal(status, 204);
    assert.equal((await account()).texts.translations, undefined);
  });

  it('[P-40] closes the page and opens it again', async () => {
    for (const status of ['maintenance', 'unpublished', 'new-booking-off', 'open']) {
      assert.equal((await operator.call('PUT', '/status', { status })).status, 204);
      assert.equal((await account()).status, status);
    }
    assert.equal((await operator.call('PUT', '/status', { status: 'shut' })).status, 422);
  });

  it('[P-40] keeps each switch by itself: when maintenance ends, new booking is still off', async () => {
    const put = (change: object) => operator.call('PUT', '/status', change);
    const states = async () => {
      const { body } = await operator.call<StaffStatus>('GET', '/status');
      const names = ['maintenance', 'unpublished', 'newBookingOff'] as const;
      assert.equal((await account()).status, body.status);
      return [body.status, ...names.filter((name) => body[name])];
    };
    assert.deepEqual(await states(), ['open']);
    for (const [change, expected] of [
      [{ newBookingOff: true }, ['new-booking-off', 'newBookingOff']],
      [{ maintenance: true }, ['maintenance', 'maintenance', 'newBookingOff']],
      [{ unpublished: true }, ['unpublished', 'maintenance', 'unpublished', 'newBookingOff']],
      [{ unpublished: false }, ['maintenance', 'maintenance', 'newBookingOff']],
      [{ maintenance: false }, ['new-booking-off', 'newBookingOff']],
      // Callers of before there were switches.
      [{ status: 'maintenance' }, ['maintenance', 'maintenance']],
      [{ status: 'open' }, ['open']],
    ] as const) {
      const { status, body } = await put(change);
      assert.equal(status, 204, JSON.stringify(body));
      assert.deepEqual(await states(), expected);
    }
    const refused = await put({ status: 'open', maintenance: true });
    const problem = [{ path: 'status', code: 'contradicts' }];
    assert.deepEqual([refused.status, refused.body.fields], [422, problem]);
    const empty = await put({});
    assert.deepEqual(empty.body.fields, [{ path: 'status', code: 'required' }]);
    assert.deepEqual(await states(), ['open']);
  });

  it('[P-33] with the login switch off patients are offered no way in, and the ways are kept', async () => {
    const login = (patch: object) => operator.call('PATCH', '/settings', { login: patch });
    const eid = [{ id: 'bankid', name: 'BankID' }];
    // A switch of its own: whoever knows only the ways gets what they ask for.
    await login({ sms: true, eid });
    assert.deepEqual((await account()).settings.login, { sms: true, eid });
    await login({ on: false });
    assert.deepEqual((await account()).settings.login, { sms: false, eid: [] });
    const { body } = await operator.call<StaffSettings>('GET', '/settings');
    assert.deepEqual(body.login, { on: false, sms: true, eid });
    const claim = { nationalId: testId(1), mobile: '+4798765432' };
    const begun = await service.request<Problem>('/v1/accounts/tannlegen/logins', {
      method: 'POST',
      json: claim,
    });
    assert.deepEqual([begun.status, begun.body.code], [403, 'not-allowed']);
    await login({ on: true });
    assert.deepEqual((await account()).settings.login, { sms: true, eid });
  });

  it('[P-09] shows colour and logo, and removes them', async () => {
    const base64 = btoa('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const logo = { type: 'image/svg+xml', base64, width: 120, height: 40 };
    const { status } = await operator.call('PATCH', '/theme', { accent: '#a33b20', logo });
    assert.equal(status, 204);
    const { theme } = await account();
    assert.equal(theme.accent, '#a33b20');
    assert.deepEqual([theme.logo?.width, theme.logo?.height], [120, 40]);
    const image = await service.request<string>(theme.logo!.url);
    assert.deepEqual(
      [image.status, image.headers.get('Content-Type'), image.body],
      [200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    );
    await operator.call('PATCH', '/theme', { logo: null });
    // The colours that follow are the service's to say.
    await operator.call('PATCH', '/theme', { palette: accentPalette('#ffd500') });
    const accent = '#a33b20';
    assert.deepEqual((await account()).theme, { accent, palette: accentPalette(accent) });
  });

  it("[S-07] [P-41] keeps the page's script for staff, and tells no patient of it", async () => {
    const html = '<script>_paq.push(["trackPageView"])</script>';
    assert.deepEqual((await operator.call('GET', '/script')).body, { html: '' });
    assert.equal((await operator.call('PUT', '/script', { html })).status, 204);
    assert.deepEqual((await operator.call('GET', '/script')).body, { html });
    assert.equal(JSON.stringify(await account()).includes('_paq'), false);
    const long = await operator.call('PUT', '/script', { html: 'x'.repeat(20_001) });
    assert.equal(long.status, 422);
    await operator.call('PUT', '/script', { html: '' });
    assert.deepEqual((await operator.call('GET', '/script')).body, { html: '' });
  });

  it('[S-05] refuses a logo over 25 000 bytes, and one that is no base64', async () => {
    const upload = (base64: string) =>
      operator.call('PATCH', '/theme', {
        logo: { type: 'image/png', base64, width: 10, height: 10 },
      });
    const large = (bytes: number) => pngBytes({ width: 10, height: 10, bytes }).toString('base64');
    const exactly = await upload(large(25_000));
    assert.equal(exactly.status, 204);
    const larger = await upload(large(25_001));
    assert.deepEqual(larger.body.fields, [{ path: 'logo', code: 'too-large' }]);
    const noPicture = await upload(btoa('a photo'));
    assert.deepEqual(noPicture.body.fields, [{ path: 'logo', code: 'image' }]);
    const broken = await upload('%%%');
    assert.deepEqual(broken.body.fields, [{ path: 'logo.base64', code: 'format' }]);
  });
});

/** What a clinic saves, and where a patient's page finds it. */
const saved: [
  title: string,
  change: [method: string, path: string, input: unknown],
  of: (account: Account) => unknown,
  shown: unknown,
][] = [
  ['a setting', ['PATCH', '/settings', { anyClinic: true }], (a) => a.settings.anyClinic, true],
  [
    'the order of steps',
    ['PATCH', '/settings', { stepOrder: ['clinician', 'treatment', 'clinic', 'time'] }],
    (a) => a.settings.stepOrder.join(),
    'clinician,treatment,clinic,time',
  ],
  ['a text', ['PATCH', '/texts', { welcomeHeading: 'Hei' }], (a) => a.texts.welcomeHeading, 'Hei'],
  [
    'a text in another language',
    ['PATCH', '/texts', { translations: { en: { welcomeHeading: 'Hi' } } }],
    (a) => a.texts.translations?.en?.welcomeHeading,
    'Hi',
  ],
  ['the colour', ['PATCH', '/theme', { accent: '#0a7d75' }], (a) => a.theme.accent, '#0a7d75'],
  [
    'the logo',
    ['PATCH', '/theme', { logo: pngUpload({ width: 40, height: 20 }) }],
    (a) => [a.theme.logo?.width, a.theme.logo?.height].join(),
    '40,20',
  ],
  ['the state', ['PUT', '/status', { newBookingOff: true }], (a) => a.status, 'new-booking-off'],
  [
    'a clinic',
    ['PUT', '/clinics/sentrum', { ...clinic, name: 'Ny klinikk' }],
    (a) => a.clinics[0]?.name,
    'Ny klinikk',
  ],
  [
    'a clinician',
    ['PUT', '/clinicians/anne', { ...clinician, name: 'Anne Ny' }],
    (a) => a.clinicians[0]?.name,
    'Anne Ny',
  ],
  [
    'a treatment',
    ['PUT', '/templates/us', { ...template, minutes: 45 }],
    (a) => a.treatments[0]?.minutes,
    45,
  ],
];

describe("what is saved is on the patient's next request", () => {
  it('[C-03] [S-04] [S-05] whichever process saved it, also for a page that asks whether anything is new', async () => {
    await storeCatalogue(operator);
    // Each has what a process keeps in memory to itself.
    const processes = [service, startService(database, { platformKey })];
    const ask = (index: number, headers: Record<string, string> = {}) =>
      processes[index % 2]!.request<Account>('/v1/accounts/tannlegen', { headers });
    for (const [index, [title, change, of, shown]] of saved.entries()) {
      const before = await Promise.all([ask(0), ask(1)]);
      const tags = before.map(({ headers }) => headers.get('ETag') ?? '');
      assert.deepEqual(
        (await Promise.all(tags.map((tag, n) => ask(n, { 'If-None-Match': tag })))).map(
          ({ status }) => status,
        ),
        [304, 304],
        title,
      );
      for (const { body } of before) assert.notDeepEqual(of(body), shown, title);

      const saving = operatorOf(processes[index % 2]!, 'tannlegen', operator.token);
      const { status, body } = await saving.call(...change);
      assert.ok(status < 300, `${title}: ${JSON.stringify(body)}`);
      // First where it was not saved.
      for (const n of [index + 1, index]) {
        const next = await ask(n, { 'If-None-Match': tags[n % 2]! });
        assert.deepEqual([next.status, of(next.body)], [200, shown], title);
        assert.deepEqual(of((await ask(n)).body), shown, title);
      }
    }
  });
});
