import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/clinic-picker.js';
import type { Account } from '../../src/contract/index.js';
import type { Selection } from '../../src/domain/selection.js';
import type { ClinicPicker } from '../../src/elements/clinic-picker/clinic-picker.js';
import type { ClinicSearch } from '../../src/elements/clinic-search/clinic-search.js';
import type { OpusChooseEvent } from '../../src/events/choose-event.js';
import { clinicSearchWords } from '../../src/locales/clinic-search-words.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { chainAccount, opusAccount } from '../../stories/fixtures/account.js';
import { ScriptedGeolocation } from '../state/support/scripted-geolocation.js';
import { ElementPage } from './support/element-page.js';
import { waitUntil } from '../support/wait-until.js';

/** The list of a chain with its search. */
class ChainPage extends ElementPage<ClinicPicker> {
  get search(): ElementPage<ClinicSearch> {
    const found = this.element.renderRoot.querySelector('opus-clinic-search');
    if (!found) throw new Error('no search');
    return new ElementPage(found);
  }

  get input(): HTMLInputElement {
    return this.search.all<HTMLInputElement>('input[type="search"]')[0] as HTMLInputElement;
  }

  get clinics(): string[] {
    return this.all('.choose')
      .map(({ textContent }) => textContent.trim())
      .filter((name) => name.startsWith('Kjeden'));
  }

  /** What a screen reader is told. */
  get told(): string {
    return this.search.all('[role="status"]')[0]?.textContent ?? '';
  }

  get focused(): string | null | undefined {
    return this.element.shadowRoot?.activeElement?.textContent?.trim();
  }

  async type(text: string): Promise<void> {
    this.input.focus();
    await sendKeys({ type: text });
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.search.element.updateComplete;
    await this.element.updateComplete;
  }

  async pressInSearch(name: string): Promise<void> {
    this.search.button(name).click();
    await this.settle();
  }
}

async function show(
  account: Account = chainAccount,
  selection: Selection = {},
  lang = 'nb',
): Promise<ChainPage> {
  const element = await fixture<ClinicPicker>(
    html`<opus-clinic-picker
      lang=${lang}
      .account=${account}
      .selection=${selection}
    ></opus-clinic-picker>`,
  );
  await customElements.whenDefined('opus-clinic-search');
  const page = new ChainPage(element);
  await page.settle();
  return page;
}

describe('opus-clinic-search', () => {
  let browser: ScriptedGeolocation;
  before(() => loadLocale('nb'));
  beforeEach(() => (browser = new ScriptedGeolocation()));
  afterEach(() => browser.restore());

  it('[P-12] shows the nearest clinics for a postcode that none has, and forgives a slip', async () => {
    const page = await show();
    await page.type('3020');
    expect(page.search.text()).to.contain('Ingen klinikk i 3020. De nærmeste:');
    expect(page.clinics.length).to.be.within(1, 5);
    await waitUntil(() => page.told === 'Ingen klinikk i 3020. De nærmeste:');
    await page.pressInSearch('Vis alle klinikker').catch(() => undefined);
    page.input.value = '';
    await page.type('drammne');
    expect(page.search.text()).to.contain('Ingen klinikk for «drammne». Mente du:');
    expect(page.clinics[0]).to.contain('Drammen');
  });

  it('[P-12] is there for many clinics, and not for few', async () => {
    const page = await show();
    expect(page.input.labels?.[0]?.textContent).to.equal('Klinikk, sted eller postnummer');
    expect(page.search.text()).to.contain('60 klinikker');
    const few = await fixture<ClinicPicker>(
      html`<opus-clinic-picker lang="nb" .account=${opusAccount}></opus-clinic-picker>`,
    );
    expect(few.renderRoot.querySelectorAll('opus-clinic-search').length).to.equal(0);
  });

  it('[P-12] narrows the list while typing, by city and without its accents', async () => {
    const page = await show();
    await page.type('mjondal');
    expect(page.clinics).to.deep.equal([
      'Kjeden Tannklinikk Mjøndalen',
      'Kjeden Tannklinikk Mjøndalen 2',
      'Kjeden Tannklinikk Mjøndalen 3',
      'Kjeden Tannklinikk Mjøndalen 4',
    ]);
    expect(page.search.text()).to.contain('4 av 60 klinikker');
    await page.type(' 3028');
    expect(page.clinics).to.deep.equal(['Kjeden Tannklinikk Mjøndalen']);
  });

  it('[P-13] keeps the headings of groups, and opens those with results', async () => {
    const page = await show();
    await page.type('hokksund');
    expect(page.headings().slice(0, 3)).to.deep.equal(['Velg en klinikk', 'Asker', 'Follo']);
    expect(page.buttonNames()).not.to.include('Hvilken som helst klinikk');
    expect(page.buttonNames()).not.to.include('Follo');
  });

  it('[P-14] offers any clinic of a group that is found as a whole', async () => {
    const page = await show();
    await page.type('vestfold');
    expect(page.buttonNames()[0]).to.equal('Hvilken som helst: Vestfold');
    expect(page.clinics).to.have.length(7);
  });

  it('[P-12] clears with Escape, and gives the whole list back', async () => {
    const page = await show();
    await page.type('lysaker');
    let isHeardAround = false;
    page.element.parentElement?.addEventListener('keydown', () => (isHeardAround = true), {
      once: true,
    });
    await sendKeys({ press: 'Escape' });
    await page.settle();
    expect([page.input.value, page.clinics.length, isHeardAround]).to.deep.equal(['', 60, false]);
    expect(page.buttonNames()).to.include('Hvilken som helst klinikk');
  });

  it('[P-12] goes on to the first result with the arrow, and chooses it by keyboard', async () => {
    const page = await show();
    await page.type('lysaker');
    await sendKeys({ press: 'ArrowDown' });
    expect(page.focused).to.equal('Kjeden Tannklinikk Lysaker');
    const chosen = page.next<OpusChooseEvent>('opus-choose');
    await sendKeys({ press: 'Enter' });
    expect((await chosen).choice.value).to.deep.equal({ kind: 'one', id: 'clinic-14' });
  });

  it('[P-12] never loses what is chosen', async () => {
    const page = await show(chainAccount, { clinic: { kind: 'one', id: 'clinic-14' } });
    let events = 0;
    page.element.addEventListener('opus-choose', () => (events += 1));
    await page.type('asker');
    await sendKeys({ press: 'Escape' });
    await page.settle();
    expect(page.button('Kjeden Tannklinikk Lysaker').ariaPressed).to.equal('true');
    expect(events).to.equal(0);
  });

  it('[P-17] says that nothing is found, what else to try, and shows all again', async () => {
    const page = await show();
    await page.type('Reykjavík');
    expect(page.clinics).to.be.empty;
    expect(page.search.text()).to.contain('Vi fant ingen klinikk for «Reykjavík»');
    expect(page.search.text()).to.contain('Prøv et sted i nærheten');
    await expect(page.element).to.be.accessible();
    await page.pressInSearch('Vis alle klinikker');
    expect(page.clinics).to.have.length(60);
    expect(page.search.element.shadowRoot?.activeElement).to.equal(page.input);
  });

  it('[P-12] tells a screen reader how many are left, once there is a pause', async () => {
    const page = await show();
    expect(page.told).to.equal('');
    page.input.value = 'dram';
    page.input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await page.settle();
    expect(page.told).to.equal('');
    // All of the group Drammen, and those of the town elsewhere.
    await waitUntil(() => page.told, 'told');
    expect(page.told).to.match(/^\d+ av 60 klinikker$/);
    await page.type('zzz');
    await waitUntil(() => page.told.includes('ingen klinikk'), 'told anew');
  });

  describe('nearest to me', () => {
    const heggedal = { latitude: 59.78, longitude: 10.44 };

    it('[P-12] asks for the place at the press only, and sorts all by distance, said in words', async () => {
      const page = await show();
      await page.type('tann');
      expect(browser.questions).to.equal(0);
      await page.pressInSearch('Nærmest meg');
      expect(page.search.text()).to.contain('Finner ut hvor du er …');
      browser.answer(heggedal);
      await page.settle();
      expect(page.search.button('Nærmest meg').ariaPressed).to.equal('true');
      expect(page.clinics.slice(0, 2)).to.deep.equal([
        'Kjeden Tannklinikk Heggedal',
        'Kjeden Tannklinikk Heggedal 2',
      ]);
      expect(page.clinics).to.have.length(60);
      expect(page.headings()).to.deep.equal(['Velg en klinikk']);
      expect(page.text())
        .to.contain('0,7 km unna')
        .and.to.match(/\b30 km unna/);
      await expect(page.element).to.be.accessible();
      await waitUntil(() => page.told.includes('nærmeste først'), 'told');
    });

    it('[P-12] narrows by words among the nearest, and goes back to the groups', async () => {
      const page = await show();
      await page.pressInSearch('Nærmest meg');
      browser.answer(heggedal);
      await page.settle();
      await page.type('sandvika');
      expect(page.clinics[0]).to.equal('Kjeden Tannklinikk Sandvika');
      await sendKeys({ press: 'Escape' });
      await page.pressInSearch('Nærmest meg');
      expect(page.headings()).to.include('Vestfold');
      expect(page.text()).not.to.contain('unna');
      expect(browser.questions).to.equal(1);
    });

    for (const [code, words] of [
      [1, 'fikk ikke lov til å si hvor du er'],
      [2, 'vet ikke hvor du er'],
      [3, 'tok for lang tid'],
    ] as const) {
      it(`[P-17] explains code ${code} of the browser in words, and leaves the list as it was`, async () => {
        const page = await show();
        await page.pressInSearch('Nærmest meg');
        browser.refuse(code);
        await page.settle();
        expect(page.search.text()).to.contain(words);
        expect(page.search.button('Nærmest meg').ariaPressed).to.equal('false');
        expect(page.clinics).to.have.length(60);
        await waitUntil(() => page.told.includes(words), 'told');
        await expect(page.element).to.be.accessible();
      });
    }

    it('[P-12] is not offered where no clinic says where it lies', async () => {
      const page = await show({
        ...chainAccount,
        clinics: chainAccount.clinics.map(({ latitude: _, ...clinic }) => clinic),
      });
      expect(page.search.buttonNames()).to.be.empty;
    });

    it('[N-02] keeps the place nowhere but in memory', async () => {
      const before = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
      const page = await show();
      await page.pressInSearch('Nærmest meg');
      const requests = performance.getEntriesByType('resource').length;
      browser.answer(heggedal);
      await page.settle();
      await aTimeout(50);
      expect([
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        location.href,
      ]).to.deep.equal(before);
      expect(performance.getEntriesByType('resource')).to.have.length(requests);
      expect(document.cookie).not.to.contain('59.');
    });
  });

  it('keeps the room of the search, so that nothing moves when it comes', async () => {
    for (const width of [288, 328, 640]) {
      for (const lang of ['nb', 'sv', 'fi', 'da', 'en'] as const) {
        await loadLocale(lang);
        const frame = await fixture(
          html`<div style="inline-size: ${width}px">
            <opus-clinic-picker lang=${lang} .account=${chainAccount}></opus-clinic-picker>
          </div>`,
        );
        const search = frame.firstElementChild?.shadowRoot?.querySelector('opus-clinic-search');
        await search?.updateComplete;
        expect(search?.getBoundingClientRect().height, `${lang} ${width}`).to.equal(126);
        expect(frame.scrollWidth).to.be.at.most(width);
      }
    }
  });

  it('speaks five languages', async () => {
    for (const lang of ['nb', 'sv', 'fi', 'da', 'en'] as const) {
      const page = await show(chainAccount, {}, lang);
      expect(page.search.text()).to.contain(clinicSearchWords[lang].all(60));
      await page.type('zzz');
      expect(page.search.text()).to.contain(clinicSearchWords[lang].none('zzz'));
    }
  });
});
