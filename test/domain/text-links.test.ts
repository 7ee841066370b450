import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { textParts } from '../../src/domain/text-links.js';

const linksOf = (text: string) => textParts(text).flatMap(({ href }) => href ?? []);

/** Texts in which an address is likely: pieces of them, signs, and anything else. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['http://', 'https://', 'HTTPS://', 'javascript:', 'data:text/html,', 'tel:', 'mailto:'],
        ...['example.no', 'kari@example.no', '+47', '66776040', '/sti?a=1&b=2#c', 'Ås', 'ø@å.no'],
        ...[' ', '\n', '.', ',', ')', '(', '"', "'", '<', '>', '<a href="', '@', ':', '-', '»'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('addresses in a text', () => {
  for (const [name, text, links] of [
    [
      'a page',
      'Les mer på https://example.no/priser?a=1&b=2#c i dag',
      ['https://example.no/priser?a=1&b=2#c'],
    ],
    ['a page at the end of a sentence', 'Se http://example.no/.', ['http://example.no/']],
    ['a page in brackets', '(se https://example.no/a, takk)', ['https://example.no/a']],
    [
      'a page in quotes',
      '"https://example.no/a" «https://example.no/b»',
      ['https://example.no/a', 'https://example.no/b'],
    ],
    [
      'a page with letters of its own',
      'https://tannlege-ås.no/øye',
      ['https://tannlege-ås.no/øye'],
    ],
    ['two pages', 'http://a.no\nhttp://b.no', ['http://a.no', 'http://b.no']],
    ['a phone', 'Ring tel:+4766776040.', ['tel:+4766776040']],
    ['a phone with hyphens', 'tel:66-77-60-40!', ['tel:66-77-60-40']],
    [
      'an e-mail address',
      'Skriv til kari.nordmann+time@post.example.no.',
      ['mailto:kari.nordmann+time@post.example.no'],
    ],
    ['an e-mail address of the Nordics', 'blåbær@tannlege-ås.no', ['mailto:blåbær@tannlege-ås.no']],
    ['an e-mail address with its scheme', '<mailto:post@example.no>', ['mailto:post@example.no']],
    ['no script', 'javascript:alert(1) JAVASCRIPT:x data:text/html,x vbscript:x file:///x', []],
    ['no page without its scheme', 'www.example.no example.no //example.no', []],
    ['no number alone', '66 77 60 40, +4766776040, 190476-49954', []],
    [
      'nothing in half an address',
      'https:// http://. @example.no kari@ tel: tel:+ mailto: a@b',
      [],
    ],
  ] as const) {
    it(`[P-07] [P-08] finds ${name}`, () => {
      expect(linksOf(text)).to.deep.equal(links);
    });
  }

  it('[P-07] [P-08] loses and adds no sign of the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = textParts(text);
        expect(parts.map((part) => part.text).join('')).to.equal(text);
        expect(parts.every((part) => part.text.length > 0)).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('[N-03] makes links of four schemes only, and of nothing that could end an attribute', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const href of linksOf(text)) {
          expect(href).to.match(/^(https?:\/\/.|tel:[+\d]|mailto:[^:@]+@[^:@]+$)/i);
          expect(href).not.to.match(/[\s<>"'`]/);
          expect(href).not.to.match(/[.,;:!?)»]$/);
          // The browser sees the same scheme, or no address at all.
          const anchor = Object.assign(document.createElement('a'), { href });
          expect([/^[^:]+:/.exec(href.toLowerCase())?.[0], ':']).to.include(anchor.protocol);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('[N-03] is quick with a long text that never ends', () => {
    const before = performance.now();
    for (const piece of ['a', 'a.', 'http://', 'a@', '1-', 'tel:1', '.', 'a@a.']) {
      textParts(piece.repeat(5000));
    }
    expect(performance.now() - before).to.be.below(1000);
  });
});
