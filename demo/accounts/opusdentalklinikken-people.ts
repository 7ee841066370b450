import { portrait } from './images.js';
import type { SampleAccount } from './sample-account.js';

const everyDay = [1, 2, 3, 4, 5];
const day = [
  ['08:00', '12:00'],
  ['12:30', '16:00'],
] as const;

/** The four clinicians of the Norwegian manual's pictures. */
export const clinicians: SampleAccount['clinicians'] = {
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
};

/** Their weeks: partial, expiring, category-denied and overlapping preblocks among them. */
export const weeks: SampleAccount['weeks'] = [
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
];
