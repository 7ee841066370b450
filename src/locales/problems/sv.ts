import type { ProblemMessages } from '../problem-messages.js';

export const svProblems: ProblemMessages = {
  nationalIdProblem: (reason, market) => {
    const name = {
      NO: 'Födelsenumret',
      SE: 'Personnumret',
      FI: 'Personbeteckningen',
      DK: 'CPR-numret',
    }[market];
    return {
      empty: {
        NO: 'Fyll i ditt födelsenummer.',
        SE: 'Fyll i ditt personnummer.',
        FI: 'Fyll i din personbeteckning.',
        DK: 'Fyll i ditt CPR-nummer.',
      }[market],
      characters:
        market === 'FI'
          ? `${name} har sex siffror, ett tecken, tre siffror och en siffra eller bokstav.`
          : `${name} kan bara ha siffror${market === 'SE' ? ', bindestreck och plus' : ' och bindestreck'}.`,
      length: {
        NO: `${name} ska ha 11 siffror. Saknas det en, eller är det en för mycket?`,
        SE: `${name} ska ha 12 siffror, med fyra för året. Tio siffror går också bra.`,
        FI: `${name} ska ha 11 tecken, med bindestreck eller bokstav efter födelsedatumet.`,
        DK: `${name} ska ha 10 siffror. Saknas det en, eller är det en för mycket?`,
      }[market],
      sign:
        market === 'SE'
          ? 'Plustecknet ska stå precis före de fyra sista siffrorna.'
          : 'Tecknet efter födelsedatumet saknas eller är fel. Oftast är det ett bindestreck eller A.',
      date: `${name} börjar inte med ett datum som finns. ${
        market === 'SE' ? 'Skriv år, månad och dag.' : 'Skriv dag, månad och år, två siffror var.'
      }`,
      future: `${name} börjar med ett datum som inte har varit än. Kontrollera siffrorna.`,
      'individual-number':
        'Siffrorna efter födelsedatumet används inte. Kontrollera dem en gång till.',
      checksum: `${name} stämmer inte. En siffra är nog fel eller har bytt plats.`,
    }[reason];
  },
  mobileProblem: (reason, code) =>
    ({
      empty: 'Fyll i ditt mobilnummer.',
      characters: 'Mobilnumret kan bara ha siffror, mellanslag, bindestreck och ett + först.',
      'country-code': `Landskoden är inte rätt. Skriv till exempel ${code} före numret.`,
      length: 'Mobilnumret har för få eller för många siffror.',
      'not-mobile': 'Det här är inget mobilnummer. Vi behöver ett nummer som kan ta emot sms.',
      'service-number':
        'Det här är ett gratisnummer eller ett betalnummer, och det kan inte ta emot sms. Skriv ett mobilnummer.',
    })[reason],
  emailProblem: (reason) =>
    ({
      empty: 'Fyll i din e-postadress.',
      characters:
        'E-postadressen har ett tecken som inte kan stå där, till exempel ett mellanslag eller komma.',
      'at-sign': 'E-postadressen ska ha ett @-tecken, som i namn@exempel.se.',
      'local-part': 'Det som står före @ i e-postadressen är inte rätt.',
      domain: 'Det som står efter @ i e-postadressen är inte rätt. Det ska likna exempel.se.',
      length: 'E-postadressen är för lång.',
      letters:
        'Vi kan inte skicka e-post till en adress med andra bokstäver än a till z före @. Har du en annan adress?',
    })[reason],
  postalCodeProblem: (reason, digits) =>
    ({
      empty: 'Fyll i ditt postnummer.',
      characters: `Postnumret ska bara ha siffror, ${digits} stycken.`,
      length: `Postnumret ska ha ${digits} siffror.`,
      country: `Framför postnumret står koden för ett annat land. Skriv ett postnummer med ${digits} siffror.`,
    })[reason],
  nameProblem: (reason, label) =>
    ({
      empty: `Fyll i ditt ${label.toLowerCase()}.`,
      characters: `${label}et kan bara ha bokstäver, mellanslag, bindestreck och apostrof.`,
      length: `${label}et kan ha högst 100 tecken.`,
    })[reason],
  consentChanged: 'Kliniken har ändrat samtycket. Läs det och kryssa i rutan igen.',
  fieldTooLong: (label, max) => `${label} kan ha högst ${max} tecken.`,
  codeProblem: (reason) =>
    ({ empty: 'Skriv in koden.', length: 'Koden ska ha sex siffror.' })[reason],
};
