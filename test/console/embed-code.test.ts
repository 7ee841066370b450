import { expect } from '@open-wc/testing';
import type { EmbedSetup } from '../../src/console/state/embed-code.js';
import { linkCode, serviceRoot, widgetCode } from '../../src/console/state/embed-code.js';

const setup: EmbedSetup = {
  account: 'tannlegen',
  service: 'https://tannlegen.example.com',
  page: 'https://smil.example.com',
  language: '',
  accent: '',
  clinic: '',
};

describe('code for a clinic’s own website', () => {
  it('[S-03] leads to the host of the account’s id, which stays its own when the page gets another name', () => {
    const fallback = 'https://console.example.com/tannlegen';
    expect(serviceRoot('https://{name}.example.com', 'tannlegen', fallback)).to.equal(
      'https://tannlegen.example.com',
    );
    expect(serviceRoot(undefined, 'tannlegen', fallback)).to.equal('https://console.example.com');
  });

  it('[S-04] is the widget as docs/embedding.md has it, with what was chosen', () => {
    expect(widgetCode(setup)).to.equal(
      '<script type="module" src="https://tannlegen.example.com/cdn/opus-booking.js"></script>\n' +
        '<opus-booking account="tannlegen" api="https://tannlegen.example.com"></opus-booking>',
    );
    const chosen = { ...setup, language: 'sv', accent: '#005b6e', clinic: 'vest' } as const;
    expect(widgetCode(chosen)).to.contain(
      'lang="sv" clinic="vest" style="--opus-accent: #005b6e"></opus-booking>',
    );
  });

  it('[N-03] holds nothing that could end an attribute or a script', () => {
    const hostile = { ...setup, clinic: '"><script>1</script>', page: 'https://a.example' };
    for (const code of [widgetCode(hostile), linkCode(hostile, '<b>&')]) {
      const { body } = new DOMParser().parseFromString(code, 'text/html');
      expect(body.querySelectorAll('script:not([src]), b').length).to.equal(0);
    }
  });

  it('[S-04] has the hash of each script of an own copy, before any module', () => {
    const root = 'https://files.clinic.example/opus/0.1.0/';
    const hashes = { 'core-1.js': 'sha384-core', 'opus-booking.js': 'sha384-entry' };
    const [map, module] = widgetCode(setup, { root, hashes }).split('\n');
    expect(map).to.equal(
      `<script type="importmap">{"integrity":{"${root}core-1.js":"sha384-core"}}</script>`,
    );
    expect(module).to.equal(
      `<script type="module" src="${root}opus-booking.js" integrity="sha384-entry" crossorigin="anonymous"></script>`,
    );
  });

  it('[P-10] is a link to the booking page that chooses language and clinic', () => {
    expect(linkCode(setup, 'Bestill time')).to.equal(
      '<a href="https://smil.example.com/">Bestill time</a>',
    );
    expect(linkCode({ ...setup, language: 'fi', clinic: 'vest' }, 'Varaa aika')).to.equal(
      '<a href="https://smil.example.com/?lang=fi&amp;clinic=vest">Varaa aika</a>',
    );
  });
});
