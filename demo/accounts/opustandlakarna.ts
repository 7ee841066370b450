import { logo, portrait } from './images.js';
import { sms } from './opustandlakarna-sms.js';
import { patientsOnFile } from './patients.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#6b3fa0';

/** The Swedish manual's clinic: an examination of 30 minutes and an acute visit of 20. */
export const opustandlakarna: SampleAccount = {
  id: 'opustandlakarna',
  setup: {
    name: 'OpusTandläkarna',
    market: 'SE',
    timeZone: 'Europe/Stockholm',
    languages: ['sv', 'en'],
    textLanguage: 'sv',
  },
  settings: {
    confirmation: 'code',
    anyClinician: true,
    patientMessage: true,
    login: {
      sms: true,
      eid: [
        { id: 'bankid', name: 'BankID (test)' },
        { id: 'freja', name: 'Freja (test)' },
      ],
    },
    fields: { mobile: true, email: true },
  },
  texts: {
    welcomeHeading: 'Välkommen till OpusTandläkarna',
    welcomeText:
      'Här bokar du tid direkt i vår tidbok. Både nya och befintliga patienter är välkomna.',
    consentVersion: '2026-01',
    provider: 'Opus Systemer AS',
  },
  theme: { accent, logo: logo('OpusTandläkarna', accent) },
  lists: { bookingList: null, preblockList: null },
  categories: categories({ 'us-rontgen': 'US/Röntgen', akut: 'Akut', profylax: 'Profylax' }),
  templates: {
    undersokning: template('Undersökning', 30, 'us-rontgen', {
      position: 0,
      timebookText: 'Undersökning e-tid',
      useInRecall: true,
    }),
    akutbesok: template('Akutbesök', 20, 'akut', { position: 1, timebookText: 'Akut e-tid' }),
    tandhygienist: template('Tandhygienist', 45, 'profylax', { position: 2 }),
  },
  templateLists: {},
  preblocks: {
    us: internet('E-tid US/Röntgen', ['us-rontgen']),
    akut: internet('E-tid akut', ['akut']),
    hygien: internet('E-tid profylax', ['profylax']),
  },
  preblockLists: {},
  companies: { opustandlakarna: { name: 'OpusTandläkarna AB' } },
  groups: {},
  clinics: {
    stockholm: {
      name: 'OpusTandläkarna',
      company: 'opustandlakarna',
      address1: 'Kungsgatan 12',
      postalCode: '111 35',
      city: 'Stockholm',
      phone: '08-123 45 60',
      email: 'info@opustandlakarna.example',
      position: 0,
    },
  },
  clinicians: {
    'olle-ohlsson': {
      name: 'Olle Ohlsson',
      title: 'Tandläkare',
      photo: portrait('#efc9ad', '#5b4632', '#ffffff', false),
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'stockholm', photoConsent: true, titleConsent: true }],
    },
    'maria-lind': {
      name: 'Maria Lind',
      title: 'Tandhygienist',
      position: 1,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'stockholm', photoConsent: false, titleConsent: true }],
    },
  },
  // A number that Post- och telestyrelsen keeps for fiction.
  patients: patientsOnFile('SE', [{ mobile: '0701740605', email: 'tolvan@example.com' }]),
  sms,
  weeks: [
    {
      clinician: 'olle-ohlsson',
      clinic: 'stockholm',
      weekdays: [1, 2, 3, 4, 5],
      working: [
        ['08:00', '12:00'],
        ['13:00', '17:00'],
      ],
      preblocks: [
        { preblock: 'us', at: ['08:10', '10:10'] },
        { preblock: 'akut', at: ['13:00', '14:00'] },
        { preblock: 'us', at: ['15:00', '17:00'], weekdays: [2, 4] },
      ],
      booked: [[2, '08:10', 40]],
    },
    {
      clinician: 'maria-lind',
      clinic: 'stockholm',
      weekdays: [1, 3, 5],
      working: [['08:00', '16:00']],
      preblocks: [
        { preblock: 'hygien', at: ['08:00', '12:30'] },
        { preblock: 'us', at: ['13:00', '16:00'] },
      ],
    },
  ],
};
