import { logo, portrait } from './images.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#1f6f78';
const everyDay = [1, 2, 3, 4, 5];
const day = [
  ['08:00', '12:00'],
  ['12:30', '16:00'],
] as const;

/** The clinic of the Norwegian manual's pictures: three clinics, a group, four clinicians, its own texts. */
export const opusdentalklinikken: SampleAccount = {
  id: 'opusdentalklinikken',
  setup: {
    name: 'Opus Dental Klinikken',
    market: 'NO',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
    textLanguage: 'nb',
  },
  settings: {
    confirmation: 'code',
    patientMessage: true,
    anyClinic: true,
    anyClinician: true,
    publishingNeedsRecallTime: true,
    fields: {
      address1: true,
      address2: true,
      postalCode: true,
      mobile: true,
      email: true,
      campaignCode: true,
    },
  },
  texts: {
    welcomeHeading: 'Velkommen til Opus Dental Klinikkens online timebestilling',
    welcomeText:
      'På våre nye sider kan du selv administrere dine timer. Har du fått en sms innkalling på din årlige sjekk, kan du flytte den her hvis timen ikke passer. Ønsker du å bestille time utenom din årlige sjekk kan det også gjøres her. Foreløpig har du mulighet til å bestille undersøkelse, puss & rens eller akutt timer. Vi håper du liker våre nye sider!',
    clinicHeading: 'Velkommen til Opus Dental Klinikken',
    clinicText:
      'Velkommen til online timebestilling hos tannlege Lise Negård og Evelyn Andersen. På våre sider kan du bestille undersøkelse inkl. røntgen og puss & rens. Har du fått en sms om recall time som ikke passer kan du selv flytte timen din her.',
    patientInfoHeading: 'Utfylling av personopplysninger',
    patientInfoText:
      'Du må fylle ut alle felt merket med *. Hvis du har mottatt en kampanjekode så fyll den ut i feltet «Kampanjekode». Ønsker du å gi tannlegen din eller klinikken en beskjed, bruk «Beskjed» feltet.',
    maintenance:
      'Vi vedlikeholder siden vår. Prøv igjen om et øyeblikk, eller kontakt klinikken på telefon 66776040.',
    consentVersion: '2026-01',
    provider: 'Opus Systemer AS',
  },
  theme: { accent, logo: logo('Opus Dental', accent) },
  lists: { bookingList: 'alle', preblockList: null },
  categories: categories({
    akutt: 'Akutt',
    'us-rontgen': 'US/Røntgen',
    profylakse: 'Profylakse',
    konserverende: 'Konserverende',
    bleking: 'Bleking',
    protetikk: 'Protetikk',
    kjeveortopedi: 'Kjeveortopedi',
    kirurgi: 'Kirurgi',
  }),
  templates: {
    undersokelse: template('- Undersøkelse', 30, 'us-rontgen', {
      position: 0,
      timebookText: 'Sjekk og lett rens av tenner med 2 røntgenbilder_e-time',
      description: 'Full sjekk med røntgen og lett rens.',
      useInRecall: true,
      moveNextRecall: true,
      maxDaysToMove: 5,
    }),
    akutt: template('- Akutt', 20, 'akutt', {
      position: 1,
      timebookText: 'Akutt_e-time',
      description: 'Tannpine, knekt tann eller en fylling som har falt ut.',
    }),
    'puss-og-rens': template('- Puss og rens', 30, 'profylakse', {
      position: 2,
      timebookText: 'Puss og rens_e-time',
    }),
    bleking: template('- Bleking', 60, 'bleking', {
      position: 3,
      timebookText: 'Bleking_e-time',
      priceText: 'fra 2 900 kr',
    }),
    regulering: template('- Første samtale om regulering', 45, 'kjeveortopedi', {
      position: 4,
      timebookText: 'Konsultasjon regulering_e-time',
    }),
    krone: template('Krone', 90, 'protetikk', { position: 5, useInBooking: false }),
  },
  templateLists: {
    alle: {
      name: 'Opus Dental Klinikken',
      purpose: 'booking',
      owner: { kind: 'organisation' },
      items: ['undersokelse', 'akutt', 'puss-og-rens', 'bleking'],
    },
    lillevik: {
      name: 'Lillevik',
      purpose: 'booking',
      owner: { kind: 'company', id: 'lillevik' },
      items: ['undersokelse', 'bleking'],
    },
    regulering: {
      name: 'Per Hansen',
      purpose: 'booking',
      owner: { kind: 'clinician', id: 'per-hansen' },
      items: ['regulering'],
    },
  },
  preblocks: {
    etimer: internet('Etimer', ['us-rontgen', 'akutt', 'profylakse', 'bleking'], {
      colour: 'Azure',
    }),
    'kun-akutt': internet('Etimer akutt', ['akutt'], { colour: 'MistyRose' }),
    'ikke-bleking': internet('Etimer uten bleking', ['bleking', 'kjeveortopedi'], {
      mode: 'deny',
      colour: 'Honeydew',
    }),
    planlagt: internet('Etimer, planlagt', ['us-rontgen', 'profylakse'], { expiresDaysBefore: 3 }),
    regulering: internet('Etimer regulering', ['kjeveortopedi']),
    mote: internet('Møte', [], { type: 'administration' }),
  },
  preblockLists: {},
  companies: {
    opus: { name: 'Opus Dental Klinikken' },
    lillevik: { name: 'Distriktstannklinikken i Lillevik AS', bookingList: 'lillevik' },
    hansen: { name: 'Kjeveortoped Per Hansen' },
  },
  groups: { asker: { name: 'Asker', position: 0 } },
  clinics: {
    hvalstad: {
      name: 'Opus Dental Klinikken',
      company: 'opus',
      group: 'asker',
      address1: 'Nye Vakåsvei 64',
      postalCode: '1395',
      city: 'Hvalstad',
      phone: '66776040',
      email: 'post@opusdentalklinikken.example',
      position: 0,
      latitude: 59.8586,
      longitude: 10.4655,
    },
    lillevik: {
      name: 'Distriktstannklinikken i Lillevik AS',
      company: 'lillevik',
      address1: 'Sentrumsbygget 555',
      postalCode: '3300',
      city: 'Hokksund',
      phone: '32250040',
      email: 'post@lillevik.example',
      position: 1,
      heading: 'Velkommen til Distriktstannklinikken i Lillevik',
      text: 'Velkommen til Tannpleier Kristine Ruuds online timebestilling.',
      latitude: 59.7686,
      longitude: 9.9096,
    },
    'per-hansen': {
      name: 'Kjeveortoped Per Hansen',
      company: 'hansen',
      address1: 'Storgata 12',
      postalCode: '3300',
      city: 'Hokksund',
      phone: '32250041',
      email: 'post@perhansen.example',
      position: 2,
    },
  },
  clinicians: {
    'lise-negard': {
      name: 'Lise Negård',
      title: 'Tannlege',
      text: 'Lise Negård startet klinikken i 2004.',
      photo: portrait('#f0cdb5', '#7a4a2b', '#ffffff', true),
      position: 0,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'hvalstad', photoConsent: true, titleConsent: true }],
      preblockMinutes: 480,
    },
    'evelyn-andersen': {
      name: 'Evelyn Andersen',
      title: 'Tannlege',
      text: 'Evelyn Andersen tar særlig imot barn, og deg som gruer deg.',
      photo: portrait('#e7b998', '#2c2320', '#cfe6e8', true),
      position: 1,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'hvalstad', photoConsent: true, titleConsent: true }],
    },
    'kristine-ruud': {
      name: 'Kristine Ruud',
      title: 'Tannpleier',
      text: 'Kristine Ruud har en bachelorgrad fra universitetet i Bergen og autorisasjon som tannpleier fra 2017.',
      photo: portrait('#f3d7c4', '#c89b5a', '#dfeadf', true),
      position: 2,
      published: true,
      acceptsNewPatients: true,
      clinics: [{ clinic: 'lillevik', photoConsent: true, titleConsent: true }],
    },
    'per-hansen': {
      name: 'Per Hansen',
      title: 'Kjeveortoped',
      photo: portrait('#edc7aa', '#8d8d8d', '#ffffff', false),
      position: 3,
      published: true,
      acceptsNewPatients: true,
      // No consent: neither photo nor title may be shown.
      clinics: [{ clinic: 'per-hansen', photoConsent: false, titleConsent: false }],
      bookingList: 'regulering',
      preblockExpiryHours: 24,
    },
  },
  weeks: [
    {
      clinician: 'lise-negard',
      clinic: 'hvalstad',
      weekdays: everyDay,
      working: day,
      preblocks: [
        { preblock: 'etimer', at: ['08:00', '12:00'], weekdays: [1, 2, 4] },
        { preblock: 'ikke-bleking', at: ['09:00', '12:00'], weekdays: [3, 5] },
        // Overlaps the one above: each treatment is offered once.
        { preblock: 'etimer', at: ['10:00', '12:00'], weekdays: [5] },
        { preblock: 'kun-akutt', at: ['12:30', '13:30'] },
        { preblock: 'planlagt', at: ['14:00', '15:30'], weekdays: [2, 3, 4] },
        // Half of it lies after working time: 20 minutes are left, enough for an acute visit.
        { preblock: 'etimer', at: ['15:40', '16:40'], weekdays: [1, 3] },
        { preblock: 'mote', at: ['08:00', '09:00'], weekdays: [3] },
      ],
      booked: [
        [1, '08:30', 40],
        [2, '09:00', 30],
        [4, '10:00', 60],
      ],
    },
    {
      clinician: 'evelyn-andersen',
      clinic: 'hvalstad',
      weekdays: [1, 2, 3, 4],
      working: [['09:00', '15:00']],
      preblocks: [
        { preblock: 'etimer', at: ['09:00', '12:00'], weekdays: [1, 3] },
        { preblock: 'ikke-bleking', at: ['12:00', '15:00'], weekdays: [2, 4] },
      ],
      booked: [
        [1, '09:00', 30],
        [3, '10:30', 30],
      ],
    },
    {
      clinician: 'kristine-ruud',
      clinic: 'lillevik',
      weekdays: [2, 3, 4, 6],
      working: [['08:30', '14:30']],
      preblocks: [{ preblock: 'etimer', at: ['08:30', '14:30'] }],
      booked: [[3, '09:30', 60]],
    },
    {
      clinician: 'per-hansen',
      clinic: 'per-hansen',
      weekdays: [1, 4],
      working: [['10:00', '16:00']],
      preblocks: [{ preblock: 'regulering', at: ['10:00', '16:00'] }],
    },
  ],
};
