import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { withoutNulls } from '../../../service/core/record-diff.js';
import type { RecordKindName } from '../../../src/contract/index.js';
import { recordKinds, staffEndpoints } from '../../../src/contract/index.js';
import * as staff from '../../../src/contract/staff.js';
import { pngUpload } from '../support/images.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import type { FieldArbitraries } from '../support/schema-arbitrary.js';
import { arbitraryOf } from '../support/schema-arbitrary.js';
import { startService, testId } from '../support/service.js';
import { operatorOf } from '../support/staff.js';
import type { TestService } from '../support/service.js';
import { openTestDatabase } from '../support/test-database.js';

type Json = Record<string, unknown>;

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const patient = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
let service: TestService;
let operator: ReturnType<typeof operatorOf>;
before(async () => {
  await database.clear();
  await setUpClinic(database.db, { clinicians: [{ id: 'berit' }] });
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
  for (const [path, input] of [
    [
      '/template-lists/online',
      { name: 'L', owner: { kind: 'all' }, items: [], purpose: 'booking' },
    ],
    ['/template-lists/desk', { name: 'L', owner: { kind: 'all' }, items: [], purpose: 'timebook' }],
    ['/preblock-lists/blocks', { name: 'L', owner: { kind: 'all' }, items: [] }],
    ['/templates/recall', { ...template(), useInRecall: true }],
    [`/patients/${patient}`, { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) }],
  ] as const) {
    const { status, body } = await operator.call('PUT', path, input);
    assert.equal(status, 204, `${path}: ${JSON.stringify(body)}`);
  }
});
afterEach(() => assert.deepEqual(service.errors, []));

const template = () => ({
  name: 'X',
  minutes: 30,
  category: 'exam',
  useInTimebook: true,
  useInBooking: true,
  moveOnline: true,
  cancelOnline: true,
  useInRecall: false,
  moveNextRecall: false,
  recallCard: false,
});

const one = (...values: unknown[]) => fc.constantFrom(...values);
const orNull = (...values: unknown[]) => one(...values, null);
const some = (...values: string[]) => fc.subarray(values);
const image = fc.string({ maxLength: 60 }).map((seed) => pngUpload({ seed, height: 7 }));

/** Fields that have to name something, or have a form that a random text does not have. */
const common: FieldArbitraries = {
  company: one('company'),
  group: orNull('group'),
  clinic: one('west', 'east'),
  category: one('exam'),
  bookingList: orNull('online'),
  timebookList: orNull('desk'),
  preblockList: orNull('blocks'),
  cliniciansWithoutNeed: some('anne', 'berit'),
  categories: some('exam'),
  owner: one({ kind: 'all' }, { kind: 'organisation' }, { kind: 'company', id: 'company' }),
};
const place = fc.record({ photoConsent: fc.boolean(), titleConsent: fc.boolean() });
const fieldsOf: Partial<Record<RecordKindName, FieldArbitraries>> = {
  clinics: {
    phone: one('22334455', '+47 22 33 44 55', ''),
    postalCode: one('0155', '111 29', ''),
    email: one('post@example.com', ''),
  },
  clinicians: {
    photo: fc.option(image),
    clinics: fc
      .tuple(some('east', 'west'), place)
      .map(([ids, consents]) => ids.map((clinic) => ({ clinic, ...consents }))),
  },
  'template-lists': { items: fc.shuffledSubarray(['check', 'long', 'implant']) },
  'preblock-lists': { items: some('internet') },
  'message-texts': {
    subject: one('Hei', 'Time hos oss'),
    text: one('Hei [PATIENT_FIRST_NAME]', 'Velkommen'),
    format: one('plain', 'html'),
  },
  'sms-senders': {
    name: orNull('Klinikken', 'Tann 24'),
    number: one('+4798765432', '+46701234567'),
  },
  'eid-providers': {
    issuer: one('https://id.example.com', 'https://id.example.com/realm'),
    scope: one('openid', 'openid profile nin'),
  },
  patients: {
    firstName: one('Kari', 'Åse Marie', 'Jean-Luc', "D'Arcy"),
    lastName: one('Berg', 'Østby', 'Løkken Lie'),
    nationalId: one(testId(1), testId(2), testId(3)),
    mobile: one('+4798765432', '+4741234567'),
    email: one('kari@example.com'),
    address1: one('Storgata 1'),
    address2: one('2. etasje'),
    postalCode: one('0155'),
  },
  recalls: {
    patient: one(patient),
    week: one('2026-11-23', '2027-01-04'),
    template: one('recall'),
    clinician: orNull('anne'),
  },
};

const idOf: Partial<Record<RecordKindName, string>> = {
  patients: '1e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
  recalls: '2e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
  'message-texts': 'booked-email-nb',
  'sms-senders': 'company',
};

/** What a field is where nothing was said of it. */
const defaults: Json = {
  position: 0,
  governedByNeed: false,
  mayChooseClinician: false,
  cliniciansWithoutNeed: [],
  scope: 'openid profile',
  format: 'plain',
  approvals: {},
};

const kinds = Object.keys(recordKinds) as RecordKindName[];

describe('what staff stored, they read back', () => {
  for (const name of kinds) {
    it(`[C-03] ${name}: whatever PUT takes comes back equal, and may be PUT again`, async () => {
      const id = idOf[name] ?? 'a-thing';
      const path = `/${name}/${id}`;
      // Without a word about them, a photo and a known patient's national ID stay.
      const always = ['photo', 'nationalId', 'number'];
      const fields = { ...common, ...fieldsOf[name] };
      const inputs = arbitraryOf(recordKinds[name].input, fields, always);
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => {
          const stored = await operator.call('PUT', path, input);
          assert.equal(stored.status, 204, JSON.stringify(stored.body));
          const read = await operator.call<Json>('GET', path);
          assert.equal(read.status, 200);
          const { clientSecret: _secret, ...expected } = withoutNulls(input) as Json;
          const missing = Object.keys(read.body).filter((field) => !(field in expected));
          const filled = missing.map((field) => [field, defaults[field]]);
          assert.deepEqual(read.body, { ...expected, ...Object.fromEntries(filled) });
          assert.equal(read.headers.get('ETag'), stored.headers.get('ETag'));

          const again = await operator.call('PUT', path, read.body);
          assert.equal(again.status, 204, JSON.stringify(again.body));
          assert.equal(again.headers.get('ETag'), read.headers.get('ETag'));
          assert.deepEqual((await operator.call('GET', path)).body, read.body);
        }),
        { numRuns: 6 },
      );
    });

    it(`[C-03] ${name}: stands in the list, and is gone once it is deleted`, async () => {
      const id = idOf[name] ?? 'a-thing';
      const list = async () => {
        const { status, headers, body } = await operator.call<{ items: Json[] }>('GET', `/${name}`);
        assert.equal(status, 200);
        assert.match(headers.get('ETag') ?? '', /^"[\w-]{22}"$/);
        return body.items.find((item) => item.id === id);
      };
      const { body } = await operator.call<Json>('GET', `/${name}/${id}`);
      const item = (await list())!;
      for (const [field, value] of Object.entries(body)) {
        if (field !== 'photo') assert.deepEqual(item[field], value, field);
      }
      if (name === 'patients') await operator.call('GET', `/patients/${id}/export`);
      const deleted = await operator.call('DELETE', `/${name}/${id}`);
      assert.equal(deleted.status, 204, JSON.stringify(deleted.body));
      assert.equal((await operator.call('GET', `/${name}/${id}`)).status, 404);
      const left = await list();
      assert.ok(!left || left.isStandard);
      assert.equal((await operator.call('GET', `/${name}/never-there`)).status, 404);
    });
  }

  it('[S-02] a photo comes with its clinician, and without its bytes in a list', async () => {
    const photo = pngUpload({ width: 56, height: 57 });
    const input = {
      name: 'A',
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [],
    };
    await operator.call('PUT', '/clinicians/ada', { ...input, photo });
    const { body } = await operator.call<Json>('GET', '/clinicians/ada');
    assert.deepEqual(body.photo, photo);
    const list = await operator.call<{ items: Json[] }>('GET', '/clinicians');
    const { base64: _bytes, ...size } = photo;
    assert.deepEqual(list.body.items.find(({ id }) => id === 'ada')?.photo, size);
  });

  it('[S-02] a clinician who works at a clinic twice is refused where it stands', async () => {
    const at = { clinic: 'west', photoConsent: true, titleConsent: true };
    const input = { name: 'A', position: 0, published: true, acceptsNewPatients: true };
    const { status, body } = await operator.call('PUT', '/clinicians/ada', {
      ...input,
      clinics: [at, { ...at, photoConsent: false }],
    });
    assert.deepEqual([status, body.fields], [422, [{ path: 'clinics.1', code: 'twice' }]]);
  });

  it('[P-33] a provider is read without its secret, which another name leaves as it is', async () => {
    const input = {
      name: 'BankID',
      issuer: 'https://id.example.com',
      clientId: 'x',
      nationalIdClaim: 'pid',
    };
    await operator.call('PUT', '/eid-providers/bankid', { ...input, clientSecret: 'very-secret' });
    const { body } = await operator.call<Json>('GET', '/eid-providers/bankid');
    assert.ok(!JSON.stringify(body).includes('very-secret'));
    await operator.call('PUT', '/eid-providers/bankid', { ...body, name: 'Bank ID' });
    const list = await operator.call<staff.EidProviderList>('GET', '/eid-providers');
    assert.deepEqual(
      list.body.items.map(({ name, hasSecret }) => [name, hasSecret]),
      [['Bank ID', true]],
    );
    assert.deepEqual(list.body.providers, list.body.items);
  });
});

describe('what an account has one of', () => {
  const parts: Record<string, [method: string, values: fc.Arbitrary<unknown>]> = {
    settings: ['PATCH', fc.record({ anyClinic: fc.boolean(), changeDeadlineHours: orNull(0, 48) })],
    texts: [
      'PATCH',
      fc.record({
        welcomeHeading: one('Hei', 'Velkommen'),
        translations: one({ en: { welcomeHeading: 'Welcome' } }, { fi: { clinicText: 'Moi' } }),
      }),
    ],
    theme: ['PATCH', fc.record({ accent: orNull('#0a7d75', '#aa2255'), logo: fc.option(image) })],
    status: [
      'PUT',
      // Together with a state they have to come to it.
      fc.record(
        { maintenance: fc.boolean(), unpublished: fc.boolean(), newBookingOff: fc.boolean() },
        { requiredKeys: ['maintenance'] },
      ),
    ],
    script: ['PUT', arbitraryOf(staff.PageScript, {})],
    lists: [
      'PUT',
      fc.record({
        bookingList: orNull('online'),
        timebookList: orNull('desk'),
        preblockList: orNull('blocks'),
      }),
    ],
  };

  for (const [name, [method, values]] of Object.entries(parts)) {
    it(`[C-03] ${name}: what was sent is read back, and sent again changes nothing`, async () => {
      await fc.assert(
        fc.asyncProperty(values, async (value) => {
          const sent = await operator.call(method, `/${name}`, value);
          assert.ok(sent.status < 300, JSON.stringify(sent.body));
          const read = await operator.call<Json>('GET', `/${name}`);
          assert.equal(read.status, 200);
          assert.equal(sent.headers.get('ETag'), read.headers.get('ETag'));
          for (const [field, part] of Object.entries(value as Json)) {
            const stored = read.body[field];
            // Other languages stay.
            const expected =
              field === 'translations' ? { ...(stored as Json), ...(part as Json) } : part;
            assert.deepEqual(stored, expected);
          }
          const again = await operator.call(method, `/${name}`, read.body);
          assert.equal(again.headers.get('ETag'), read.headers.get('ETag'));
        }),
        { numRuns: 5 },
      );
    });
  }

  it('[C-03] every call that reads one record or part answers its version', () => {
    const readable = Object.values(staffEndpoints).filter(
      (endpoint) => endpoint.method === 'GET' && 'versioned' in endpoint,
    );
    const changed = Object.values(staffEndpoints).filter(
      (endpoint) => endpoint.method !== 'GET' && 'versioned' in endpoint,
    );
    assert.deepEqual(
      [readable.length, changed.length],
      // Of each kind, the eight parts of the account, people, and what lies in the timebook, whose rows hold their versions.
      [2 * kinds.length + 8 + 1, 2 * kinds.length + 8 + 2 + 6],
    );
  });
});
