import { expect } from '@open-wc/testing';
import type { Account } from '../../src/contract/index.js';
import { consentWords, ownTexts, ownWelcome } from '../../src/domain/own-texts.js';
import { clinicsOfAsker } from './support/catalogue.js';

const standard = clinicsOfAsker();

function writing(texts: Partial<Account['texts']>): Account {
  return { ...standard, textLanguage: 'fi', texts: { ...standard.texts, ...texts } };
}

const bilingual = writing({
  welcomeHeading: 'Tervetuloa',
  welcomeText: 'Varaa aika tästä.',
  maintenance: 'Huoltokatko.',
  translations: { sv: { welcomeText: 'Boka tid här.' } },
});

describe('the welcome of an account', () => {
  it('[P-06] is its own, in one language, else nothing, so that the standard one stands there', () => {
    expect(ownWelcome(bilingual, 'sv')).to.deep.equal({
      ...{ heading: undefined, text: 'Boka tid här.', lang: 'sv' },
    });
    expect(ownWelcome(bilingual, 'nb')).to.include({ text: 'Varaa aika tästä.', lang: 'fi' });
    expect(
      ownWelcome({ ...bilingual, texts: { consentVersion: standard.texts.consentVersion } }, 'sv'),
    ).to.equal(undefined);
  });
});

describe('ownTexts', () => {
  it('[P-07] takes the text of the language that is spoken, and says which that is', () => {
    const { welcomeText, lang } = ownTexts(bilingual, 'sv', 'welcomeText');
    expect([welcomeText, lang]).to.deep.equal(['Boka tid här.', 'sv']);
  });

  it('[P-07] falls back to the account’s own text, in the language it is written in', () => {
    for (const language of ['fi', 'en', 'nb'] as const) {
      const { welcomeText, lang } = ownTexts(bilingual, language, 'welcomeText');
      expect([welcomeText, lang]).to.deep.equal(['Varaa aika tästä.', 'fi'], language);
    }
  });

  it('[P-40] falls back text by text', () => {
    const { maintenance, lang } = ownTexts(bilingual, 'sv', 'maintenance');
    expect([maintenance, lang]).to.deep.equal(['Huoltokatko.', 'fi']);
  });

  it('[P-07] takes heading and text of one language, never of two', () => {
    const { welcomeHeading, welcomeText } = ownTexts(
      bilingual,
      'sv',
      'welcomeHeading',
      'welcomeText',
    );
    expect([welcomeHeading, welcomeText]).to.deep.equal([undefined, 'Boka tid här.']);
  });

  it('[P-08] has a text in one language alone where the account wrote it in that one alone', () => {
    const account = writing({ translations: { sv: { clinicText: 'Välkommen.' } } });
    expect(ownTexts(account, 'sv', 'clinicText').clinicText).to.equal('Välkommen.');
    expect(ownTexts(account, 'en', 'clinicText').clinicText).to.equal(undefined);
  });
});

describe('consentWords', () => {
  const own = { consentText: 'Suostun.', consentUrl: 'https://example.fi/tietosuoja' };

  it('[P-28] keeps the link of the account where only the text is translated', () => {
    const account = writing({ ...own, translations: { sv: { consentText: 'Jag samtycker.' } } });
    expect(consentWords(account, 'sv')).to.deep.equal({
      text: 'Jag samtycker.',
      url: own.consentUrl,
      lang: 'sv',
    });
    expect(consentWords(account, 'en')).to.deep.equal({
      text: own.consentText,
      url: own.consentUrl,
      lang: 'fi',
    });
  });

  it('[P-28] takes a translated link with the text as it is', () => {
    const consentUrl = 'https://example.fi/dataskydd';
    const account = writing({ ...own, translations: { sv: { consentUrl } } });
    expect(consentWords(account, 'sv')).to.deep.equal({
      text: own.consentText,
      url: consentUrl,
      lang: 'fi',
    });
  });

  it('[P-28] the standard text is in the language that is spoken', () => {
    expect(consentWords(writing({}), 'en').lang).to.equal('en');
  });
});
