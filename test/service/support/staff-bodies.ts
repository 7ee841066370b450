import { setup } from './staff.js';

/** A body that is right, for each staff call that takes one, so that only what a test does to it can be wrong. */
export function sampleBody(name: string): object {
  const body = sampleBodies[name];
  if (!body) throw new Error(`A sample body for ${name} is missing.`);
  return body;
}

const list = { name: 'L', owner: { kind: 'all' }, items: [] };
const thing = { name: 'X', position: 0 };
const place = {
  clinician: 'anne',
  clinic: 'sentrum',
  date: '2026-11-23',
  from: '08:00',
  to: '09:00',
};
const sampleBodies: Readonly<Record<string, object>> = {
  setUpAccount: setup,
  changeSettings: {},
  changeTexts: {},
  changeStatus: { status: 'open' },
  changeTheme: {},
  changeScript: { html: '' },
  assignLists: {},
  putCompany: { name: 'X' },
  putGroup: thing,
  putClinic: {
    name: 'X',
    company: 'x',
    address1: '',
    postalCode: '',
    city: '',
    phone: '',
    email: '',
    position: 0,
  },
  putClinician: { ...thing, published: true, acceptsNewPatients: true, clinics: [] },
  putCategory: thing,
  putResource: { name: 'X', clinic: 'x', kind: 'chair' },
  putTemplate: {
    name: 'X',
    minutes: 30,
    category: 'x',
    useInTimebook: true,
    useInBooking: true,
    moveOnline: true,
    cancelOnline: true,
    useInRecall: false,
    moveNextRecall: false,
    recallCard: false,
  },
  putTemplateList: { ...list, purpose: 'booking' },
  putPreblock: {
    name: 'X',
    validFor: 'resources',
    type: 'internet',
    mode: 'allow',
    categories: [],
    mayBypass: true,
    allowAllRebookings: false,
  },
  putPreblockList: list,
  addWorkingTime: { intervals: [place] },
  placePreblocks: { placements: [{ ...place, preblock: 'etimer' }] },
  addToTimebook: {
    start: '2026-11-23T08:00:00+01:00',
    minutes: 30,
    clinic: 'sentrum',
    clinician: 'anne',
  },
  putMessageText: { text: 'X' },
  putPatient: { firstName: 'X', lastName: 'Y', nationalId: 'x' },
  findPatient: { nationalId: 'x' },
  putRecall: {
    patient: '00000000-0000-4000-8000-000000000000',
    week: '2026-11-23',
    minutes: 30,
    template: 'x',
  },
  putEidProvider: {
    name: 'X',
    issuer: 'https://id.example.com',
    clientId: 'x',
    nationalIdClaim: 'pid',
  },
  decidePatientChange: { accept: true },
  changeMe: {},
  putPerson: { name: 'X', email: 'x@example.com', roles: [{ role: 'reader' }] },
  beginSignIn: { email: 'x@example.com' },
  enterSignInCode: { code: '123456' },
  acceptInvitation: { token: 'x' },
  endPasskeySignIn: {
    credential: {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
    },
  },
  addPasskey: {
    id: 'x',
    name: 'X',
    credential: {
      id: 'x',
      rawId: 'x',
      type: 'public-key',
      response: { clientDataJSON: 'x', attestationObject: 'x' },
    },
  },
  renamePasskey: { name: 'X' },
  createKey: { name: 'X', rights: ['read'] },
  importAccount: {
    document: {
      version: 1,
      account: { id: 'x', name: 'X', market: 'NO', timeZone: 'Europe/Oslo', textLanguage: 'nb' },
      groups: [],
      categories: [thing].map((one) => ({ id: 'x', ...one })),
      templates: [],
      'preblock-definitions': [],
      'template-lists': [{ id: 'x', ...list, purpose: 'booking' }],
      'preblock-lists': [],
      companies: [],
      clinics: [],
      resources: [],
      clinicians: [],
      'message-texts': [],
      'eid-providers': [],
      lists: {},
      settings: { retention: { messageDays: 30 } },
      texts: { consentVersion: '1' },
      theme: { accent: null, logo: null },
      script: { html: '' },
      status: { status: 'open' },
    },
    dryRun: true,
  },
};
