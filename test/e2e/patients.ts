import type { Market } from '../../src/contract/index.js';

/** A made-up patient, all fields of the form. */
export interface Patient {
  market: Market;
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
    market: 'NO',
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

/** The made-up patient of a number in any market, each with an ID of that country's public test series. */
export function patientOf(market: Market, number: number): Patient {
  const norwegian = patientNumber(number);
  switch (market) {
    case 'NO':
      return norwegian;
    case 'SE':
      return {
        ...norwegian,
        market,
        firstName: 'Åsa',
        lastName: 'Sjöström',
        nationalId: pick(['19850709-9805', '19850709-9813', '19850709-9821'], number),
        // Numbers that the Swedish authority keeps for fiction.
        mobile: `07017406${String(5 + (number % 95)).padStart(2, '0')}`,
        message: 'Jag är tandvårdsrädd.',
        address1: 'Storgatan 1',
        postalCode: '111 22',
      };
    case 'FI':
      return {
        ...norwegian,
        market,
        firstName: 'Päivi',
        lastName: 'Hämäläinen',
        nationalId: finnishTestId(number),
        mobile: `040${String(1_000_000 + number)}`,
        message: 'Pelkään hammaslääkäriä.',
        address1: 'Mannerheimintie 1',
        postalCode: '00100',
      };
    case 'DK':
      return {
        ...norwegian,
        market,
        firstName: 'Jørgen',
        lastName: 'Sørensen',
        nationalId: pick(['251248-9996', '210300-9996', '310397-9995'], number),
        mobile: `20${String(100_000 + number)}`,
        message: 'Jeg har tandlægeskræk.',
        address1: 'Nørregade 1',
        postalCode: '8000',
      };
  }
}

function pick(ids: readonly [string, ...string[]], number: number): string {
  return ids[number % ids.length] ?? ids[0];
}

/** Of the series 900 to 999, which nobody is given. */
function finnishTestId(number: number): string {
  const individual = String(900 + (number % 100));
  const rest = Number(`010594${individual}`) % 31;
  return `010594-${individual}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[rest] ?? ''}`;
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
