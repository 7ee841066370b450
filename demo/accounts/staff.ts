import type { Market, PersonInput, StaffRole } from '../../src/contract/index.js';
import type { SampleAccount } from './sample-account.js';

type OtherRole = Exclude<StaffRole, 'clinician'>;

const names: Readonly<Record<Market, Record<OtherRole, string>>> = {
  NO: {
    owner: 'Ingrid Solberg',
    administrator: 'Morten Lie',
    publisher: 'Silje Aas',
    reception: 'Nora Dahl',
    reader: 'Jonas Moe',
  },
  SE: {
    owner: 'Karin Lindgren',
    administrator: 'Johan Sjöberg',
    publisher: 'Elin Nyström',
    reception: 'Maja Åkesson',
    reader: 'Oskar Hedlund',
  },
  FI: {
    owner: 'Päivi Korhonen',
    administrator: 'Antti Mäkelä',
    publisher: 'Sanna Heikkinen',
    reception: 'Laura Nieminen',
    reader: 'Ville Salonen',
  },
  DK: {
    owner: 'Mette Kjær',
    administrator: 'Lars Bøgh',
    publisher: 'Sofie Skov',
    reception: 'Ida Møller',
    reader: 'Emil Østergaard',
  },
};

/** One person of each role, whom a demo signs in without a code (C-01); the clinician is the first of the account. */
export function staffOf({
  id: account,
  setup,
  clinics,
  clinicians,
}: SampleAccount): Record<string, PersonInput> {
  const [clinician, { name }] = Object.entries(clinicians)[0]!;
  const [clinic] = Object.keys(clinics);
  // A chain's reception works at one of its clinics.
  const isChain = Object.keys(clinics).length > 10;
  const people: Record<StaffRole, Pick<PersonInput, 'name' | 'roles' | 'clinician'>> = {
    owner: { name: names[setup.market].owner, roles: [{ role: 'owner' }] },
    administrator: {
      name: names[setup.market].administrator,
      roles: [{ role: 'administrator' }],
    },
    publisher: { name: names[setup.market].publisher, roles: [{ role: 'publisher' }] },
    reception: {
      name: names[setup.market].reception,
      roles: [{ role: 'reception', ...(isChain ? { clinics: [clinic!] } : {}) }],
    },
    clinician: { name, roles: [{ role: 'clinician' }], clinician },
    reader: { name: names[setup.market].reader, roles: [{ role: 'reader' }] },
  };
  return Object.fromEntries(
    Object.entries(people).map(([role, person], index) => [
      `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      { ...person, email: `${role}@${account}.example`, language: setup.textLanguage },
    ]),
  );
}
