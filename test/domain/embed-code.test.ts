/* eslint-disable @typescript-eslint/no-implied-eval -- Code that is written for other pages is run here as they would run it. */
import { expect } from '@open-wc/testing';
import {
  embedPlatforms,
  embedWays,
  emptyEmbedSetup,
  serviceRoot,
  type EmbedSetup,
} from '../../src/domain/embed-code/embed-setup.js';
import { htmlCode, snippetWatchdog } from '../../src/domain/embed-code/html-code.js';
import { embedCode } from '../../src/domain/embed-code/platform-code.js';

const setup: EmbedSetup = {
  ...emptyEmbedSetup,
  account: 'tannlegen',
  service: 'https://tannlegen.example.com',
  page: 'https://smil.example.com',
  label: 'Bestill time',
  phone: '66 77 60 40',
  frameTitle: 'Timebestilling',
};

/** The code as a browser reads it inside a page. */
const parsed = (code: string): HTMLElement =>
  new DOMParser().parseFromString(`<body>${code}`, 'text/html').body;

describe('code for a clinic’s own website', () => {
  it('[S-03] leads to the host of the account’s id, which stays its own when the page gets another name', () => {
    const fallback = 'https://console.example.com/tannlegen';
    expect(serviceRoot('https://{name}.example.com', 'tannlegen', fallback)).to.equal(
      'https://tannlegen.example.com',
    );
    expect(serviceRoot(undefined, 'tannlegen', fallback)).to.equal('https://console.example.com');
  });

  it('[P-49] inline: one classic script, the account asked for early, the clinic within reach without either', () => {
    const code = htmlCode({ ...setup, language: 'sv', clinic: 'vest', accent: '#005b6e' });
    const page = new DOMParser().parseFromString(code, 'text/html');
    const booking = page.querySelector('opus-booking');
    const named = Object.fromEntries(
      [...booking!.attributes].map(({ name, value }) => [name, value]),
    );
    expect(named).to.deep.equal({
      ...{ account: 'tannlegen', api: 'https://tannlegen.example.com' },
      ...{ lang: 'sv', clinic: 'vest', style: '--opus-accent: #005b6e' },
    });
    const links = [...booking!.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['https://smil.example.com/', 'tel:66776040']);
    const script = page.querySelector('script[src]');
    expect(script?.getAttribute('src')).to.equal(
      'https://tannlegen.example.com/cdn/opus-booking-embed.js',
    );
    expect(script?.hasAttribute('defer')).to.equal(true);
    expect(script?.hasAttribute('type'), 'classic').to.equal(false);
    const preload = page.querySelector('link[rel=preload]');
    expect(preload?.getAttribute('href')).to.equal(
      'https://tannlegen.example.com/v1/accounts/tannlegen',
    );
  });

  it('[P-49] inline: the first look is asked for early, where nothing is chosen beforehand', () => {
    const first = (chosen: Partial<EmbedSetup>) =>
      new DOMParser()
        .parseFromString(htmlCode({ ...setup, ...chosen }), 'text/html')
        .querySelector('link[rel=preload]')
        ?.getAttribute('href');
    expect(first({})).to.equal('https://tannlegen.example.com/first-look/tannlegen');
    expect(first({ clinic: 'vest' })).to.match(/accounts/);
  });

  it('[P-49] [P-47] inline: with everything chosen the steps after the first are asked for early, and times and words as far as they fit', () => {
    const hrefs = (chosen: Partial<EmbedSetup>) =>
      [
        ...new DOMParser()
          .parseFromString(htmlCode({ ...setup, ...chosen }), 'text/html')
          .querySelectorAll('link'),
      ].map((link) => link.getAttribute('href')!.replace('https://tannlegen.example.com', ''));
    const all = { clinic: 'vest', treatment: 'us', clinician: 'anne' };
    const times = '/v1/accounts/tannlegen/slots?clinic=vest&treatment=us&clinician=anne&view=slots';
    const of = (chosen: Partial<EmbedSetup>) =>
      hrefs(chosen).filter((href) => /steps|slots/.test(href));
    expect(of(all)).to.deep.equal(['/cdn/opus-booking-steps.js', times]);
    expect(of({ ...all, page: '', phone: '', language: 'nb' })).to.deep.equal([
      ...['/cdn/opus-booking-steps.js', '/cdn/opus-booking-steps-nb.js'],
      times,
    ]);
    expect(of({ ...all, clinician: '' })).to.deep.equal([]);
    expect(of({ ...all, clinic: 'any' })).to.deep.equal([]);
  });

  it('[P-49] inline: weighs at most 1.2 kB, everything chosen', () => {
    const longest = 'a'.repeat(40);
    const code = htmlCode({
      ...setup,
      ...{ account: longest, clinic: longest, treatment: longest, clinician: longest },
      ...{ language: 'nb', accent: '#005b6e', hide: ['logo', 'welcome'] },
    });
    expect(new TextEncoder().encode(code).length).to.be.at.most(1200);
  });

  it('[P-50] inline: its watchdog is JavaScript that old browsers read, too', () => {
    expect(snippetWatchdog).not.to.match(/=>|`|\b(let|const|class|async)\b|\?\./);
    expect(() => new Function(snippetWatchdog)).not.to.throw();
  });

  it('[P-49] button: has its colours, its text, and the page as a link for when no script comes', () => {
    const chosen = { ...setup, buttonAccent: '#ffd400', buttonText: '#1a1a1a' };
    const button = parsed(htmlCode({ ...chosen, way: 'button' })).querySelector(
      'opus-booking-button',
    );
    expect(button?.getAttribute('style')).to.equal(
      '--opus-accent: #ffd400; --opus-on-accent: #1a1a1a',
    );
    expect(button?.getAttribute('label')).to.equal('Bestill time');
    expect(button?.querySelector('a')?.getAttribute('href')).to.equal('https://smil.example.com/');
    const floating = parsed(htmlCode({ ...chosen, way: 'floating' }));
    expect(floating.querySelector('opus-booking-button[floating=right]')).not.to.equal(null);
  });

  it('[P-49] frame: the page for frames with its choices, and the listener beside it', () => {
    const code = htmlCode({ ...setup, way: 'iframe', language: 'fi', hide: ['logo'] });
    const frame = parsed(code).querySelector('iframe[data-opus-booking-frame]');
    expect(frame?.getAttribute('src')).to.equal(
      'https://smil.example.com/embed.html?lang=fi&hide=logo',
    );
    expect(frame?.getAttribute('title')).to.equal('Timebestilling');
    expect(parsed(code).querySelector('script')?.src).to.match(/opus-booking-frame\.js$/);
  });

  it('[P-10] link: chooses language and clinic', () => {
    const link = { ...setup, way: 'link' } as const;
    expect(htmlCode(link)).to.equal('<a href="https://smil.example.com/">Bestill time</a>');
    expect(htmlCode({ ...link, language: 'fi', clinic: 'vest', label: 'Varaa aika' })).to.equal(
      '<a href="https://smil.example.com/?lang=fi&amp;clinic=vest">Varaa aika</a>',
    );
  });

  it('[S-04] has the hash of each script of an own copy, before any module', () => {
    const root = 'https://files.clinic.example/opus/0.1.0/';
    const hashes = { 'core-1.js': 'sha384-core', 'opus-booking.js': 'sha384-entry' };
    const [map, module] = htmlCode(setup, { root, hashes }).split('\n');
    expect(map).to.equal(
      `<script type="importmap">{"integrity":{"${root}core-1.js":"sha384-core"}}</script>`,
    );
    expect(module).to.equal(
      `<script type="module" src="${root}opus-booking.js" integrity="sha384-entry" crossorigin="anonymous"></script>`,
    );
  });

  it('[N-03] holds nothing that could end an attribute, a script or a string, for any kind of page', () => {
    const evil = '"><script>1</script><b>`${alert(1)}{{1}}\'';
    const hostile = { ...setup, clinic: evil, label: evil, phone: evil, frameTitle: evil };
    for (const way of embedWays) {
      const body = parsed(htmlCode({ ...hostile, way }));
      expect(body.querySelectorAll('b').length, way).to.equal(0);
      for (const script of body.querySelectorAll('script:not([src])')) {
        expect(script.textContent, way).to.equal(snippetWatchdog);
      }
      const [gtm] = embedCode({ ...hostile, way }, 'gtm');
      const scripts = parsed(gtm!.code).querySelectorAll('script, b');
      expect(scripts.length, `gtm ${way}`).to.equal(1);
      expect(() => new Function(scripts[0]!.textContent ?? ''), `gtm ${way}`).not.to.throw();
      const [angular] = embedCode({ ...hostile, way }, 'angular');
      const [, template = ''] = /template: `([^]*?)`,\n/.exec(angular!.code) ?? [];
      expect(template, `angular ${way}`).not.to.match(/\$\{|\{\{|`/);
    }
  });

  it('[P-49] is there for every kind of page, with the account and its script', () => {
    for (const way of embedWays) {
      for (const platform of embedPlatforms) {
        const text = embedCode({ ...setup, way }, platform)
          .map(({ code }) => code)
          .join('\n');
        expect(text, `${way} ${platform}`).to.contain(
          way === 'link' || way === 'iframe' ? 'smil.example.com' : 'tannlegen',
        );
        if (way !== 'link') expect(text, `${way} ${platform}`).to.match(/opus-booking-\w+\.js/);
      }
    }
  });

  it('[P-49] Google Tag Manager: puts the floating button on the page as it runs, in ES5', () => {
    const [piece] = embedCode({ ...setup, way: 'floating' }, 'gtm');
    const source = parsed(piece!.code).querySelector('script')!.textContent ?? '';
    expect(source).not.to.match(/=>|`|\b(let|const)\b/);
    const added: Element[] = [];
    const stage = { body: { appendChild: (each: Element) => added.push(each) } };
    const fake = {
      ...stage,
      head: stage.body,
      createElement: (tag: string) => document.createElement(tag),
      querySelector: () => null,
    };
    new Function('document', source)(fake);
    expect(added.map(({ localName }) => localName)).to.deep.equal([
      'opus-booking-button',
      'script',
    ]);
    expect(added[0]?.getAttribute('floating')).to.equal('right');
  });
});
