import type { Market } from '../../src/contract/index.js';

/** Somebody who can log in at the demo's provider. */
export interface TestPerson {
  /** What the provider calls them (`sub`). */
  readonly subject: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Normalized, of a public test series. */
  readonly nationalId: string;
}

/**
 * Persons who do not exist. Norway: Skatteetaten's Tenor (month + 80); Sweden: Skatteverket's test numbers; Finland: the
 * 900-series; Denmark: MedCom's test patients. The last of each market is on no sample clinic's file.
 */
export const testPersons: Readonly<Record<Market, readonly [TestPerson, ...TestPerson[]]>> = {
  NO: [
    person('no-1', 'Kari', 'Furuseth', '14845823023'),
    person('no-2', 'Jonas', 'Bakketun', '27879131281'),
    person('no-3', 'Ingrid', 'Solvang', '21866412003'),
  ],
  SE: [
    person('se-1', 'Tolvan', 'Tolvansson', '191212121212'),
    person('se-2', 'Elin', 'Björkman', '198507099805'),
    person('se-3', 'Oskar', 'Lundin', '198507099813'),
  ],
  FI: [
    person('fi-1', 'Aino', 'Koskela', '120272-912B'),
    person('fi-2', 'Väinö', 'Mäkinen', '050589-934B'),
  ],
  DK: [
    person('dk-1', 'Nancy Ann', 'Berggren', '2512489996'),
    person('dk-2', 'Mads', 'Holst', '2103009996'),
    person('dk-3', 'Freja', 'Lund', '3103979995'),
  ],
};

function person(
  subject: string,
  firstName: string,
  lastName: string,
  nationalId: string,
): TestPerson {
  return { subject, firstName, lastName, nationalId };
}

/** The person whom the provider calls so, or undefined. */
export function findTestPerson(subject: string): TestPerson | undefined {
  return Object.values(testPersons)
    .flat()
    .find((person) => person.subject === subject);
}
