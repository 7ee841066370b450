import { sms } from './aldente-sms.js';
import { logo, portrait } from './images.js';
import { patientsOnFile } from './patients.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#a33b20';

/** The Danish manual's clinic, with the rules of al dente: lead time, and a minimum time between offered times. */
export const aldente: SampleAccount = {
  id: 'aldente',
  setup: {
    name: 'al dente Tandklinik',
    market: 'DK',
    timeZone: 'Europe/Copenhagen',
    languages: ['da', 'en'],
    textLanguage: 'da',
  },
  settings: {
    confirmation: 'code',
    selfCreation: true,
    patientMessage: true,
    login: { sms: true, eid: [{ id: 'mitid', name: 'MitID (test)' }] },
    timebookGridMinutes: 10,
    fields: { mobile: true, email: true },
  },
  texts: {
    welcomeHeading: 'Velkommen til al dente Tandklinik',
    welcomeText: 'Book din tid her. Har du akut tandpine i dag, så ring til os.',
    consentVersion: '2026-01',
    provider: 'Opus Systemer AS',
  },
  theme: { accent, logo: logo('al dente', accent) },
  lists: { bookingList: null, preblockList: null },
  categories: categories({ undersogelse: 'Undersøgelse', akut: 'Akut', rensning: 'Rensning' }),
  templates: {
    undersogelse: template('Undersøgelse', 30, 'undersogelse', {
      position: 0,
      minutesBetweenOffers: 30,
      leadDays: 0,
      cancelDays: 2,
      moveDays: 2,
      maxDaysAfterRecallWeek: 100,
    }),
    tandpine: template('Tandpine', 20, 'akut', {
      position: 1,
      minutesBetweenOffers: 0,
      leadDays: null,
    }),
    tandrensning: template('Tandrensning', 40, 'rensning', {
      position: 2,
      minutesBetweenOffers: 60,
      leadDays: 1,
      priceText: '495 kr.',
    }),
  },
  templateLists: {},
  preblocks: { online: internet('Online', [], { mode: 'deny' }) },
  preblockLists: {},
  companies: { aldente: { name: 'al dente ApS' } },
  groups: {},
  clinics: {
    aarhus: {
      name: 'al dente Tandklinik',
      company: 'aldente',
      address1: 'Søndergade 44',
      postalCode: '8000',
      city: 'Aarhus C',
      phone: '86 12 34 56',
      email: 'klinik@aldente.example',
      position: 0,
    },
  },
  clinicians: {
    'soren-holm': {
      name: 'Søren Holm',
      title: 'Tandlæge',
      photo: portrait('#ecc4a5', '#3b3b3b', '#f3efe4', false),
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'aarhus', photoConsent: true, titleConsent: true }],
    },
    'mette-friis': {
      name: 'Mette Friis',
      title: 'Tandplejer',
      position: 1,
      published: true,
      // Takes part, but takes no new patients.
      acceptsNewPatients: false,
      clinics: [{ clinic: 'aarhus', photoConsent: false, titleConsent: true }],
    },
  },
  patients: patientsOnFile('DK', [{ mobile: '20123456', email: 'nancy.ann@example.com' }]),
  sms,
  weeks: [
    {
      clinician: 'soren-holm',
      clinic: 'aarhus',
      weekdays: [1, 2, 3, 4],
      working: [
        ['08:00', '12:00'],
        ['12:40', '15:30'],
      ],
      preblocks: [
        { preblock: 'online', at: ['08:00', '12:00'] },
        { preblock: 'online', at: ['13:00', '15:30'], weekdays: [1, 3] },
      ],
      booked: [
        [1, '09:00', 30],
        [3, '10:00', 50],
      ],
    },
    {
      clinician: 'mette-friis',
      clinic: 'aarhus',
      weekdays: [3, 5],
      working: [['08:00', '14:00']],
      preblocks: [{ preblock: 'online', at: ['08:00', '14:00'] }],
    },
  ],
};
