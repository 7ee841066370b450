import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Endpoint, StaffProblem, StaffRole, Timebook } from '../../../src/contract/index.js';
import {
  rightsOfRole,
  staffEndpoints,
  StaffRight,
  StaffRole as Roles,
} from '../../../src/contract/index.js';
import { monday, setUpClinic } from '../support/clinic-fixture.js';
import type { TestPerson } from '../support/people.js';
import { personOf } from '../support/people.js';
import { startService } from '../support/service.js';
import type { TestService } from '../support/service.js';
import { sampleBody } from '../support/staff-bodies.js';
import { countRows, openTestDatabase } from '../support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const letters: Record<string, StaffRole> = {
  o: 'owner',
  a: 'administrator',
  p: 'publisher',
  r: 'reception',
  c: 'clinician',
  d: 'reader',
};

/** Who may make each call, written down by hand from what each role is for: what the contract says is compared with it. */
const mayCall: Record<string, string> = {
  settings: 'oaprcd',
  changeSettings: 'oa',
  changeTexts: 'oa',
  standardTexts: 'oaprcd',
  consents: 'oaprcd',
  changeStatus: 'oa',
  changeTheme: 'oa',
  script: 'oaprcd',
  changeScript: 'oa',
  subdomain: 'oaprcd',
  changeSubdomain: 'oa',
  subdomainState: 'oa',
  assignLists: 'oa',
  putCompany: 'oa',
  deleteCompany: 'oa',
  putGroup: 'oa',
  deleteGroup: 'oa',
  putClinic: 'oa',
  deleteClinic: 'oa',
  putClinician: 'oa',
  deleteClinician: 'oa',
  putCategory: 'oa',
  deleteCategory: 'oa',
  putResource: 'oa',
  deleteResource: 'oa',
  putTemplate: 'oa',
  deleteTemplate: 'oa',
  putTemplateList: 'oa',
  deleteTemplateList: 'oa',
  putPreblock: 'oa',
  deletePreblock: 'oa',
  putPreblockList: 'oa',
  deletePreblockList: 'oa',
  workingTime: 'oaprcd',
  addWorkingTime: 'oaprc',
  changeWorkingTime: 'oaprc',
  deleteWorkingTime: 'oaprc',
  deleteWorkingTimeSeries: 'oaprc',
  preblocks: 'oaprcd',
  placePreblocks: 'oaprc',
  changePlacement: 'oaprc',
  deletePlacement: 'oaprc',
  deletePlacementSeries: 'oaprc',
  copyCalendar: 'oaprc',
  checkCalendar: 'oaprc',
  explain: 'oaprcd',
  timebook: 'oaprcd',
  timebookChanges: 'oaprcd',
  readings: 'oaprcd',
  nextTimes: 'oarc',
  previewTimebookMessage: 'oarc',
  checkTimebook: 'oarc',
  timeAlerts: 'oarc',
  addTimeAlert: 'oarc',
  deleteTimeAlert: 'oarc',
  undoInTimebook: 'oaprcd',
  changeTimebook: 'oarc',
  addToTimebook: 'oarc',
  deleteFromTimebook: 'oarc',
  putPatient: 'oar',
  journal: 'oar',
  deletePatient: 'oa',
  exportPatient: 'oa',
  findPatient: 'oar',
  dataJournal: 'oa',
  putRecall: 'oar',
  deleteRecall: 'oar',
  messageTexts: 'oaprcd',
  putMessageText: 'oa',
  deleteMessageText: 'oa',
  testMessageText: 'oa',
  health: 'oaprcd',
  reminders: 'oaprcd',
  changeReminders: 'oa',
  previewReminders: 'oa',
  reminderTimeline: 'oa',
  reminderTexts: 'oaprcd',
  messages: 'oar',
  sendMessage: 'oar',
  changeMessage: 'oar',
  cancelMessage: 'oar',
  appointmentMessages: 'oar',
  messageState: 'oaprcd',
  messageStatus: 'oaprcd',
  messageStatistics: 'oar',
  message: 'oar',
  messageThread: 'oar',
  searchMessages: 'oar',
  cancelMessages: 'oar',
  smsRecipients: 'oar',
  previewMessages: 'oar',
  messageRuns: 'oar',
  messageRun: 'oar',
  startMessageRun: 'oar',
  stopMessageRun: 'oar',
  smsWish: 'oar',
  changeSmsWish: 'oar',
  smsGateway: 'oa',
  changeSmsGateway: 'oa',
  smsSenders: 'oaprcd',
  smsSender: 'oaprcd',
  putSmsSender: 'oa',
  deleteSmsSender: 'oa',
  eidProviders: 'oaprcd',
  putEidProvider: 'oa',
  deleteEidProvider: 'oa',
  patientChanges: 'oar',
  decidePatientChange: 'oar',
  texts: 'oaprcd',
  status: 'oaprcd',
  theme: 'oaprcd',
  lists: 'oaprcd',
  companies: 'oaprcd',
  company: 'oaprcd',
  groups: 'oaprcd',
  group: 'oaprcd',
  clinics: 'oaprcd',
  clinic: 'oaprcd',
  clinicians: 'oaprcd',
  clinician: 'oaprcd',
  categories: 'oaprcd',
  category: 'oaprcd',
  resources: 'oaprcd',
  resource: 'oaprcd',
  templates: 'oaprcd',
  template: 'oaprcd',
  templateLists: 'oaprcd',
  templateList: 'oaprcd',
  preblockDefinitions: 'oaprcd',
  preblockDefinition: 'oaprcd',
  preblockLists: 'oaprcd',
  preblockList: 'oaprcd',
  messageText: 'oaprcd',
  eidProvider: 'oaprcd',
  patients: 'oar',
  patient: 'oar',
  recalls: 'oar',
  recall: 'oar',
  history: 'oa',
  undo: 'oa',
  exportAccount: 'o',
  importAccount: 'o',
  people: 'oa',
  person: 'oa',
  putPerson: 'oa',
  deletePerson: 'oa',
  invitePerson: 'oa',
  endSessionsOfPerson: 'oa',
  keys: 'o',
  createKey: 'o',
  deleteKey: 'o',
  signInProviders: 'o',
  putSignInProvider: 'o',
  deleteSignInProvider: 'o',
  providerAddresses: 'oaprcd',
  checkEidProvider: 'oa',
  checkSignInProvider: 'o',
};

/** Calls that ask for no right: who runs the service makes the first, strangers sign in, everybody has themselves. */
const withoutRight: Record<string, 'platform' | 'strangers' | 'oneself'> = {
  setUpAccount: 'platform',
  rotateOperatorToken: 'platform',
  revokeOperatorToken: 'platform',
  acceptInvitation: 'strangers',
  beginSignIn: 'strangers',
  beginProviderSignIn: 'strangers',
  enterSignInCode: 'strangers',
  beginPasskeySignIn: 'strangers',
  endPasskeySignIn: 'strangers',
  me: 'oneself',
  changeMe: 'oneself',
  signOut: 'oneself',
  staffSessions: 'oneself',
  endSession: 'oneself',
  endSessions: 'oneself',
  passkeys: 'oneself',
  beginPasskey: 'oneself',
  addPasskey: 'oneself',
  renamePasskey: 'oneself',
  deletePasskey: 'oneself',
};

const endpoints = Object.entries(staffEndpoints) as [string, Endpoint][];
const place = { clinic: 'west', clinician: 'anne' };
const bodies: Record<string, object> = {
  addWorkingTime: { intervals: [{ ...place, date: '2026-12-20', from: '08:00', to: '09:00' }] },
  placePreblocks: {
    placements: [
      { ...place, date: '2026-12-20', from: '08:00', to: '09:00', preblock: 'internet' },
    ],
  },
  addToTimebook: { ...place, start: '2026-12-20T08:00:00+01:00', minutes: 30 },
  previewTimebookMessage: { ...place, event: 'booked', start: '2026-12-20T08:00:00+01:00' },
  checkTimebook: { ...place, start: '2026-12-20T08:00:00+01:00', minutes: 30 },
  explain: { date: '2026-12-20', treatment: 'nothing' },
  copyCalendar: { ...sampleBody('copyCalendar'), clinician: 'anne' },
};
const queries: Record<string, string> = {
  messages: '?box=sent',
  // Or else it goes on for longer than anyone waits.
  timebookChanges: '?seconds=0',
  nextTimes: '?minutes=30',
  readings: '?of=clinics',
};

/** A call of the contract by somebody, about nothing that there is: whoever may make it is told that. */
function call(
  service: TestService,
  who: TestPerson,
  name: string,
  { method, path, body, query }: Endpoint,
) {
  const filled = path.replace('{id}', '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f');
  const range =
    queries[name] ?? (query && 'to' in query.shape ? `?from=${monday}&to=2026-11-30` : '');
  const json = body ? (bodies[name] ?? sampleBody(name)) : undefined;
  return service.request<StaffProblem>(`/v1/staff/accounts/demo${filled}${range}`, {
    method,
    headers: { Authorization: `Bearer ${who.token}` },
    ...(json === undefined ? {} : { json }),
  });
}

const everyRight = (name: string) =>
  (mayCall[name] ?? '').split('').map((letter) => letters[letter]!);

describe('every staff call, by every role', () => {
  let service: TestService;
  const people = new Map<StaffRole, TestPerson>();
  before(async () => {
    await database.clear();
    await setUpClinic(database.db, { clinicians: [{ id: 'berit' }] });
    service = startService(database, { consoleOf: () => 'https://console.example/demo' });
    for (const role of Roles.options) {
      people.set(role, await personOf(service, database, { roles: [{ role }], clinician: 'anne' }));
    }
  });

  it('[C-01] is in one of the two tables', () => {
    const known = [...Object.keys(mayCall), ...Object.keys(withoutRight)].sort();
    assert.deepEqual(endpoints.map(([name]) => name).sort(), known);
    const none = endpoints.filter(([, { right }]) => right === undefined).map(([name]) => name);
    assert.deepEqual(none.sort(), Object.keys(withoutRight).sort());
  });

  for (const role of Roles.options) {
    it(`[C-01] ${role}: is let in or refused with the right that is missing`, async () => {
      const who = people.get(role)!;
      for (const [name, endpoint] of endpoints) {
        const { right } = endpoint;
        if (right === undefined) continue;
        const { status, body } = await call(service, who, name, endpoint);
        const isAllowed = everyRight(name).includes(role);
        assert.equal(isAllowed, rightsOfRole[role].includes(right), `${name}: ${right}`);
        if (isAllowed) {
          assert.ok(![401, 403].includes(status) && status < 500, `${name}: ${status}`);
        } else {
          assert.deepEqual(
            [name, status, body.code, body.right],
            [name, 403, 'not-allowed', right],
          );
        }
      }
      assert.deepEqual(service.errors, []);
    });
  }

  it('[C-01] without a session or key none is answered', async () => {
    for (const [name, endpoint] of endpoints) {
      if (withoutRight[name] === 'strangers') continue;
      const { status, body } = await call(
        service,
        { token: 'nothing-that-is-known' } as TestPerson,
        name,
        endpoint,
      );
      assert.deepEqual([name, status, body.code], [name, 401, 'login-required']);
    }
  });

  it('[A-13] whoever may not publish does not, in any role', async () => {
    for (const role of Roles.options) {
      const options = { roles: [{ role }], clinician: 'anne', mayPublish: false };
      const who = await personOf(service, database, options);
      for (const [name, endpoint] of endpoints) {
        if (endpoint.right !== 'publish') continue;
        const { status, body } = await call(service, who, name, endpoint);
        assert.deepEqual([name, status, body.right], [name, 403, 'publish']);
      }
      assert.equal((await who.call('GET', '/settings')).status, 200);
    }
  });

  it('[C-01] a person without a role may nothing but be themselves', async () => {
    const who = await personOf(service, database, { roles: [] });
    for (const right of StaffRight.options) {
      const found = endpoints.find(([, endpoint]) => endpoint.right === right);
      if (found) assert.equal((await call(service, who, ...found)).status, 403, right);
    }
    assert.equal((await who.call('GET', '/me')).status, 200);
  });
});

describe('rights at a place', () => {
  let service: TestService;
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { clinicians: [{ id: 'berit' }] });
    service = startService(database);
  });

  const interval = (clinic: string, clinician: string) => ({
    intervals: [{ clinic, clinician, date: '2026-12-20', from: '08:00', to: '09:00' }],
  });
  const placement = (clinic: string, clinician: string) => ({
    placements: [
      { clinic, clinician, date: '2026-12-20', from: '08:00', to: '09:00', preblock: 'internet' },
    ],
  });
  const appointment = (clinic: string, clinician: string, clock = '08:00') => ({
    ...{ clinic, clinician, minutes: 30 },
    start: `2026-12-20T${clock}:00+01:00`,
  });
  const clinicOf = (id: string) => ({ ...sampleBody('putClinic'), company: 'company', name: id });
  const clinicianAt = (...clinics: string[]) => ({
    ...sampleBody('putClinician'),
    clinics: clinics.map((clinic) => ({ clinic, photoConsent: false, titleConsent: false })),
  });
  const chairAt = (clinic: string) => ({ name: 'X', clinic, kind: 'chair' });

  const west: [method: string, path: string, json: object | undefined, status: number][] = [
    ['PUT', '/clinics/west', clinicOf('west'), 204],
    ['PUT', '/clinics/east', clinicOf('east'), 403],
    ['PUT', '/clinics/north', clinicOf('north'), 403],
    ['DELETE', '/clinics/east', undefined, 403],
    ['PUT', '/clinicians/new', clinicianAt('west'), 204],
    ['PUT', '/clinicians/other', clinicianAt('west', 'east'), 403],
    ['PUT', '/clinicians/nowhere', clinicianAt(), 403],
    // Anne works at both: taking her from the other clinic would be a change there.
    ['PUT', '/clinicians/anne', clinicianAt('west'), 403],
    ['DELETE', '/clinicians/anne', undefined, 403],
    ['PUT', '/resources/chair-new', chairAt('west'), 204],
    ['PUT', '/resources/chair-east', chairAt('east'), 403],
    ['DELETE', '/resources/chair-0', undefined, 204],
    ['PUT', '/companies/company', { name: 'X' }, 403],
    ['PUT', '/groups/group', { name: 'X', position: 0 }, 403],
    ['PUT', '/categories/exam', { name: 'X', position: 0 }, 403],
    ['DELETE', '/templates/check', undefined, 403],
    ['POST', '/working-time', interval('west', 'anne'), 201],
    ['POST', '/working-time', interval('east', 'berit'), 403],
    ['POST', '/preblocks', placement('west', 'anne'), 201],
    ['POST', '/preblocks', placement('east', 'berit'), 403],
    ['POST', '/timebook', appointment('west', 'anne'), 201],
    ['POST', '/timebook', appointment('east', 'berit'), 403],
    ['GET', '/settings', undefined, 200],
    ['PATCH', '/settings', {}, 403],
    ['GET', '/people', undefined, 403],
    ['GET', '/data-journal', undefined, 403],
    // Any clinic's patient may come to this one.
    ['POST', '/patient-search', { nationalId: '15915050119' }, 422],
    ['GET', '/patient-changes', undefined, 200],
  ];

  it('[C-01] an administrator of one clinic changes what is there, and nothing of the others or of all', async () => {
    const roles = [{ role: 'administrator' as const, clinics: ['west'] }];
    const who = await personOf(service, database, { roles });
    for (const [method, path, json, status] of west) {
      const answer = await who.call(method, path, json);
      assert.deepEqual([method, path, answer.status], [method, path, status]);
    }
  });

  it('[C-01] a chair is not moved to a clinic, or from one, by whoever has no right there', async () => {
    const roles = [{ role: 'administrator' as const, clinics: ['east'] }];
    const who = await personOf(service, database, { roles });
    assert.equal((await who.call('PUT', '/resources/chair-0', chairAt('east'))).status, 403);
    assert.equal((await who.call('DELETE', '/resources/chair-0')).status, 403);
  });

  it('[C-01] a clinician publishes and books in the own calendar only', async () => {
    const roles = [{ role: 'clinician' as const }];
    const who = await personOf(service, database, { roles, clinician: 'anne' });
    for (const [path, body] of [
      ['/working-time', interval],
      ['/preblocks', placement],
      ['/timebook', appointment],
    ] as const) {
      assert.equal((await who.call('POST', path, body('west', 'anne'))).status, 201, path);
      const refused = await who.call<StaffProblem>('POST', path, body('west', 'berit'));
      assert.deepEqual([path, refused.status, refused.body.code], [path, 403, 'not-allowed']);
    }
    const mixed = {
      intervals: [
        { ...interval('west', 'anne').intervals[0]!, date: '2026-12-21' },
        { ...interval('west', 'berit').intervals[0]!, date: '2026-12-21' },
      ],
    };
    assert.equal((await who.call('POST', '/working-time', mixed)).status, 403);
    assert.equal(await countRows(database.db, `working_times WHERE date = '2026-12-21'`), 0);
  });

  it('[C-01] [A-11] a clinician sees and cancels the own appointments, and no colleague’s', async () => {
    const owner = await personOf(service, database, {});
    const made = new Map<string, string>();
    for (const clinician of ['anne', 'berit']) {
      const json = appointment('west', clinician);
      made.set(clinician, (await owner.call<{ id: string }>('POST', '/timebook', json)).body.id);
    }
    const roles = [{ role: 'clinician' as const }];
    const who = await personOf(service, database, { roles, clinician: 'anne' });
    const range = '/timebook?from=2026-12-20&to=2026-12-21';
    const seen = async (by: TestPerson) =>
      (await by.call<Timebook>('GET', range)).body.entries.map(({ clinician }) => clinician).sort();
    assert.deepEqual(await seen(who), ['anne']);
    assert.deepEqual(await seen(owner), ['anne', 'berit']);
    assert.equal((await who.call('DELETE', `/timebook/${made.get('berit')}`)).status, 403);
    assert.equal(await countRows(database.db, `reservations WHERE status = 'booked'`), 2);
    assert.equal((await who.call('DELETE', `/timebook/${made.get('anne')}`)).status, 204);
  });

  it('[C-01] [A-13] nothing of a colleague’s calendar is deleted, singly or as a series', async () => {
    const owner = await personOf(service, database, {});
    const roles = [{ role: 'clinician' as const }];
    const who = await personOf(service, database, { roles, clinician: 'anne' });
    const series = {
      intervals: [
        {
          ...interval('west', 'berit').intervals[0]!,
          repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '2026-12-26' },
        },
      ],
    };
    type Placed = { ids: string[]; series: string[] };
    const one = await owner.call<Placed>('POST', '/preblocks', placement('west', 'berit'));
    const many = await owner.call<Placed>('POST', '/working-time', series);
    const before = await countRows(database.db, 'working_times');
    for (const path of [
      `/preblocks/${one.body.ids[0]}`,
      `/working-time-series/${many.body.series[0]}`,
    ]) {
      assert.equal((await who.call('DELETE', path)).status, 403, path);
    }
    assert.equal(await countRows(database.db, 'working_times'), before);
    assert.equal((await owner.call('DELETE', `/preblocks/${one.body.ids[0]}`)).status, 204);
  });

  it('[C-01] a clinician without a calendar has none to work in', async () => {
    const who = await personOf(service, database, { roles: [{ role: 'clinician' }] });
    assert.equal((await who.call('POST', '/timebook', appointment('west', 'anne'))).status, 403);
    const timebook = await who.call<Timebook>('GET', `/timebook?from=${monday}&to=2026-11-30`);
    assert.deepEqual([timebook.status, timebook.body.entries], [200, []]);
    assert.equal((await who.call('GET', `/preblocks?from=${monday}&to=2026-11-30`)).status, 200);
  });

  it('[C-01] two roles add up: reception at one clinic, clinician at another', async () => {
    const roles = [
      { role: 'reception' as const, clinics: ['west'] },
      { role: 'clinician' as const, clinics: ['east'] },
    ];
    const who = await personOf(service, database, { roles, clinician: 'anne' });
    const book = async (clinic: string, clinician: string, clock: string) =>
      (await who.call('POST', '/timebook', appointment(clinic, clinician, clock))).status;
    assert.equal(await book('west', 'berit', '08:00'), 201);
    assert.equal(await book('east', 'anne', '09:00'), 201);
    assert.equal(await book('east', 'berit', '10:00'), 403);
  });
});
