import { logo } from './images.js';
import { patientsOnFile } from './patients.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#d9a514';

/** The smallest clinic there is: one clinic, one clinician, and no confirmation code. Its colour is too pale for text. */
export const kodefri: SampleAccount = {
  id: 'kodefri',
  setup: {
    name: 'Tannlege Wildahl',
    market: 'NO',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
    textLanguage: 'nb',
  },
  settings: { confirmation: 'none', login: { sms: true }, fields: { mobile: true, email: true } },
  texts: { consentVersion: '2026-01', provider: 'Opus Systemer AS' },
  theme: { accent, logo: logo('Tannlege Wildahl', accent) },
  lists: { bookingList: null, preblockList: null },
  categories: categories({ us: 'US/Røntgen', akutt: 'Akutt' }),
  templates: {
    undersokelse: template('- Undersøkelse', 30, 'us', { position: 0 }),
    akutt: template('- Akutt', 20, 'akutt', { position: 1 }),
  },
  templateLists: {},
  preblocks: { etimer: internet('Etimer', ['us', 'akutt']) },
  preblockLists: {},
  companies: { wildahl: { name: 'Tannlege Hanne Wildahl' } },
  groups: {},
  clinics: {
    drammen: {
      name: 'Tannlege Hanne Wildahl',
      company: 'wildahl',
      address1: 'Bragernes torg 2',
      postalCode: '3017',
      city: 'Drammen',
      phone: '32830040',
      email: 'post@wildahl.example',
      position: 0,
    },
  },
  clinicians: {
    'hanne-wildahl': {
      name: 'Hanne Wildahl',
      title: 'Tannlege',
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'drammen', photoConsent: false, titleConsent: true }],
    },
  },
  patients: patientsOnFile('NO', [
    {
      mobile: '40000001',
      email: 'kari.furuseth@example.com',
      address1: 'Solveien 4',
      postalCode: '1394',
    },
    { mobile: '40000002' },
  ]),
  weeks: [
    {
      clinician: 'hanne-wildahl',
      clinic: 'drammen',
      weekdays: [1, 2, 3, 4, 5],
      working: [['08:00', '16:00']],
      preblocks: [{ preblock: 'etimer', at: ['08:00', '16:00'] }],
      booked: [[1, '10:00', 60]],
    },
  ],
};
