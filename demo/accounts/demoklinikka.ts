import { sms } from './demoklinikka-sms.js';
import { logo, portrait } from './images.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#0b5cad';

/** The Finnish manual's clinic. */
export const demoklinikka: SampleAccount = {
  id: 'demoklinikka',
  setup: {
    name: 'Demoklinikka',
    market: 'FI',
    timeZone: 'Europe/Helsinki',
    languages: ['fi', 'sv', 'en'],
    textLanguage: 'fi',
  },
  settings: {
    confirmation: 'code',
    anyClinician: true,
    patientMessage: true,
    fields: { mobile: true, email: true, campaignCode: true },
  },
  texts: {
    welcomeHeading: 'Tervetuloa Demoklinikan ajanvaraukseen',
    welcomeText: 'Täällä voit varata ajan tarkastukseen tai särkypäivystykseen milloin vain.',
    // Not in English: there the Finnish text is shown, marked as Finnish.
    translations: {
      sv: {
        welcomeHeading: 'Välkommen till Demoklinikkas tidsbokning',
        welcomeText: 'Här kan du när som helst boka tid till undersökning eller akut tandvård.',
      },
    },
    consentVersion: '2026-01',
    provider: 'Opus Systemer AS',
  },
  theme: { accent, logo: logo('Demoklinikka', accent) },
  lists: { bookingList: null, preblockList: null },
  categories: categories({ tarkastus: 'Tarkastus', sarky: 'Särky', hygienia: 'Suuhygienia' }),
  templates: {
    tarkastus: template('Tarkastus', 30, 'tarkastus', { position: 0 }),
    sarky: template('Särkypäivystys', 20, 'sarky', { position: 1 }),
    hammaskivi: template('Hammaskiven poisto ja suuhygienistin ohjaus', 45, 'hygienia', {
      position: 2,
    }),
  },
  templateLists: {},
  preblocks: {
    tarkastus: internet('Netti tarkastus', ['tarkastus', 'hygienia']),
    sarky: internet('Netti särky', ['sarky']),
  },
  preblockLists: {},
  companies: { demoklinikka: { name: 'Demoklinikka Oy' } },
  groups: {},
  clinics: {
    helsinki: {
      name: 'Demoklinikka',
      company: 'demoklinikka',
      address1: 'Mannerheimintie 20',
      postalCode: '00100',
      city: 'Helsinki',
      phone: '09 123 4560',
      email: 'info@demoklinikka.example',
      position: 0,
    },
    espoo: {
      name: 'Demoklinikka Tapiola',
      company: 'demoklinikka',
      address1: 'Tapiolantori 3',
      postalCode: '02100',
      city: 'Espoo',
      phone: '09 123 4570',
      email: 'tapiola@demoklinikka.example',
      position: 1,
    },
  },
  clinicians: {
    'mika-jarvinen': {
      name: 'Mika Järvinen',
      title: 'Hammaslääkäri',
      photo: portrait('#f1d2bb', '#b08a54', '#ffffff', false),
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'helsinki', photoConsent: true, titleConsent: true }],
    },
    'aino-korhonen': {
      name: 'Aino Korhonen',
      title: 'Suuhygienisti',
      position: 1,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'espoo', photoConsent: false, titleConsent: true }],
    },
  },
  sms,
  weeks: [
    {
      clinician: 'mika-jarvinen',
      clinic: 'helsinki',
      weekdays: [1, 2, 3, 4, 5],
      working: [['08:00', '15:30']],
      preblocks: [
        { preblock: 'tarkastus', at: ['08:00', '11:30'] },
        { preblock: 'sarky', at: ['13:00', '15:00'] },
      ],
      booked: [[4, '09:00', 30]],
    },
    {
      clinician: 'aino-korhonen',
      clinic: 'espoo',
      weekdays: [2, 4],
      working: [['09:00', '16:00']],
      preblocks: [{ preblock: 'tarkastus', at: ['09:00', '16:00'] }],
    },
  ],
};
