import type { ClinicianInput, ClinicInput, TemplateInput } from '../../src/contract/index.js';
import { logo } from './images.js';
import {
  categories,
  internet,
  template,
  type SampleAccount,
  type WeekPattern,
} from './sample-account.js';

const accent = '#2d7d46';
const perClinic = 5;

/** Regions with places: name, postcode, latitude, longitude. 60 clinics in 8 groups. */
const regions: readonly (readonly [
  string,
  readonly (readonly [string, string, number, number])[],
])[] = [
  [
    'Oslo',
    [
      ['Grünerløkka', '0552', 59.923, 10.759],
      ['Majorstuen', '0366', 59.929, 10.716],
      ['Frogner', '0266', 59.919, 10.707],
      ['Grønland', '0188', 59.913, 10.762],
      ['Nydalen', '0484', 59.949, 10.765],
      ['Bislett', '0170', 59.925, 10.732],
      ['Skøyen', '0277', 59.922, 10.68],
      ['Bryn', '0667', 59.908, 10.814],
      ['Manglerud', '0678', 59.898, 10.813],
      ['Storo', '0485', 59.944, 10.779],
    ],
  ],
  [
    'Akershus',
    [
      ['Sandvika', '1337', 59.891, 10.526],
      ['Asker', '1383', 59.834, 10.435],
      ['Lillestrøm', '2000', 59.956, 11.049],
      ['Ski', '1400', 59.719, 10.836],
      ['Jessheim', '2050', 60.141, 11.175],
      ['Lørenskog', '1470', 59.929, 10.956],
      ['Ås', '1430', 59.66, 10.79],
      ['Drøbak', '1440', 59.663, 10.629],
    ],
  ],
  [
    'Buskerud',
    [
      ['Drammen', '3015', 59.744, 10.204],
      ['Kongsberg', '3611', 59.669, 9.65],
      ['Hokksund', '3300', 59.769, 9.91],
      ['Hønefoss', '3510', 60.168, 10.257],
      ['Lier', '3400', 59.786, 10.245],
      ['Mjøndalen', '3050', 59.75, 10.01],
    ],
  ],
  [
    'Vestland',
    [
      ['Bergen sentrum', '5014', 60.391, 5.325],
      ['Åsane', '5116', 60.467, 5.323],
      ['Fana', '5225', 60.29, 5.326],
      ['Laksevåg', '5160', 60.384, 5.28],
      ['Voss', '5700', 60.629, 6.415],
      ['Førde', '6800', 61.452, 5.857],
      ['Stord', '5400', 59.78, 5.5],
      ['Knarvik', '5914', 60.548, 5.284],
    ],
  ],
  [
    'Rogaland',
    [
      ['Stavanger', '4006', 58.97, 5.733],
      ['Sandnes', '4306', 58.852, 5.735],
      ['Haugesund', '5527', 59.414, 5.268],
      ['Bryne', '4340', 58.735, 5.648],
      ['Sola', '4050', 58.888, 5.649],
      ['Egersund', '4370', 58.451, 6.0],
      ['Jørpeland', '4100', 59.022, 6.041],
    ],
  ],
  [
    'Trøndelag',
    [
      ['Trondheim', '7011', 63.43, 10.395],
      ['Heimdal', '7080', 63.35, 10.355],
      ['Stjørdal', '7500', 63.469, 10.919],
      ['Levanger', '7600', 63.746, 11.299],
      ['Steinkjer', '7713', 64.014, 11.495],
      ['Orkanger', '7300', 63.306, 9.846],
      ['Verdal', '7650', 63.792, 11.482],
    ],
  ],
  [
    'Innlandet',
    [
      ['Hamar', '2317', 60.795, 11.068],
      ['Lillehammer', '2609', 61.115, 10.466],
      ['Gjøvik', '2815', 60.795, 10.692],
      ['Elverum', '2408', 60.881, 11.562],
      ['Kongsvinger', '2212', 60.191, 11.998],
      ['Brumunddal', '2380', 60.881, 10.939],
      ['Raufoss', '2830', 60.727, 10.614],
    ],
  ],
  [
    'Nord-Norge',
    [
      ['Tromsø', '9008', 69.649, 18.956],
      ['Bodø', '8006', 67.28, 14.405],
      ['Harstad', '9405', 68.799, 16.542],
      ['Narvik', '8514', 68.438, 17.427],
      ['Alta', '9510', 69.969, 23.272],
      ['Mo i Rana', '8622', 66.313, 14.143],
      ['Hammerfest', '9600', 70.663, 23.682],
    ],
  ],
];

const firstNames =
  'Nora Emma Olivia Sofie Ella Maja Ingrid Sara Ida Frida Astrid Live Marte Silje Kari Anne Hilde Turid Jakob Noah Emil Lukas Oskar Filip Henrik Magnus Jonas Lars Ole Per Knut Erik Odd Arne Bjørn Trond'.split(
    ' ',
  );
const lastNames =
  'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Lund Solberg Moen Strand Bakke Lie Myhre Sæther Rønning Ødegård Aas Vik Nygård Tangen'.split(
    ' ',
  );
const streets = 'Storgata Kirkegata Torggata Stasjonsveien Strandgata Skolegata Parkveien'.split(
  ' ',
);

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

const chain = generate(20261123);

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
  ...chain,
};

function generate(seed: number): Pick<SampleAccount, 'clinics' | 'clinicians' | 'weeks'> {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const clinics: Record<string, ClinicInput> = {};
  const clinicians: Record<string, ClinicianInput> = {};
  const weeks: WeekPattern[] = [];
  for (const [region, places] of regions) {
    for (const [place, postalCode, latitude, longitude] of places) {
      const clinic = slug(place);
      const number = Object.keys(clinics).length;
      clinics[clinic] = {
        name: `Tannkjeden ${place}`,
        company: 'kjeden',
        group: slug(region),
        address1: `${pick(streets)} ${1 + Math.floor(random() * 80)}`,
        postalCode,
        city: place === 'Bergen sentrum' ? 'Bergen' : region === 'Oslo' ? 'Oslo' : place,
        phone: `2200${String(1000 + number)}`,
        email: `${clinic}@tannkjeden.example`,
        position: number,
        latitude,
        longitude,
      };
      for (let index = 0; index < perClinic; index += 1) {
        const hygienist = index === perClinic - 1;
        const id = `${clinic}-${index + 1}`;
        clinicians[id] = {
          name: `${pick(firstNames)} ${pick(lastNames)}`,
          title: hygienist ? 'Tannpleier' : 'Tannlege',
          position: Object.keys(clinicians).length,
          published: true,
          acceptsNewPatients: random() < 0.8,
          clinics: [{ clinic, photoConsent: false, titleConsent: true }],
          ...(hygienist ? { bookingList: 'tannpleier' } : {}),
        };
        weeks.push(weekOf(id, clinic, random));
      }
    }
  }
  return { clinics, clinicians, weeks };
}

function weekOf(clinician: string, clinic: string, random: () => number): WeekPattern {
  const start = 7 + Math.floor(random() * 3);
  const clock = (hour: number, minute = '00') => `${String(hour).padStart(2, '0')}:${minute}`;
  const off = 1 + Math.floor(random() * 5);
  const weekdays = [1, 2, 3, 4, 5].filter((weekday) => weekday !== off);
  return {
    clinician,
    clinic,
    weekdays: random() < 0.1 ? [...weekdays, 6] : weekdays,
    working: [[clock(start), clock(start + 8)]],
    preblocks: [
      { preblock: 'etimer', at: [clock(start), clock(start + 3)] },
      { preblock: random() < 0.3 ? 'kirurgi' : 'kort', at: [clock(start + 4), clock(start + 7)] },
    ],
    ...(random() < 0.3 ? { booked: [[weekdays[0] ?? 1, clock(start + 1), 30]] } : {}),
  };
}

/** mulberry32: the same numbers from the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .replaceAll('æ', 'ae')
    .replaceAll('ü', 'u')
    .replaceAll(/[^a-z0-9]+/g, '-');
}
