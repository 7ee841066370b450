import type { ClinicianInput, ClinicInput } from '../../src/contract/index.js';
import { regions, slug } from './kjeden-places.js';
import type { SampleAccount, WeekPattern } from './sample-account.js';

const perClinic = 5;

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

/** The chain's clinics, who works there and when: the same from the same seed. */
export function generateChain(
  seed: number,
): Pick<SampleAccount, 'clinics' | 'clinicians' | 'weeks'> {
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
