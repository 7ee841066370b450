import type { ProblemMessages } from '../problem-messages.js';

export const fiProblems: ProblemMessages = {
  nationalIdProblem: (reason, market) =>
    ({
      empty: 'Henkilötunnus puuttuu.',
      characters:
        market === 'FI'
          ? 'Henkilötunnuksessa on kuusi numeroa, välimerkki, kolme numeroa ja lopuksi numero tai kirjain.'
          : `Henkilötunnuksessa voi olla vain numeroita${market === 'SE' ? ', väliviiva ja plusmerkki' : ' ja väliviiva'}.`,
      length: {
        NO: 'Henkilötunnuksessa on 11 numeroa. Puuttuuko yksi, vai onko yksi liikaa?',
        SE: 'Henkilötunnuksessa on 12 numeroa, joista neljä on vuosiluku. Myös kymmenen numeroa käy.',
        FI: 'Henkilötunnuksessa on 11 merkkiä, ja syntymäajan jälkeen tulee väliviiva tai kirjain.',
        DK: 'Henkilötunnuksessa on 10 numeroa. Puuttuuko yksi, vai onko yksi liikaa?',
      }[market],
      sign:
        market === 'SE'
          ? 'Plusmerkki kirjoitetaan juuri ennen neljää viimeistä numeroa.'
          : 'Syntymäajan jälkeinen merkki puuttuu tai on väärä. Yleensä se on väliviiva tai A.',
      date: `Henkilötunnus ei ala oikealla päivämäärällä. ${
        market === 'SE'
          ? 'Kirjoita vuosi, kuukausi ja päivä.'
          : 'Kirjoita päivä, kuukausi ja vuosi, kukin kahdella numerolla.'
      }`,
      future: 'Henkilötunnuksen alussa oleva päivä on vasta tulossa. Tarkista numerot.',
      'individual-number':
        'Syntymäajan jälkeiset numerot eivät ole käytössä. Tarkista ne vielä kerran.',
      checksum: 'Henkilötunnus ei täsmää. Jokin merkki on luultavasti väärä tai vaihtanut paikkaa.',
    })[reason],
  mobileProblem: (reason, code) =>
    ({
      empty: 'Matkapuhelinnumero puuttuu.',
      characters: 'Puhelinnumerossa voi olla vain numeroita, välilyöntejä ja alussa plusmerkki.',
      'country-code': `Maatunnus on väärä. Kirjoita numeron eteen esimerkiksi ${code}.`,
      length: 'Puhelinnumerossa on liian vähän tai liikaa numeroita.',
      'not-mobile':
        'Tämä ei ole matkapuhelinnumero. Tarvitsemme numeron, johon voi lähettää tekstiviestin.',
      'service-number':
        'Tämä on ilmainen tai maksullinen palvelunumero, johon ei voi lähettää tekstiviestiä. Kirjoita matkapuhelinnumero.',
    })[reason],
  emailProblem: (reason) =>
    ({
      empty: 'Sähköpostiosoite puuttuu.',
      characters:
        'Sähköpostiosoitteessa on merkki, joka ei kuulu siihen, esimerkiksi välilyönti tai pilkku.',
      'at-sign': 'Sähköpostiosoitteessa on yksi @-merkki, kuten osoitteessa nimi@esimerkki.fi.',
      'local-part': 'Sähköpostiosoitteen alku ennen @-merkkiä on väärin.',
      domain:
        'Sähköpostiosoitteen loppu @-merkin jälkeen on väärin. Sen pitäisi näyttää tältä: esimerkki.fi.',
      length: 'Sähköpostiosoite on liian pitkä.',
      letters:
        'Emme voi lähettää sähköpostia osoitteeseen, jossa on muita kirjaimia kuin a–z ennen @-merkkiä. Onko sinulla toinen osoite?',
    })[reason],
  postalCodeProblem: (reason, digits) =>
    ({
      empty: 'Postinumero puuttuu.',
      characters: `Postinumerossa voi olla vain numeroita, yhteensä ${digits}.`,
      length: `Postinumerossa on ${digits} numeroa.`,
      country: `Postinumeron edessä on toisen maan tunnus. Kirjoita postinumero, jossa on ${digits} numeroa.`,
    })[reason],
  nameProblem: (reason, label) =>
    ({
      empty: `${label} puuttuu.`,
      characters: `${label} voi sisältää vain kirjaimia, välilyöntejä, yhdysmerkkejä ja heittomerkkejä.`,
      length: `${label} voi olla enintään 100 merkkiä pitkä.`,
    })[reason],
  consentChanged: 'Vastaanotto on muuttanut suostumustekstiä. Lue se ja merkitse ruutu uudelleen.',
  fieldTooLong: (label, max) => `${label} voi olla enintään ${max} merkkiä pitkä.`,
  codeProblem: (reason) =>
    ({ empty: 'Kirjoita koodi.', length: 'Koodissa on kuusi numeroa.' })[reason],
};
