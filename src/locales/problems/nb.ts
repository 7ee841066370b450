import type { ProblemMessages } from '../problem-messages.js';

const nationalIds = {
  NO: 'Fødselsnummeret',
  SE: 'Personnummeret',
  FI: 'Personnummeret',
  DK: 'CPR-nummeret',
} as const;

export const nbProblems: ProblemMessages = {
  nationalIdProblem: (reason, market) => {
    const name = nationalIds[market];
    return {
      empty: `Fyll ut ${market === 'DK' ? name : name.toLowerCase()} ditt.`,
      characters:
        market === 'FI'
          ? `${name} har seks siffer, et tegn, tre siffer og ett siffer eller en bokstav.`
          : `${name} kan bare ha siffer${market === 'SE' ? ', bindestrek og pluss' : ' og bindestrek'}.`,
      length: {
        NO: 'Fødselsnummeret skal ha 11 siffer. Mangler det et, eller er det ett for mye?',
        SE: 'Personnummeret skal ha 12 siffer, med fire for året. Ti siffer går også.',
        FI: 'Personnummeret skal ha 11 tegn, med bindestrek eller bokstav etter fødselsdatoen.',
        DK: 'CPR-nummeret skal ha 10 siffer. Mangler det et, eller er det ett for mye?',
      }[market],
      sign:
        market === 'SE'
          ? 'Plusstegnet skal stå rett foran de fire siste sifrene.'
          : 'Tegnet etter fødselsdatoen mangler eller er feil. Det er oftest bindestrek eller A.',
      date:
        market === 'SE'
          ? 'Personnummeret begynner ikke med en dato som finnes. Skriv år, måned og dag.'
          : `${name} begynner ikke med en dato som finnes. Skriv dag, måned og år, to siffer hver.`,
      future: `${name} begynner med en dato som ikke har vært ennå. Sjekk sifrene.`,
      'individual-number': 'Sifrene etter fødselsdatoen er ikke i bruk. Sjekk dem én gang til.',
      checksum: `${name} stemmer ikke. Et siffer er nok feil eller har byttet plass.`,
    }[reason];
  },
  mobileProblem: (reason, code) =>
    ({
      empty: 'Fyll ut mobilnummeret ditt.',
      characters: 'Mobilnummeret kan bare ha siffer, mellomrom og et + foran.',
      'country-code': `Landkoden er ikke riktig. Skriv for eksempel ${code} foran nummeret.`,
      length: 'Mobilnummeret har for få eller for mange siffer.',
      'not-mobile': 'Dette er ikke et mobilnummer. Vi trenger et nummer som kan ta imot SMS.',
      'service-number':
        'Dette er et gratisnummer eller et betalingsnummer, og det kan ikke ta imot SMS. Skriv et mobilnummer.',
    })[reason],
  emailProblem: (reason) =>
    ({
      empty: 'Fyll ut e-postadressen din.',
      characters: 'E-postadressen har et tegn som ikke kan stå der, som et mellomrom eller komma.',
      'at-sign': 'E-postadressen skal ha ett @-tegn, som i navn@eksempel.no.',
      'local-part': 'Det som står foran @ i e-postadressen, er ikke riktig.',
      domain: 'Det som står etter @ i e-postadressen, er ikke riktig. Det skal ligne eksempel.no.',
      length: 'E-postadressen er for lang.',
      letters:
        'Vi kan ikke sende e-post til en adresse med andre bokstaver enn a til z foran @. Har du en annen adresse?',
    })[reason],
  postalCodeProblem: (reason, digits) =>
    ({
      empty: 'Fyll ut postnummeret ditt.',
      characters: `Postnummeret skal bare ha siffer, ${digits} av dem.`,
      length: `Postnummeret skal ha ${digits} siffer.`,
      country: `Foran postnummeret står koden for et annet land. Skriv et postnummer med ${digits} siffer.`,
    })[reason],
  nameProblem: (reason, label) =>
    ({
      empty: `Fyll ut ${label.toLowerCase()}et ditt.`,
      characters: `${label}et kan bare ha bokstaver, mellomrom, bindestrek og apostrof.`,
      length: `${label}et kan ha høyst 100 tegn.`,
    })[reason],
  consentChanged: 'Klinikken har endret samtykket. Les det og kryss av på nytt.',
  fieldTooLong: (label, max) => `${label} kan ha høyst ${max} tegn.`,
  codeProblem: (reason) =>
    ({ empty: 'Skriv inn koden.', length: 'Koden skal ha seks siffer.' })[reason],
};
