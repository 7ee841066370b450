// The WordPress plugin, where PHP is installed; elsewhere the run says that it was not checked.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { buttonWords } from '../../src/elements/booking-button/button-words.js';
import { filesUnder } from '../../tools/files.js';

const plugin = resolve('demo/examples/wordpress/opus-booking');
const hasPhp = spawnSync('php', ['--version']).status === 0;

const service = 'https://booking.example.com';
const complete = { account: 'opusdentalklinikken', service: `${service}/` };

interface Page {
  html: string;
  scripts: readonly string[];
  /** What the editor's script is given of words, as JSON. */
  editor: string | null;
}

/** What the shortcode puts on a page, for each set of its attributes: starting PHP takes longer than all of them. */
function render(given: readonly Readonly<Record<string, string>>[]): Page[] {
  const { status, stdout, stderr } = spawnSync(
    'php',
    [resolve('test/examples/support/wordpress.php'), join(plugin, 'opus-booking.php')],
    { input: JSON.stringify(given), encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr || stdout);
  return JSON.parse(stdout) as Page[];
}

const embed = `${service}/cdn/opus-booking-embed.js`;

const ways: Readonly<Record<string, { html: RegExp; scripts: readonly string[] }>> = {
  inline: {
    html: /^<opus-booking account="opusdentalklinikken" api="https:\/\/booking\.example\.com" hide="logo welcome"><a href="https:\/\/booking\.example\.com\/">Book an appointment<\/a><\/opus-booking>$/,
    scripts: [embed],
  },
  button: {
    html: /^<opus-booking-button [^>]*label="Book an appointment"><a [^>]*>.*<\/opus-booking-button>$/,
    scripts: [embed],
  },
  floating: { html: /^<opus-booking-button [^>]*floating="right">/, scripts: [embed] },
  iframe: {
    html: /^<iframe data-opus-booking-frame src="https:\/\/booking\.example\.com\/embed\.html\?hide=logo%20welcome" title="Book an appointment"/,
    scripts: [`${service}/cdn/opus-booking-frame.js`],
  },
  link: {
    html: /^<a href="https:\/\/booking\.example\.com\/">Book an appointment<\/a>$/,
    scripts: [],
  },
};

describe('the WordPress plugin', () => {
  it('[P-49] has one version in all its files', () => {
    const text = (name: string) => readFileSync(join(plugin, name), 'utf8');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.match(text('opus-booking.php'), new RegExp(`Version: +${version}\\n`));
    assert.match(text('readme.txt'), new RegExp(`Stable tag: ${version}\\n`));
    assert.match(text('editor.asset.php'), new RegExp(`'version' +=> '${version}'`));
  });

  it('[P-49] the block offers every attribute that the shortcode takes, and every way', () => {
    const block = JSON.parse(readFileSync(join(plugin, 'block.json'), 'utf8')) as {
      attributes: Record<string, { default: string; enum?: string[] }>;
    };
    const php = readFileSync(join(plugin, 'opus-booking.php'), 'utf8');
    const editor = readFileSync(join(plugin, 'editor.js'), 'utf8');
    const [, defaults = ''] = /OPUS_BOOKING_DEFAULTS = array\(([^;]*)\);/.exec(php) ?? [];
    const known = [...defaults.matchAll(/'(\w+)'\s*=>\s*'([^']*)'/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    assert.ok(known.length > 5);
    assert.deepEqual(
      Object.entries(block.attributes).map(([name, { default: value }]) => [name, value]),
      known,
    );
    assert.deepEqual(block.attributes.way?.enum, Object.keys(ways));
    for (const [name] of known) assert.match(editor, new RegExp(`['.]${name}\\b`), name);
  });

  if (!hasPhp) {
    it('NOT CHECKED: PHP is not installed here', (t) => {
      t.diagnostic('apt-get install php-cli: the plugin is then parsed and run');
    });
    return;
  }

  it('[P-49] every file of it is PHP without a fault', () => {
    const files = filesUnder(plugin, /\.php$/);
    assert.ok(files.length > 1);
    for (const file of files) {
      const { status, stdout } = spawnSync('php', ['-l', file], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
    }
  });

  it('[P-49] block and shortcode write the element of each way and its script', () => {
    const pages = render(Object.keys(ways).map((way) => ({ ...complete, way })));
    assert.equal(pages.length, Object.keys(ways).length);
    for (const [index, [way, expected]] of Object.entries(ways).entries()) {
      assert.match(pages[index]!.html, expected.html, way);
      assert.deepEqual(pages[index]!.scripts, expected.scripts, way);
    }
  });

  it('[P-49] nothing that an editor writes becomes markup, a script of another kind of address or a style', () => {
    const evil = `"><script>alert(1)</script>`;
    const names = ['account', 'lang', 'label', 'hide', 'clinic', 'page', 'avoid'];
    const all = Object.keys(ways).map((way) => ({ ...complete, way }));
    for (const { html } of render(
      all.flatMap((given) => names.map((name) => ({ ...given, [name]: evil }))),
    )) {
      assert.notEqual(html, '');
      assert.doesNotMatch(html, /<script|"><s/);
    }
    for (const page of render(all.map((given) => ({ ...given, service: 'javascript:alert(1)' })))) {
      assert.deepEqual([page.html, page.scripts], ['', []]);
    }
    for (const { html } of render(
      all.map((given) => ({ ...given, accent: '#fff; background: red' })),
    )) {
      assert.doesNotMatch(html, /background/);
    }
  });

  it('[P-49] without account or service a visitor sees nothing', () => {
    for (const page of render([{ service }, { account: 'opusdentalklinikken' }])) {
      assert.deepEqual([page.html, page.scripts], ['', []]);
    }
  });

  it('[P-49] speaks the language of the website, and on a button that of its booking', () => {
    const expected: readonly [given: Readonly<Record<string, string>>, label: string][] = [
      [{ locale: 'nb_NO' }, buttonWords.nb],
      [{ locale: 'nn_NO' }, buttonWords.nb],
      [{ locale: 'sv_SE' }, buttonWords.sv],
      [{ locale: 'fi' }, buttonWords.fi],
      [{ locale: 'da_DK' }, buttonWords.da],
      [{ locale: 'de_DE' }, buttonWords.en],
      [{ locale: 'nb_NO', lang: 'sv' }, buttonWords.sv],
      [{ locale: 'nb_NO', lang: 'en' }, buttonWords.en],
    ];
    const pages = render(expected.map(([given]) => ({ ...complete, way: 'button', ...given })));
    assert.deepEqual(
      pages.map(({ html }) => /label="([^"]*)"/.exec(html)?.[1]),
      expected.map(([, label]) => label),
    );
  });

  it('[P-49] every text of the plugin is there in each language, and no other', () => {
    const text = (name: string) => readFileSync(join(plugin, name), 'utf8');
    const { description } = JSON.parse(text('block.json')) as { description: string };
    const used = new Set([
      description,
      ...[/Description: +(.*)\n/.exec(text('opus-booking.php'))![1]!],
      ...['opus-booking.php', 'editor.js'].flatMap((file) =>
        [...text(file).matchAll(/__\(\s*'([^']+)'/g)].map(([, words]) => words!),
      ),
    ]);
    assert.ok(used.size > 20);
    const pages = render(
      ['nb_NO', 'sv_SE', 'fi', 'da_DK'].map((locale) => ({ ...complete, locale })),
    );
    const [english] = render([complete]);
    assert.equal(english!.editor, null);
    for (const { editor } of pages) {
      const { locale_data: data } = JSON.parse(editor!) as {
        locale_data: { 'opus-booking': Record<string, unknown> };
      };
      const { '': header, ...words } = data['opus-booking'];
      assert.ok(header);
      assert.deepEqual(Object.keys(words).sort(), [...used].sort());
      for (const word of Object.values(words)) assert.match((word as string[])[0]!, /\S/);
    }
  });
});
