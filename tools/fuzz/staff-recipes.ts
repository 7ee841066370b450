// Right calls of every operation for a clinic's staff.
import { inAccount } from '../../service/store/database.js';
import { patientChanges } from '../../service/store/schema/index.js';
import { recordKinds } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { testId } from '../../test/service/support/service.js';
import { platformKey, setup } from '../../test/service/support/staff.js';
import { pngUpload } from '../../test/service/support/images.js';
import { sampleBody } from '../../test/service/support/staff-bodies.js';
import type { Context, Parts, Recipe } from './context.js';
import { peopleRecipes } from './people-recipes.js';
import { asHost } from './staff-keys.js';

const asPlatform = { Authorization: `Bearer ${platformKey}` };

const image = pngUpload();

/** A right body of a call, about the sample clinic. */
const bodies: Readonly<Record<string, (context: Context) => object>> = {
  setUpAccount: () => setup,
  changeSettings: ({ random }) => ({
    changeDeadlineHours: Math.floor(random() * 24),
    retention: { messageDays: 30 },
    fields: { address1: random() < 0.5 },
  }),
  changeTexts: ({ next }) => ({
    welcomeHeading: `Velkommen ${next()}`,
    translations: { en: { welcomeHeading: 'Welcome' } },
  }),
  changeTheme: () => ({ accent: '#0a7d75', logo: image }),
  changeScript: () => ({ html: '<script>window.seen = 1</script>' }),
  changeSubdomain: ({ account, next }) => ({ name: `${account.id}-${next()}` }),
  assignLists: () => ({ bookingList: null, preblockList: null }),
  putClinic: () => ({
    ...sampleBody('putClinic'),
    company: 'company',
    group: 'group',
    latitude: 59.9,
    longitude: 10.7,
  }),
  putClinician: () => ({
    ...sampleBody('putClinician'),
    photo: image,
    clinics: [{ clinic: 'west', photoConsent: true, titleConsent: true }],
  }),
  putResource: () => ({ ...sampleBody('putResource'), clinic: 'west' }),
  putTemplate: () => ({ ...sampleBody('putTemplate'), category: 'exam' }),
  putTemplateList: () => ({ ...sampleBody('putTemplateList'), items: ['check', 'long'] }),
  putPreblock: () => ({ ...sampleBody('putPreblock'), categories: ['exam'] }),
  putPreblockList: () => ({ ...sampleBody('putPreblockList'), items: ['internet'] }),
  addWorkingTime: (context) => ({ intervals: [{ ...place(context), repeat: repeat(context) }] }),
  placePreblocks: (context) => ({
    placements: [{ ...place(context), preblock: 'internet', repeat: repeat(context) }],
  }),
  changeWorkingTime: () => ({ recall: true, scope: 'series' }),
  changePlacement: () => ({ preblock: 'internet', scope: 'following' }),
  changeTimebook: ({ account, next }) => ({
    start: `${addDays(account.monday, 100 + (next() % 1500))}T06:00:00Z`,
    text: 'Moved',
  }),
  copyCalendar: ({ account, next }) => ({
    ...{ from: account.monday, to: addDays(account.monday, 7), what: ['preblocks'] },
    onto: [addDays(account.monday, 7 * (5 + (next() % 90)))],
  }),
  explain: ({ account }) => ({ date: account.monday, treatment: 'check' }),
  previewTimebookMessage: ({ account }) => ({
    ...{ event: 'booked', patient: account.patient.id, minutes: 30 },
    ...{ start: `${account.monday}T06:00:00Z`, clinic: 'west', clinician: 'anne' },
  }),
  addToTimebook: ({ account, next }) => ({
    start: `${addDays(account.monday, 100 + (next() % 1500))}T06:00:00Z`,
    minutes: 30,
    clinic: 'west',
    clinician: 'anne',
    template: 'check',
    patient: account.patient.id,
    text: 'By hand',
  }),
  putPatient: (context) => newPatient(context),
  findPatient: ({ account }) => ({ nationalId: account.patient.nationalId }),
  putRecall: ({ account }) => ({
    patient: account.patient.id,
    week: account.monday,
    minutes: 30,
    template: 'recall',
    intervalMonths: 12,
  }),
  putSignInProvider: ({ next }) => ({
    ...sampleBody('putSignInProvider'),
    domains: [`chain-${next()}.example`],
  }),
  changeReminders: ({ next, random }) => ({
    ...sampleBody('changeReminders'),
    to: random() < 0.5 ? 'all' : 'wishing',
    reminders: [{ hoursBefore: next() % 100, text: 'Hei [Fornavn]' }],
  }),
  sendMessage: ({ account }) => ({ patient: account.patient.id, text: 'Hei [Fornavn]' }),
  previewMessages: ({ account }) => ({ patients: [account.patient.id], text: 'Hei [Fornavn]' }),
  smsRecipients: ({ account, random }) =>
    random() < 0.5 ? { day: account.monday, clinic: 'west' } : { ageFrom: 18, clinician: 'anne' },
  putMessageText: () => ({ subject: 'Hei', text: 'Time hos {{clinic.name}}', format: 'html' }),
};

const bodyOf = (name: string, context: Context): object =>
  bodies[name]?.(context) ?? sampleBody(name);

/** An hour of a day far ahead that nobody has had before. */
function place({ account, next }: Context) {
  const date = addDays(account.monday, 60 + (next() % 3000));
  return { clinician: 'anne', clinic: 'west', date, from: '14:00', to: '15:00' };
}

function repeat({ random, account }: Context) {
  if (random() < 0.5) return undefined;
  return { weekdays: [1, 3], until: addDays(account.monday, 61) };
}

const newPatient = ({ next }: Context) => {
  const person = next();
  return {
    firstName: 'Åse',
    lastName: 'Berg',
    nationalId: testId(person % 15_000),
    mobile: `4${String(1_000_000 + person)}`,
    email: 'aase@example.com',
  };
};

const idOf: Readonly<Record<string, () => string>> = {
  putPatient: () => crypto.randomUUID(),
  putRecall: () => crypto.randomUUID(),
  putMessageText: () => 'booked-email-nb',
  putSmsSender: () => 'company',
};

/** A call that stores something under a new id. */
const put =
  (name: string): Recipe =>
  async (context) => {
    if (name === 'putRecall') await storeRecallTemplate(context);
    const id = idOf[name]?.() ?? `new-${context.next()}`;
    return { ids: { id }, headers: asHost, body: bodyOf(name, context) };
  };

/** Names of calls that read one record, and of those that store it. */
const storing = new Map<string, string>(
  Object.values(recordKinds).map(({ one, stem }) => [one, `put${stem}`]),
);

/** A call about what was stored just before. */
const afterStoring =
  (name: string): Recipe =>
  async (context) => {
    const parts = await put(name)(context);
    await context.call(`staff_${name}`, parts);
    return { ids: parts.ids!, headers: asHost };
  };

const read: Recipe = () => ({ headers: asHost });
const send =
  (name: string): Recipe =>
  (context) => ({ headers: asHost, body: bodyOf(name, context) });
const range: Recipe = ({ account, random }) => ({
  headers: asHost,
  query: {
    from: account.monday,
    to: addDays(account.monday, 1 + Math.floor(random() * 91)),
    ...(random() < 0.5 ? { clinician: 'anne' } : {}),
  },
});
const ofPatient: Recipe = ({ account }) => ({ ids: { id: account.patient.id }, headers: asHost });

const storeRecallTemplate = ({ call }: Context) =>
  call('staff_putTemplate', {
    ids: { id: 'recall' },
    headers: asHost,
    body: { ...sampleBody('putTemplate'), category: 'exam', useInRecall: true },
  });

/** Deletes what an adding call has made: one thing, or a series of them. */
const removePlaced =
  (adding: string, part: 'ids' | 'series'): Recipe =>
  async (context) => {
    const body = bodyOf(adding, context);
    const [list] = Object.keys(body) as [string];
    const [first] = Object.values(body)[0] as { repeat?: object }[];
    const series = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: addDays(dateOf(first!), 6) };
    const thing = { ...first, repeat: part === 'series' ? series : undefined };
    const placed = await context.call<Record<'ids' | 'series', string[]>>(`staff_${adding}`, {
      headers: asHost,
      body: { [list]: [thing] },
    });
    return { ids: { id: placed[part][0]! }, headers: asHost };
  };

/** Changes one thing that an adding call has made. */
const changePlaced =
  (changing: string, adding: string): Recipe =>
  async (context) => {
    const placed = await removePlaced(adding, 'ids')(context);
    return { ...placed, body: bodyOf(changing, context) };
  };

const dateOf = (thing: object) => (thing as { date: string }).date;

/** An appointment of a patient on file, who can be told of earlier times. */
async function appointmentOf(context: Context): Promise<string> {
  const { id } = await context.call<{ id: string }>('staff_addToTimebook', {
    headers: asHost,
    body: { ...bodyOf('addToTimebook', context), patient: context.account.patient.id },
  });
  return id;
}

/** A message that waits for tomorrow. */
async function waitingMessage(context: Context): Promise<Parts> {
  const sendsAt = new Date(Date.now() + context.service.ahead + 86_400_000).toISOString();
  const { id } = await context.call<{ id: string }>('staff_sendMessage', {
    headers: asHost,
    body: { to: '41234567', text: 'X', sendsAt },
  });
  return { ids: { id }, headers: asHost };
}

async function startedRun(context: Context): Promise<Parts> {
  const { id } = await context.call<{ id: string }>('staff_startMessageRun', {
    headers: { ...asHost, 'Idempotency-Key': crypto.randomUUID() },
    body: { numbers: ['41234567'], text: 'X' },
  });
  return { ids: { id }, headers: asHost };
}

/** A patient of its own, so that erasing one takes nothing from other calls. */
async function storedPatient(context: Context): Promise<string> {
  const id = crypto.randomUUID();
  await context.call('staff_putPatient', {
    ids: { id },
    headers: asHost,
    body: newPatient(context),
  });
  return id;
}

const special: Readonly<Record<string, Recipe>> = {
  ...peopleRecipes,
  // Most about an account that nobody else calls.
  setUpAccount: ({ next, random }) => ({
    headers: asPlatform,
    body: setup,
    ids: { account: `made-${random() < 0.3 ? 0 : next()}` },
  }),
  rotateOperatorToken: () => ({ headers: asPlatform }),
  revokeOperatorToken: () => ({ headers: asPlatform }),
  workingTime: range,
  preblocks: range,
  timebook: async (context) => {
    const parts = await range(context);
    const more = context.random() < 0.5 ? { with: 'reminders' } : undefined;
    return { ...parts, query: { ...parts.query, ...more } };
  },
  readings: () => ({ headers: asHost, query: { of: 'clinics,settings' } }),
  nextTimes: () => ({ headers: asHost, query: { minutes: '30' } }),
  timebookChanges: () => ({ headers: asHost, query: { seconds: '0' } }),
  changeWorkingTime: changePlaced('changeWorkingTime', 'addWorkingTime'),
  changePlacement: changePlaced('changePlacement', 'placePreblocks'),
  deleteWorkingTime: removePlaced('addWorkingTime', 'ids'),
  deleteWorkingTimeSeries: removePlaced('addWorkingTime', 'series'),
  deletePlacement: removePlaced('placePreblocks', 'ids'),
  deletePlacementSeries: removePlaced('placePreblocks', 'series'),
  undoInTimebook: async (context) => {
    await removePlaced('addWorkingTime', 'ids')(context);
    return { headers: asHost, body: {} };
  },
  changeTimebook: async (context) => {
    const { id } = await context.call<{ id: string }>('staff_addToTimebook', {
      headers: asHost,
      body: bodyOf('addToTimebook', context),
    });
    return { ids: { id }, headers: asHost, body: bodyOf('changeTimebook', context) };
  },
  deleteFromTimebook: async (context) => {
    const { id } = await context.call<{ id: string }>('staff_addToTimebook', {
      headers: asHost,
      body: bodyOf('addToTimebook', context),
    });
    return { ids: { id }, headers: asHost };
  },
  addTimeAlert: async (context) => ({
    headers: asHost,
    body: { appointment: await appointmentOf(context) },
  }),
  deleteTimeAlert: async (context) => {
    const body = { appointment: await appointmentOf(context) };
    const { id } = await context.call<{ id: string }>('staff_addTimeAlert', {
      headers: asHost,
      body,
    });
    return { ids: { id }, headers: asHost };
  },
  messages: ({ random }) => ({
    headers: asHost,
    query: { box: random() < 0.5 ? 'sent' : 'received' },
  }),
  changeMessage: async (context) => ({
    ...(await waitingMessage(context)),
    body: { text: 'Hei [Etternavn]' },
  }),
  cancelMessage: (context) => waitingMessage(context),
  appointmentMessages: async (context) => {
    const { id } = await context.call<{ id: string }>('staff_addToTimebook', {
      headers: asHost,
      body: { ...bodyOf('addToTimebook', context), patient: context.account.patient.id },
    });
    return { ids: { id }, headers: asHost };
  },
  message: async (context) => ({ ...(await waitingMessage(context)) }),
  messageThread: async (context) => ({ ...(await waitingMessage(context)) }),
  cancelMessages: async (context) => {
    const { ids } = await waitingMessage(context);
    return { headers: asHost, body: { ids: [ids!.id] } };
  },
  startMessageRun: ({ account }) => ({
    headers: { ...asHost, 'Idempotency-Key': crypto.randomUUID() },
    body: { patients: [account.patient.id], text: 'Hei [Fornavn]' },
  }),
  messageRun: (context) => startedRun(context),
  stopMessageRun: (context) => startedRun(context),
  smsWish: ofPatient,
  changeSmsWish: ({ account }) => ({
    ids: { id: account.patient.id },
    headers: asHost,
    body: { wish: true },
  }),
  subdomainState: ({ account, next }) => ({
    ids: { name: `${account.id}-${next()}` },
    headers: asHost,
  }),
  journal: ofPatient,
  patient: ofPatient,
  history: ({ random }) => {
    const query: Record<string, string> =
      random() < 0.5 ? { kind: 'script' } : { from: '2026-01-01' };
    return { headers: asHost, query };
  },
  undo: async (context) => {
    await context.call('staff_changeScript', {
      headers: asHost,
      body: { html: `<i>${context.next()}</i>` },
    });
    const { entries } = await context.call<{ entries: { id: string }[] }>('staff_history', {
      headers: asHost,
      query: { kind: 'script' },
    });
    return { ids: { id: entries[0]!.id }, headers: asHost };
  },
  importAccount: async (context) => {
    // What the call adds of its own is no part of the document.
    const { setCookie: _cookie, ...document } = await context.call('staff_exportAccount', {
      headers: asHost,
    });
    const script = { html: `<i>${context.next()}</i>` };
    return {
      headers: asHost,
      body: { document: { ...document, script }, dryRun: context.random() < 0.5 },
    };
  },
  exportPatient: ofPatient,
  deletePatient: async (context) => {
    const id = await storedPatient(context);
    await context.call('staff_exportPatient', { ids: { id }, headers: asHost });
    return { ids: { id }, headers: asHost };
  },
  decidePatientChange: async (context) => {
    const { service, account, random } = context;
    const id = crypto.randomUUID();
    await inAccount(service.database.db, account.id, (tx) =>
      tx.insert(patientChanges).values({
        accountId: account.id,
        id,
        patientId: account.patient.id,
        bookingId: null,
        changes: { address1: { from: null, to: 'Storgata 2' } },
        status: 'waiting',
        askedAt: new Date(),
      }),
    );
    return { ids: { id }, headers: asHost, body: { accept: random() < 0.5 } };
  },
};

/** The recipe of a staff call by its name in the contract. */
export function staffRecipe(name: string, endpoint: { method: string; body?: unknown }): Recipe {
  const known = special[name];
  if (known) return known;
  const store = storing.get(name);
  if (store) return afterStoring(store);
  if (name.startsWith('delete')) return afterStoring(name.replace('delete', 'put'));
  if (name.startsWith('put')) return put(name);
  return endpoint.body ? send(name) : read;
}

export type { Parts };
