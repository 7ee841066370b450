import { nationalIds } from '../da.js';
import type { ProblemMessages } from '../problem-messages.js';

export const daProblems: ProblemMessages = {
  nationalIdProblem: (reason, market) => {
    const name = `${nationalIds[market]}et`;
    return {
      empty: `Skriv dit ${market === 'DK' ? nationalIds.DK : nationalIds[market].toLowerCase()}.`,
      characters:
        market === 'FI'
          ? `${name} har seks cifre, et tegn, tre cifre og et ciffer eller et bogstav.`
          : `${name} kan kun have cifre${market === 'SE' ? ', bindestreg og plus' : ' og bindestreg'}.`,
      length: {
        NO: `${name} skal have 11 cifre. Mangler der et, eller er der et for meget?`,
        SE: `${name} skal have 12 cifre, heraf fire til året. Ti cifre er også nok.`,
        FI: `${name} skal have 11 tegn, med bindestreg eller bogstav efter fødselsdatoen.`,
        DK: `${name} skal have 10 cifre. Mangler der et, eller er der et for meget?`,
      }[market],
      sign:
        market === 'SE'
          ? 'Plustegnet skal stå lige før de sidste fire cifre.'
          : 'Tegnet efter fødselsdatoen mangler eller er forkert. Det er oftest bindestreg eller A.',
      date: `${name} begynder ikke med en dato, der findes. ${
        market === 'SE'
          ? 'Skriv år, måned og dag.'
          : 'Skriv dag, måned og år med to cifre til hver.'
      }`,
      future: `${name} begynder med en dato, der ikke har været endnu. Tjek cifrene.`,
      'individual-number': 'Cifrene efter fødselsdatoen er ikke i brug. Tjek dem en gang til.',
      checksum: `${name} passer ikke. Et ciffer er nok forkert eller har byttet plads.`,
    }[reason];
  },
  mobileProblem: (reason, code) =>
    ({
      empty: 'Skriv dit mobilnummer.',
      characters: 'Mobilnummeret kan kun have cifre, mellemrum og et + foran.',
      'country-code': `Landekoden er ikke rigtig. Skriv for eksempel ${code} foran nummeret.`,
      length: 'Mobilnummeret har for få eller for mange cifre.',
      'not-mobile': 'Det er ikke et mobilnummer. Vi skal bruge et nummer, der kan modtage sms.',
      'service-number':
        'Det er et gratisnummer eller et betalingsnummer, og det kan ikke modtage sms. Skriv et mobilnummer.',
    })[reason],
  emailProblem: (reason) =>
    ({
      empty: 'Skriv din e-mailadresse.',
      characters:
        'E-mailadressen har et tegn, der ikke kan stå der, for eksempel et mellemrum eller komma.',
      'at-sign': 'E-mailadressen skal have ét @, som i navn@eksempel.dk.',
      'local-part': 'Det, der står før @ i e-mailadressen, er ikke rigtigt.',
      domain:
        'Det, der står efter @ i e-mailadressen, er ikke rigtigt. Det skal ligne eksempel.dk.',
      length: 'E-mailadressen er for lang.',
      letters:
        'Vi kan ikke sende e-mail til en adresse med andre bogstaver end a til z før @. Har du en anden adresse?',
    })[reason],
  postalCodeProblem: (reason, digits) =>
    ({
      empty: 'Skriv dit postnummer.',
      characters: `Postnummeret skal kun have cifre, ${digits} i alt.`,
      length: `Postnummeret skal have ${digits} cifre.`,
      country: `Foran postnummeret står koden for et andet land. Skriv et postnummer med ${digits} cifre.`,
    })[reason],
  nameProblem: (reason, label) =>
    ({
      empty: `Skriv dit ${label.toLowerCase()}.`,
      characters: `${label}et kan kun have bogstaver, mellemrum, bindestreg og apostrof.`,
      length: `${label}et kan højst have 100 tegn.`,
    })[reason],
  consentChanged: 'Klinikken har ændret samtykket. Læs det, og sæt kryds igen.',
  fieldTooLong: (label, max) => `${label} kan højst have ${max} tegn.`,
  codeProblem: (reason) =>
    ({ empty: 'Indtast koden.', length: 'Koden skal have seks cifre.' })[reason],
};
