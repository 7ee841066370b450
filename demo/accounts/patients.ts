import type { Market, PatientInput } from '../../src/contract/index.js';
import { testPersons } from '../provider/test-persons.js';

type Contact = Pick<PatientInput, 'mobile' | 'email' | 'address1' | 'postalCode'>;

/** Patients on file by their id: the first persons of a market's e-ID, so that they may log in by SMS or by e-ID. */
export function patientsOnFile(
  market: Market,
  contacts: readonly Contact[],
): Readonly<Record<string, PatientInput>> {
  return Object.fromEntries(
    contacts.map((contact, index) => {
      const { firstName, lastName, nationalId } = testPersons[market][index]!;
      return [
        `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
        { firstName, lastName, nationalId, ...contact },
      ];
    }),
  );
}
