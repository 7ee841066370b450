/** A made-up patient, all fields of the form. */
export interface Patient {
  firstName: string;
  lastName: string;
  nationalId: string;
  mobile: string;
  email: string;
  message?: string;
  campaignCode?: string;
  address1?: string;
  postalCode?: string;
}

const names = ['Ola', 'Kari', 'Åse', 'Bjørn', 'Ingrid', 'Trond'];

/** The made-up patient of a number: the ID is of Tenor's test series (month + 80), so that it belongs to nobody. */
export function patientNumber(number: number): Patient {
  return {
    firstName: names[number % names.length] ?? 'Ola',
    lastName: 'Nordmann',
    nationalId: tenorId(number),
    mobile: `9${String(7_000_000 + number)}`,
    email: `patient${number}@example.com`,
    message: 'Jeg har tannskrekk og trenger mye bedøvelse.',
    campaignCode: String(1000 + number),
    address1: 'Bankveien 1',
    postalCode: '3430',
  };
}

/** A synthetic fødselsnummer: born in 1976, month + 80, control digits by the rule in force. */
function tenorId(number: number): string {
  const date = `${String(1 + (number % 28)).padStart(2, '0')}${String(81 + (number % 12))}76`;
  for (let individual = number % 400; individual < 500; individual += 1) {
    const nine = date + String(individual).padStart(3, '0');
    const first = control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = control(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
  throw new Error('No such test person.');
}

function control(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11;
}
