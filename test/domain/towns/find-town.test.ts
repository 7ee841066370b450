import { expect } from '@open-wc/testing';
import { findTown } from '../../../src/domain/towns/find-town.js';
import type { Language, Market } from '../../../src/contract/index.js';

describe('findTown', () => {
  for (const [market, language, text, town] of [
    ['NO', 'nb', '0349', 'Oslo'],
    ['NO', 'nb', ' N-5003 ', 'Bergen'],
    ['NO', 'nb', '1530', 'Moss'],
    ['NO', 'en', '9170', 'Longyearbyen'],
    ['NO', 'nb', '4637', 'Kristiansand S'],
    ['NO', 'nb', '1593', 'Svinndal'],
    ['NO', 'nb', '1407', 'Vinterbro'],
    ['NO', 'nb', '3840', 'Seljord'],
    ['NO', 'nb', '3800', 'Bø i Telemark'],
    ['FI', 'fi', '00100', 'Helsinki'],
    ['FI', 'sv', '00100', 'Helsingfors'],
    ['FI', 'en', '20100', 'Turku'],
    ['FI', 'sv', '20100', 'Åbo'],
    ['FI', 'fi', '22100', 'Mariehamn'],
    ['FI', 'sv', '70100', 'Kuopio'],
  ] as const satisfies readonly (readonly [Market, Language, string, string])[]) {
    it(`[P-25] ${text.trim()} in ${language}: ${town}`, async () => {
      expect(await findTown(market, language, text)).to.equal(town);
    });
  }

  it('[P-25] a number that nobody has, between two of one town, counts as that town’s', async () => {
    expect(await findTown('NO', 'nb', '3011')).to.equal('Drammen');
    expect(await findTown('NO', 'nb', '3010')).to.equal('Drammen');
  });

  it('[P-25] names no town of a postcode that nobody has, that is not whole, or of a country without a table', async () => {
    for (const [market, text] of [
      ['NO', '5999'],
      ['NO', '500'],
      ['NO', 'SE-5003'],
      ['NO', ''],
      ['FI', '00011'],
      ['FI', '20006'],
      ['SE', '111 22'],
      ['DK', '8000'],
    ] as const) {
      expect(await findTown(market, 'nb', text), `${market} ${text}`).to.equal('');
    }
  });
});
