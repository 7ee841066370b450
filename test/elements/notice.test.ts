import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/info-box.js';
import '../../src/define/notice.js';
import type { InfoBox } from '../../src/elements/info-box/info-box.js';
import type { Notice } from '../../src/elements/notice/notice.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { ElementPage } from './support/element-page.js';

const markup = '<img src=x onerror="document.title=1"><script>1</script>';

describe('opus-notice', () => {
  before(() => loadLocale('nb'));

  it('[P-40] shows heading, text with its line breaks, ways on and the phone', async () => {
    const element = await fixture<Notice>(
      html`<opus-notice
        lang="nb"
        heading="Nede for vedlikehold"
        text=${'Prøv igjen senere.\nEller ring oss.'}
        phone="66776040"
        ><button>Prøv igjen</button></opus-notice
      >`,
    );
    const page = new ElementPage(element);
    expect(page.headings()).to.deep.equal(['Nede for vedlikehold']);
    expect(page.all('p')[0]?.innerText).to.equal('Prøv igjen senere.\nEller ring oss.');
    expect(
      page.links().map((link) => [link.innerText.replaceAll('\u00a0', ' '), link.href]),
    ).to.deep.equal([['Ring klinikken 66 77 60 40', 'tel:66776040']]);
    expect(element.querySelector('button')?.checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  for (const [tone, role] of [
    ['info', null],
    ['error', 'alert'],
    ['success', 'status'],
  ] as const) {
    it(`announces ${tone} as ${role ?? 'nothing'}`, async () => {
      const element = await fixture<Notice>(
        html`<opus-notice lang="nb" tone=${tone} heading="Heading" text="Text"></opus-notice>`,
      );
      const live = element.renderRoot.querySelector('[role]');
      expect(live?.getAttribute('role') ?? null).to.equal(role);
      await expect(element).to.be.accessible();
    });
  }

  it('[P-07] marks the account’s words with their language', async () => {
    const element = await fixture<Notice>(
      html`<opus-notice lang="en" text-lang="nb" heading="Velkommen"></opus-notice>`,
    );
    expect(element.renderRoot.querySelector('h2')?.lang).to.equal('nb');
  });

  it('keeps its ways apart from its text, and takes no room for none', async () => {
    const [bare, full] = await Promise.all([
      fixture<Notice>(html`<opus-notice text="Text"></opus-notice>`),
      fixture<Notice>(html`<opus-notice text="Text"><button>On</button></opus-notice>`),
    ]);
    await full.updateComplete;
    const bottom = bare.renderRoot.querySelector('p')?.getBoundingClientRect().bottom;
    expect(bare.getBoundingClientRect().bottom).to.equal(bottom);
    const way = full.querySelector('button')?.getBoundingClientRect().top ?? 0;
    const text = full.renderRoot.querySelector('p')?.getBoundingClientRect().bottom ?? 0;
    expect(way - text).to.equal(16);
  });

  it('[P-07] [P-40] makes links of the addresses in a text, a page’s beside this one', async () => {
    const text = 'Ring tel:+4766776040\neller se https://example.no/vakt.';
    const element = await fixture<Notice>(html`<opus-notice text=${text}></opus-notice>`);
    const page = new ElementPage(element);
    expect(page.all('p')[0]?.innerText).to.equal(text);
    expect(page.links().map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([
      ['tel:+4766776040', '', 'noopener noreferrer'],
      ['https://example.no/vakt', '_blank', 'noopener noreferrer'],
    ]);
    await expect(element).to.be.accessible();
  });

  it('[N-03] shows markup as text', async () => {
    const element = await fixture<Notice>(
      html`<opus-notice heading=${markup} text=${markup}></opus-notice>`,
    );
    const page = new ElementPage(element);
    expect(page.headings()).to.deep.equal([markup]);
    expect(page.all('img, script')).to.be.empty;
  });
});

describe('opus-info-box', () => {
  it('[P-08] [P-27] shows heading and text with its line breaks', async () => {
    const element = await fixture<InfoBox>(
      html`<opus-info-box heading="Velkommen" text=${'En.\nTo.'}></opus-info-box>`,
    );
    const page = new ElementPage(element);
    expect(page.headings()).to.deep.equal(['Velkommen']);
    expect(page.all('p')[0]?.innerText).to.equal('En.\nTo.');
    await expect(element).to.be.accessible();
  });

  it('[P-08] [P-27] makes links of the addresses in its text', async () => {
    const element = await fixture<InfoBox>(
      html`<opus-info-box
        text="Spør post@example.no <b>nå</b>, javascript:alert(1)"
      ></opus-info-box>`,
    );
    const page = new ElementPage(element);
    expect(page.links().map(({ href }) => href)).to.deep.equal(['mailto:post@example.no']);
    expect(page.text()).to.equal('Spør post@example.no <b>nå</b>, javascript:alert(1)');
  });

  it('[P-08] is nothing without words', async () => {
    const element = await fixture<InfoBox>(html`<opus-info-box></opus-info-box>`);
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('[N-03] shows markup as text', async () => {
    const element = await fixture<InfoBox>(
      html`<opus-info-box heading=${markup} text=${markup}></opus-info-box>`,
    );
    expect(new ElementPage(element).all('img, script')).to.be.empty;
  });
});
