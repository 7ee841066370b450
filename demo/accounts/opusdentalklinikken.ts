import { logo } from './images.js';
import { clinicians, weeks } from './opusdentalklinikken-people.js';
import { sms } from './opusdentalklinikken-sms.js';
import { patientsOnFile } from './patients.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#1f6f78';

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
    timeAlerts: true,
    publishingNeedsRecallTime: true,
    login: { sms: true, eid: [{ id: 'bankid', name: 'BankID (test)' }] },
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
  clinicians,
  patients: patientsOnFile('NO', [
    {
      mobile: '40000001',
      email: 'kari.furuseth@example.com',
      address1: 'Solveien 4',
      postalCode: '1394',
    },
    { mobile: '40000002' },
  ]),
  weeks,
  sms,
};
