import {
  categories,
  internet,
  template,
  type SampleAccount,
} from '../../demo/accounts/sample-account.js';

/** A clinic with one of everything and 64 free times a day, Monday to Friday: every ten minutes from eight to twenty to seven. */
export const fullWeeks: SampleAccount = {
  id: 'fulleuker',
  setup: {
    name: 'Torvet Tann',
    market: 'NO',
    timeZone: 'Europe/Oslo',
    languages: ['nb'],
    textLanguage: 'nb',
  },
  settings: { stepOrder: ['clinic', 'treatment', 'clinician', 'time'], timebookGridMinutes: 10 },
  texts: { consentVersion: '1' },
  theme: { accent: '#1f6f78' },
  lists: { bookingList: null, preblockList: null },
  categories: categories({ exam: 'Undersøkelse' }),
  templates: { exam: template('Kontroll', 10, 'exam', { position: 0 }) },
  templateLists: {},
  preblocks: { all: internet('Alle', ['exam']) },
  preblockLists: {},
  companies: { torvet: { name: 'Torvet' } },
  groups: {},
  clinics: {
    torvet: {
      name: 'Torvet',
      company: 'torvet',
      address1: 'Torvet 1',
      postalCode: '3430',
      city: 'Spikkestad',
      phone: '66776040',
      email: 'torvet@example.com',
      position: 0,
    },
  },
  clinicians: {
    anna: {
      ...{ name: 'Anna Berg', title: 'Tannlege', position: 0 },
      ...{ published: true, acceptsNewPatients: true },
      clinics: [{ clinic: 'torvet', photoConsent: false, titleConsent: true }],
    },
  },
  weeks: [
    {
      ...{ clinician: 'anna', clinic: 'torvet', weekdays: [1, 2, 3, 4, 5] },
      working: [['08:00', '18:40']],
      preblocks: [{ preblock: 'all', at: ['08:00', '18:40'] }],
    },
  ],
};
