import { expect } from '@open-wc/testing';
import type { Market } from '../../../src/contract/primitives.js';
import type { NationalIdKind, NationalIdReason } from '../../../src/domain/national-id/result.js';
import {
  formatNationalId,
  maskNationalId,
  nationalIdHint,
  parseNationalId,
} from '../../../src/domain/national-id/national-id.js';

const today = '2026-11-20';

type Good = readonly [
  text: string,
  normalized: string,
  kind: NationalIdKind,
  birthDate?: string | undefined,
];
type Bad = readonly [text: string, reason: NationalIdReason];

function accepts(market: Market, rows: readonly Good[], on = today) {
  for (const [text, normalized, kind, birthDate] of rows) {
    it(`[P-26] ${market} takes "${text}" as ${kind}${on === today ? '' : ` on ${on}`}`, () => {
      expect(parseNationalId(market, text, { today: on })).to.deep.equal({
        ok: true,
        value: birthDate ? { normalized, kind, birthDate } : { normalized, kind },
      });
    });
  }
}

function refuses(market: Market, rows: readonly Bad[], on = today) {
  for (const [text, reason] of rows) {
    it(`[P-26] ${market} refuses "${text}": ${reason}${on === today ? '' : ` on ${on}`}`, () => {
      expect(parseNationalId(market, text, { today: on })).to.deep.equal({ ok: false, reason });
    });
  }
}

describe('national ID of Norway', () => {
  // The manual's own example; then public numbers of NAV's and Skatteetaten's synthetic populations.
  accepts('NO', [
    ['190476-49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['19047649954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['190476 49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['190476–49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['190476\u221249954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['190476\u00a0\u2011\u00a049954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['  19 04 76  499 54\u200b ', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['190476.49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['19.04.76 49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['19/04/76-49954', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['１９０４７６－４９９５４', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['١٩٠٤٧٦-٤٩٩٥٤', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['۱۹۰۴۷۶ ۴۹۹۵۴', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['१९०४७६४९९५४', '19047649954', 'fodselsnummer', '1976-04-19'],
    ['15507600333', '15507600333', 'h-number', '1976-10-15'],
    ['29422059278', '29422059278', 'h-number', '2020-02-29'],
    ['55507608360', '55507608360', 'synthetic', '1976-10-15'],
    ['17912099997', '17912099997', 'synthetic', '2020-11-17'],
    ['29822099635', '29822099635', 'synthetic', '2020-02-29'],
    ['57912075186', '57912075186', 'synthetic', '2020-11-17'],
    ['21929774873', '21929774873', 'synthetic', '1897-12-21'],
    ['46879700922', '46879700922', 'synthetic', '1997-07-06'],
    // Made up: a birth date of today.
    ['20912650031', '20912650031', 'synthetic', '2026-11-20'],
  ]);

  // Skatteetaten's published examples of numbers given out from 2032: no century to be read from them.
  accepts(
    'NO',
    [
      ['02013299997', '02013299997', 'fodselsnummer'],
      ['30108299920', '30108299920', 'fodselsnummer'],
      ['30108299939', '30108299939', 'fodselsnummer'],
      ['19047649954', '19047649954', 'fodselsnummer'],
    ],
    '2032-01-02',
  );
  // Accepted before 2032 too: today's date never refuses a number.
  accepts('NO', [
    ['02013299997', '02013299997', 'fodselsnummer'],
    ['30108299939', '30108299939', 'fodselsnummer'],
  ]);

  refuses('NO', [
    ['', 'empty'],
    [' - ', 'empty'],
    ['190476-4995a', 'characters'],
    ['190476+49954', 'characters'],
    ['190476_49954', 'characters'],
    ['190476,49954', 'characters'],
    ['190476-4995', 'length'],
    ['190476-499541', 'length'],
    ['320476-49954', 'date'],
    ['000476-49954', 'date'],
    ['400476-49954', 'date'],
    ['720476-49954', 'date'],
    ['800476-49954', 'date'],
    ['810476-49954', 'date'],
    ['190076-49954', 'date'],
    ['191376-49954', 'date'],
    ['194076-49954', 'date'],
    ['195376-49954', 'date'],
    ['196576-49954', 'date'],
    ['197876-49954', 'date'],
    ['199376-49954', 'date'],
    ['290275-49954', 'date'],
    ['310476-49954', 'date'],
    ['190476-49955', 'checksum'],
    ['190476-49964', 'checksum'],
    ['190467-49954', 'checksum'],
    ['00000000000', 'date'],
  ]);
});

describe('national ID of Sweden', () => {
  // Skatteverket's test numbers and the examples of its brochures SKV 704 and 707.
  accepts('SE', [
    ['19850709-9805', '198507099805', 'personnummer', '1985-07-09'],
    ['198507099805', '198507099805', 'personnummer', '1985-07-09'],
    ['19850709 9813', '198507099813', 'personnummer', '1985-07-09'],
    ['1985-07-09–9821', '198507099821', 'personnummer', '1985-07-09'],
    ['850709/9805', '198507099805', 'personnummer', '1985-07-09'],
    ['1985.07.09.9805', '198507099805', 'personnummer', '1985-07-09'],
    ['12 12 12 + 1212', '191212121212', 'personnummer', '1912-12-12'],
    ['850709-9805', '198507099805', 'personnummer', '1985-07-09'],
    ['8507099805', '198507099805', 'personnummer', '1985-07-09'],
    ['19121212-1212', '191212121212', 'personnummer', '1912-12-12'],
    ['19121212+1212', '191212121212', 'personnummer', '1912-12-12'],
    ['121212+1212', '191212121212', 'personnummer', '1912-12-12'],
    ['121212-1212', '201212121212', 'personnummer', '2012-12-12'],
    ['640823-3234', '196408233234', 'personnummer', '1964-08-23'],
    ['701063-2391', '197010632391', 'samordningsnummer', '1970-10-03'],
    ['19701063-2391', '197010632391', 'samordningsnummer', '1970-10-03'],
    // Month or day not known; control digits worked out for these made-up numbers.
    ['19700060-2396', '197000602396', 'samordningsnummer'],
    ['19701060-2394', '197010602394', 'samordningsnummer'],
    ['19700063-2393', '197000632393', 'samordningsnummer'],
  ]);

  // The century follows from the day of asking: 850709 is 1885 as long as 1985 lies ahead.
  accepts('SE', [['850709-9805', '188507099805', 'personnummer', '1885-07-09']], '1985-07-08');
  accepts('SE', [['850709-9805', '198507099805', 'personnummer', '1985-07-09']], '1985-07-09');
  accepts('SE', [['850709-9805', '198507099805', 'personnummer', '1985-07-09']], '2084-12-31');
  // From the year of the hundredth birthday the sign is a plus, whatever the day.
  accepts('SE', [['850709+9805', '198507099805', 'personnummer', '1985-07-09']], '2085-01-01');
  accepts('SE', [['850709+9805', '188507099805', 'personnummer', '1885-07-09']], '2084-12-31');

  refuses('SE', [
    ['', 'empty'],
    ['19850709-980x', 'characters'],
    ['850709*9805', 'characters'],
    ['19850709-980', 'length'],
    ['9850709-9805', 'length'],
    ['0019850709-9805', 'length'],
    ['1985+07099805', 'sign'],
    ['+198507099805', 'sign'],
    ['850709++9805', 'sign'],
    ['19851309-9805', 'date'],
    ['19850009-9805', 'date'],
    ['19850700-9805', 'date'],
    ['19850732-9805', 'date'],
    ['19850792-9805', 'date'],
    ['19850230-9805', 'date'],
    ['19850290-9805', 'date'],
    ['19000229-9805', 'date'],
    ['000229+9805', 'date'],
    ['17850709-9805', 'date'],
    ['21850709-9805', 'date'],
    ['20261121-9805', 'future'],
    ['20990709-9805', 'future'],
    ['20270060-9805', 'future'],
    ['19850709-0001', 'individual-number'],
    ['19850709-9806', 'checksum'],
    ['19850709-9085', 'checksum'],
    ['197010632390', 'checksum'],
  ]);
});

describe('national ID of Finland', () => {
  // The example of the Digital and Population Data Services Agency and its fictional persons with the signs of 2023.
  accepts('FI', [
    ['131052-308T', '131052-308T', 'henkilotunnus', '1952-10-13'],
    ['131052-308t', '131052-308T', 'henkilotunnus', '1952-10-13'],
    ['131052 – 308 T', '131052-308T', 'henkilotunnus', '1952-10-13'],
    ['13.10.52-308T', '131052-308T', 'henkilotunnus', '1952-10-13'],
    ['13.10.52 + 308T', '131052+308T', 'henkilotunnus', '1852-10-13'],
    ['131052\u2212308T', '131052-308T', 'henkilotunnus', '1952-10-13'],
    ['010594Y9032', '010594Y9032', 'temporary', '1994-05-01'],
    ['020594X903P', '020594X903P', 'temporary', '1994-05-02'],
    ['030594W903B', '030594W903B', 'temporary', '1994-05-03'],
    ['040594V9030', '040594V9030', 'temporary', '1994-05-04'],
    ['050594U903M', '050594U903M', 'temporary', '1994-05-05'],
    ['020504A902E', '020504A902E', 'temporary', '2004-05-02'],
    ['010516B903X', '010516B903X', 'temporary', '2016-05-01'],
    ['020516C903K', '020516C903K', 'temporary', '2016-05-02'],
    ['030516D9037', '030516D9037', 'temporary', '2016-05-03'],
    ['010501E9032', '010501E9032', 'temporary', '2001-05-01'],
    ['020503f9037', '020503F9037', 'temporary', '2003-05-02'],
    // Made up in the test series: a birth date of today.
    ['201126A900H', '201126A900H', 'temporary', '2026-11-20'],
    // Made up in the test series and in the nineteenth century: the border of the temporary numbers.
    ['010594-900Y', '010594-900Y', 'temporary', '1994-05-01'],
    ['131052+899V', '131052+899V', 'henkilotunnus', '1852-10-13'],
    // The sign takes no part in the control character: the same example two centuries apart.
    ['131052+308T', '131052+308T', 'henkilotunnus', '1852-10-13'],
  ]);

  refuses('FI', [
    ['', 'empty'],
    ['131052-308Ä', 'characters'],
    ['131052/308T', 'sign'],
    ['13105A-308T', 'characters'],
    ['131052-3081T', 'length'],
    ['131052130811', 'length'],
    ['131052-308', 'length'],
    ['131052308T', 'sign'],
    ['1310523081', 'sign'],
    ['131052 308T', 'sign'],
    ['131052G308T', 'sign'],
    ['131052Z308T', 'sign'],
    ['1310521308T', 'sign'],
    ['321052-308T', 'date'],
    ['131352-308T', 'date'],
    ['290200-308T', 'date'],
    ['131052A308T', 'future'],
    ['211126A308T', 'future'],
    ['131052-000T', 'individual-number'],
    ['131052-001T', 'individual-number'],
    ['131052-308S', 'checksum'],
    ['131052-380T', 'checksum'],
    ['131052-308I', 'checksum'],
  ]);
});

describe('national ID of Denmark', () => {
  // MedCom's national test numbers; none of them keeps the old modulus 11.
  accepts('DK', [
    ['251248-9996', '2512489996', 'cpr', '1948-12-25'],
    ['2512489996', '2512489996', 'cpr', '1948-12-25'],
    ['25.12.48-9996', '2512489996', 'cpr', '1948-12-25'],
    ['251248/9996', '2512489996', 'cpr', '1948-12-25'],
    ['251248 9996', '2512489996', 'cpr', '1948-12-25'],
    ['251248—9996', '2512489996', 'cpr', '1948-12-25'],
    ['210300-9996', '2103009996', 'cpr', '2000-03-21'],
    ['231114-3995', '2311143995', 'cpr', '1914-11-23'],
    ['310397-9995', '3103979995', 'cpr', '1997-03-31'],
    ['201126-9996', '2011269996', 'cpr', '2026-11-20'],
    // Replacement numbers: day + 60.
    ['851248-9996', '8512489996', 'cpr-replacement', '1948-12-25'],
  ]);

  it('[P-26] DK reads the century from year and seventh digit', () => {
    // CPR-kontoret's table, for replacement numbers of 1 January; asked when all of them are born.
    for (const [year, seventh, birthYear] of [
      ['00', '0', 1900],
      ['99', '3', 1999],
      ['36', '4', 2036],
      ['37', '4', 1937],
      ['57', '5', 2057],
      ['58', '5', 1858],
      ['57', '8', 2057],
      ['58', '8', 1858],
      ['36', '9', 2036],
      ['37', '9', 1937],
    ] as const) {
      const result = parseNationalId('DK', `6101${year}-${seventh}000`, { today: '2060-01-01' });
      expect(result.ok && result.value.birthDate).to.equal(`${String(birthYear)}-01-01`);
    }
  });

  refuses('DK', [
    ['', 'empty'],
    ['251248-TT96', 'characters'],
    ['251248+9996', 'characters'],
    ['251248-999', 'length'],
    ['251248-99961', 'length'],
    ['321248-9996', 'date'],
    ['001248-9996', 'date'],
    ['601248-9996', 'date'],
    ['921248-9996', 'date'],
    ['251348-9996', 'date'],
    ['290247-9996', 'date'],
    ['290200-0996', 'date'],
    ['211126-9996', 'future'],
    ['811126-9996', 'future'],
  ]);
});

describe('national ID on screen', () => {
  for (const [market, normalized, written, masked] of [
    ['NO', '19047649954', '190476-49954', '190476-*****'],
    ['SE', '198507099805', '19850709-9805', '19850709-****'],
    ['FI', '131052-308T', '131052-308T', '131052-****'],
    ['FI', '020504A902E', '020504A902E', '020504A****'],
    ['DK', '2512489996', '251248-9996', '251248-****'],
  ] as const) {
    it(`[P-26] is written as ${market} writes it: ${written}`, () => {
      expect(formatNationalId(market, normalized)).to.equal(written);
      expect(parseNationalId(market, written, { today })).to.have.nested.property(
        'value.normalized',
        normalized,
      );
    });

    it(`[P-33] is masked as ${masked}`, () => {
      expect(maskNationalId(market, normalized)).to.equal(masked);
    });

    it(`[P-26] has a hint of the length of ${written}`, () => {
      expect(nationalIdHint[market]).to.have.length(written.length);
    });
  }
});
