import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  fillHtml,
  fillPlain,
  findFieldProblem,
  mergeFields,
} from '../../../src/domain/message-text/merge-fields.js';
import type { MergeValues } from '../../../src/domain/message-text/merge-fields.js';
import { plainTextOf } from '../../../service/core/plain-text.js';

const values = (change: Partial<MergeValues> = {}): MergeValues => ({
  ...(Object.fromEntries(mergeFields.map((field) => [field, ''])) as Record<
    keyof MergeValues,
    string
  >),
  PATIENT_FIRST_NAME: 'Ola',
  PATIENT_LAST_NAME: 'Nordmann',
  CLINIC_NAME: 'Opus',
  CLINIC_ADDRESS1: 'Storgata 1',
  CLINIC_POSTALCODE: '0155',
  CLINIC_CITY: 'Oslo',
  ...change,
});

describe('merge fields', () => {
  it('[M-03] are the nineteen of the manuals and four links, in any case, with or without spaces inside', () => {
    assert.equal(mergeFields.length, 23);
    for (const field of mergeFields) {
      for (const written of [field, field.toLowerCase(), ` ${field} `]) {
        assert.equal(findFieldProblem(`a [${written}] b`, 'plain'), undefined);
        assert.equal(fillPlain(`[${written}]`, values({ [field]: 'value' })), 'value');
      }
    }
  });

  it('[M-03] names the field that there is not', () => {
    for (const [text, field] of [
      ['Hei [Fornavn]', 'Fornavn'],
      ['[CLINIC_NAME] [CLINIC-NAME]', 'CLINIC-NAME'],
      ['[CLINIC_NAMES]', 'CLINIC_NAMES'],
      ['[]', ''],
    ] as const) {
      assert.deepEqual(findFieldProblem(text, 'plain'), { code: 'unknown-field', field });
      assert.deepEqual(findFieldProblem(`<p>${text}</p>`, 'html'), {
        code: 'unknown-field',
        field,
      });
    }
    assert.equal(findFieldProblem('Ingen felt, ] alene [ heller', 'plain'), undefined);
  });

  it('[M-03] puts each value in, and a value that looks like a field stays a value', () => {
    assert.equal(
      fillPlain(
        'Hei [patient_first_name], [CLINIC_NAME]!',
        values({ PATIENT_FIRST_NAME: '[CLINIC_NAME] $& $1' }),
      ),
      'Hei [CLINIC_NAME] $& $1, Opus!',
    );
  });

  it('[M-03] leaves no hole where a field has no value', () => {
    const address =
      'Adresse: [CLINIC_ADDRESS1], [CLINIC_ADDRESS2], [CLINIC_POSTALCODE] [CLINIC_CITY]';
    for (const [change, line] of [
      [{}, 'Adresse: Storgata 1, 0155 Oslo'],
      [{ CLINIC_ADDRESS2: 'Inngang B' }, 'Adresse: Storgata 1, Inngang B, 0155 Oslo'],
      [{ CLINIC_CITY: '' }, 'Adresse: Storgata 1, 0155'],
      [{ CLINIC_POSTALCODE: '' }, 'Adresse: Storgata 1, Oslo'],
      [{ CLINIC_CITY: '', CLINIC_POSTALCODE: '' }, 'Adresse: Storgata 1'],
      [{ CLINIC_ADDRESS1: '' }, 'Adresse: 0155 Oslo'],
      [{ CLINIC_ADDRESS1: '', CLINIC_POSTALCODE: '' }, 'Adresse: Oslo'],
    ] as const) {
      assert.equal(fillPlain(address, values(change)), line);
      assert.equal(fillHtml(`<p>${address}</p>`, values(change)), `<p>${line}</p>`);
    }
    const nothing = { CLINIC_ADDRESS1: '', CLINIC_POSTALCODE: '', CLINIC_CITY: '' };
    assert.equal(fillPlain(`Hei\n${address}\nHilsen`, values(nothing)), 'Hei\nHilsen');
    assert.equal(fillPlain('Hei [PATIENT_FIRST_NAME] [COMPANY],\nhei', values()), 'Hei Ola,\nhei');
    assert.equal(fillPlain('Opus ([COMPANY]) hilser.', values()), 'Opus hilser.');
    assert.equal(fillPlain('Hos [CLINIC_NAME], [COMPANY].', values()), 'Hos Opus.');
    assert.equal(fillPlain('Hilsen [CLINICIAN_TITLE] Lie', values()), 'Hilsen Lie');
  });

  it('[M-03] escapes values in HTML, in text and in attributes', () => {
    const name = `<img src=x onerror="a">&'`;
    assert.equal(
      fillHtml('<p>Hei [PATIENT_FIRST_NAME]</p>', values({ PATIENT_FIRST_NAME: name })),
      '<p>Hei &lt;img src=x onerror=&quot;a&quot;&gt;&amp;&#39;</p>',
    );
    assert.equal(
      fillHtml('<p>[TREATMENT_DESCRIPTION]</p>', values({ TREATMENT_DESCRIPTION: 'a\nb' })),
      '<p>a<br>b</p>',
    );
    const link = 'https://opus.example.com/?a=1&b="2"';
    assert.equal(
      fillHtml('<a href="[MOVE_LINK]">Flytt</a> [CANCEL_LINK]', {
        ...values({ MOVE_LINK: link, CANCEL_LINK: 'https://opus.example.com/?c' }),
      }),
      '<a href="https://opus.example.com/?a=1&amp;b=&quot;2&quot;">Flytt</a> ' +
        '<a href="https://opus.example.com/?c">https://opus.example.com/?c</a>',
    );
    assert.equal(
      fillHtml('<a href="[MOVE_LINK]">[MOVE_LINK]</a>', values({ MOVE_LINK: 'https://o.example' })),
      '<a href="https://o.example">https://o.example</a>',
    );
  });

  it('[M-03] lets only links stand inside a tag: what patients type becomes no address', () => {
    for (const html of [
      '<a href="[PATIENT_FIRST_NAME]">x</a>',
      "<a title='a > b' href='https://[CLINIC_NAME]'>x</a>",
      '<p class=[company]>',
    ]) {
      assert.equal(findFieldProblem(html, 'html')?.code, 'field-in-tag', html);
    }
    assert.equal(findFieldProblem('<a href="[move_link]">[CLINIC_NAME]</a>', 'html'), undefined);
  });

  it('[M-03] leaves style sheets and comments of HTML as they are', () => {
    const html =
      '<!--[if mso]><p>x</p><![endif]--><style>a[href]{color:red}</style><p>[CLINIC_NAME]</p>';
    assert.equal(findFieldProblem(html, 'html'), undefined);
    assert.equal(fillHtml(html, values()), html.replace('[CLINIC_NAME]', 'Opus'));
  });
});

describe('the plain part of an HTML text', () => {
  it('[M-01] says what the HTML says, and where links lead', () => {
    const html =
      '<html><head><title>T</title><style>p{}</style></head><body><h1>Hei&nbsp;Ola</h1>\n' +
      '<p>Time  <b>hos</b> Opus &amp; S&oslash;nn<br>kl. 08:00</p><!-- x --><ul><li>én</li><li>to</li></ul>' +
      '<p><a class="b" href="https://o.example/?a=1&amp;b=2">Flytt</a> <a href="https://p.example">https://p.example</a>' +
      '</p>&#x41;&#66; 1 &lt; 2 &unknown;</body></html>';
    assert.equal(
      plainTextOf(html),
      'Hei\u00a0Ola\n\nTime hos Opus & Sønn\nkl. 08:00\n\n- én\n- to\n\n' +
        'Flytt (https://o.example/?a=1&b=2) https://p.example\n\nAB 1 < 2 &unknown;',
    );
  });

  it('[M-03] reads attributes in every notation, with a `>` in them too', () => {
    const html = `<!-- made by
a program --><head><title>Mail</title></head><style type="text/css">
p { color: red }
</style><H2 class="big">Hei</H2> <p style='margin:0' title="a > b">Vi sees <b data-x='1 > 0'>mandag</b>.<br class="x"> Velkommen!
<ul class="list"><li class="first"> Ta med <i>kort</i> </li><li>Kom i tide</li></ul>
<a class="button" href="https://example.no/a" title="5 > 4" target="_blank"> Flytt
timen </a>, <a href='https://example.no/b'>avbestill</a> eller <a title="x" href=https://example.no/c rel=x>se den</a>.
<a href="https://example.no/d">https://example.no/d</a> <a href="https://example.no/e"><img alt=""></a> <a href="">ingen</a>
<table class="t"> <tr class="r"> <td>Tid</td ><th>Sted</th> </tr> <tr><td>8</td><td>Asker</td></tr></table>`;
    assert.equal(
      plainTextOf(html),
      'Hei\n\nVi sees mandag.\nVelkommen!\n\n- Ta med kort\n- Kom i tide\n\n' +
        'Flytt timen (https://example.no/a), avbestill (https://example.no/b) eller se den (https://example.no/c). ' +
        'https://example.no/d https://example.no/e ingen\n\nTid Sted\n\n8 Asker',
    );
  });

  it('[M-03] has the values as they were, whatever was escaped', () => {
    const name = `O'Brien <b> & "Co" &amp;`;
    const html = fillHtml('<p>[PATIENT_LAST_NAME]</p>', values({ PATIENT_LAST_NAME: name }));
    assert.equal(plainTextOf(html), name);
  });
});
