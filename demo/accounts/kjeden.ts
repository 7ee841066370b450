import type { TemplateInput } from '../../src/contract/index.js';
import { logo } from './images.js';
import { generateChain } from './kjeden-people.js';
import { regions, slug } from './kjeden-places.js';
import { categories, internet, template, type SampleAccount } from './sample-account.js';

const accent = '#2d7d46';

const templates: Readonly<Record<string, TemplateInput>> = {
  undersokelse: template('Undersøkelse', 30, 'us', { position: 0, useInRecall: true }),
  akutt: template('Akutt', 20, 'akutt', { position: 1 }),
  'puss-og-rens': template('Puss og rens', 40, 'profylakse', { position: 2 }),
  'undersokelse-barn': template('Undersøkelse barn', 20, 'us', { position: 3 }),
  fylling: template('Fylling', 45, 'konserverende', { position: 4, priceText: 'fra 1 290 kr' }),
  rotfylling: template('Rotfylling', 90, 'endo', { position: 5 }),
  bleking: template('Bleking', 60, 'bleking', { position: 6, priceText: '2 990 kr' }),
  krone: template('Krone, første time', 60, 'protetikk', { position: 7 }),
  implantat: template('Implantat, samtale', 30, 'implantat', { position: 8 }),
  tannkjott: template('Tannkjøttbehandling', 50, 'perio', { position: 9 }),
  visdomstann: template('Visdomstann', 45, 'kirurgi', { position: 10 }),
  skinne: template('Bittskinne', 30, 'protetikk', { position: 11 }),
};

/** A chain: 60 clinics in 8 groups, 300 clinicians, 12 treatments, the same at every start. */
export const kjeden: SampleAccount = {
  id: 'kjeden',
  setup: {
    name: 'Tannkjeden',
    market: 'NO',
    timeZone: 'Europe/Oslo',
    languages: ['nb', 'en'],
    textLanguage: 'nb',
  },
  settings: {
    confirmation: 'code',
    anyClinic: true,
    anyClinician: true,
    patientMessage: true,
    weekendBooking: true,
    login: { sms: true },
    fields: { mobile: true, email: true },
  },
  texts: {
    welcomeHeading: 'Bestill time hos Tannkjeden',
    welcomeText: '60 klinikker i hele landet. Velg den som ligger nærmest, eller søk i alle.',
    consentVersion: '2026-01',
    provider: 'Opus Systemer AS',
  },
  theme: { accent, logo: logo('Tannkjeden', accent) },
  lists: { bookingList: null, preblockList: null },
  categories: categories({
    akutt: 'Akutt',
    us: 'US/Røntgen',
    profylakse: 'Profylakse',
    konserverende: 'Konserverende',
    bleking: 'Bleking',
    protetikk: 'Protetikk',
    endo: 'Endo',
    perio: 'Perio',
    implantat: 'Implantat',
    kirurgi: 'Kirurgi',
  }),
  templates,
  templateLists: {
    tannpleier: {
      name: 'Tannpleiere',
      purpose: 'booking',
      owner: { kind: 'all' },
      items: ['puss-og-rens', 'undersokelse', 'undersokelse-barn', 'bleking', 'tannkjott'],
    },
  },
  preblocks: {
    etimer: internet('Etimer', ['kirurgi'], { mode: 'deny' }),
    kirurgi: internet('Etimer kirurgi', ['kirurgi', 'implantat']),
    kort: internet('Etimer korte', ['us', 'akutt', 'profylakse']),
  },
  preblockLists: {},
  companies: { kjeden: { name: 'Tannkjeden AS' } },
  groups: Object.fromEntries(regions.map(([name], position) => [slug(name), { name, position }])),
  ...generateChain(20261123),
};
